import {
  beyondCorrection,
  changeRefusal,
  type ChangeRefusal,
  type ItemChange,
  type PublishedItem,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { dayOf, ok, refuse, type Day, type Result } from '@yimen/kernel';
import { append, openStream, transact } from '../../platform/ledger/index.ts';
import type { Shell, Tx } from '../../platform/shell.ts';
import { contentHash } from './entry.ts';
import { dropDraft, type ItemKey } from './drafts.ts';
import { publish, type PublishRefusal } from './publish.ts';
import { versionsOf } from './queries.ts';

export interface PublishWish {
  readonly key: ItemKey;
  readonly content: ServiceItem;
  readonly effectiveFrom: Day;
  readonly reason: string;
  readonly by: string;
  readonly commandId: string;
  /** Kept where a version goes back: the version whose content it is. */
  readonly rollbackOf?: number;
}

export interface PublishedVersion {
  readonly version: number;
  readonly effectiveFrom: Day;
}

export type PublishDraftRefusal =
  | PublishRefusal
  | { readonly code: 'starts_in_the_past' | 'nothing_changed' | 'command_reused' }
  | (ChangeRefusal & { readonly code: 'needs_five_steps' });

/** One stream an item: who published which version, when, why, and the hash of what. */
export const itemStream = ({ itemId }: ItemKey): string => `item/${itemId}`;

/**
 * Publishes a draft (or an old version again) as the next version, from its day on, where it only corrects (更正): every
 * element of the list goes the five steps of `change/`. Running cases keep theirs. The ledger
 * has who, why and the hash of the content; the draft is gone.
 */
export async function publishDraft(
  shell: Shell,
  wish: PublishWish,
): Promise<Result<PublishedVersion, PublishDraftRefusal>> {
  const done = await transact(shell.db, (tx) => act(tx, shell, wish));
  if (done.ok) return done;
  return done.error === 'stale' ? publishDraft(shell, wish) : refuse(done.error);
}

async function act(
  tx: Tx,
  shell: Shell,
  wish: PublishWish,
): Promise<Result<PublishedVersion, PublishDraftRefusal | 'stale'>> {
  const { key, commandId, effectiveFrom, reason, rollbackOf } = wish;
  const stream = { jurisdiction: key.jurisdiction, stream: itemStream(key) };
  const request = { effectiveFrom, reason, rollbackOf, content: contentHash(wish.content).toString('hex') };
  const opened = await openStream(tx, { ...stream, commandId, request });
  if (!opened.ok) return refuse({ code: 'command_reused' });
  // A row of the ledger leaves the database here; it was written by this function.
  if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as PublishedVersion);
  const now = shell.now();
  const next = await nextVersion(tx, wish, dayOf(now));
  if (!next.ok) return next;
  const published = await publish(tx, next.value, `draft:${wish.by}`, dayOf(now));
  if (!published.ok) return published;
  const answer = { version: next.value.version, effectiveFrom };
  const entry = { ...request, ...answer };
  const appended = await append(tx, {
    ...stream,
    after: opened.value.head,
    entries: [{ type: rollbackOf === undefined ? 'ItemPublished' : 'ItemRolledBack', body: entry }],
    stamp: { at: now, actor: { kind: 'officer', person: wish.by }, commandId },
    remember: { request, answer },
  });
  if (!appended.ok) return appended;
  await dropDraft(tx, key);
  return ok(answer);
}

async function nextVersion(
  tx: Tx,
  { key, content, effectiveFrom }: PublishWish,
  today: Day,
): Promise<Result<ServiceItem, PublishDraftRefusal>> {
  if (effectiveFrom < today) return refuse({ code: 'starts_in_the_past' });
  const [newest] = await versionsOf(tx, key.jurisdiction, key.itemId);
  if (newest !== undefined && sameContent(newest, content)) return refuse({ code: 'nothing_changed' });
  const beyond = newest === undefined ? [] : beyondCorrection(newest, content);
  if (newest === undefined || beyond.length > 0) return refuse(fiveSteps(newest === undefined ? undefined : beyond));
  const { effectiveTo: _ended, ...open } = content;
  return ok({ ...open, version: (newest?.version ?? 0) + 1, effectiveFrom });
}

/** An element of the list, or an item that is not on it yet, is changed in five steps and by no editor alone. */
function fiveSteps(beyond: readonly ItemChange[] | undefined): ChangeRefusal & { readonly code: 'needs_five_steps' } {
  const words =
    beyond === undefined
      ? { zh: '新增事项', en: 'a new item' }
      : { zh: beyond.map((one) => one.words.zh).join('；'), en: beyond.map((one) => one.words.en).join('; ') };
  return { ...changeRefusal('needs_five_steps', { about: [words] }), code: 'needs_five_steps' };
}

const sameContent = (left: PublishedItem, right: PublishedItem): boolean =>
  contentHash(left).equals(contentHash(right));
