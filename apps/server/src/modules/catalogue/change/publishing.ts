import {
  changeRefusal,
  diffItems,
  type ChangeLine,
  type ChangeRefusal,
  type PublishedItem,
  type PublishedLine,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { addDays, dayOf, ok, refuse, type Day, type Instant, type Result, type Words } from '@yimen/kernel';
import { sql } from 'kysely';
import { append, openStream } from '../../../platform/ledger/index.ts';
import type { Db, Tx } from '../../../platform/shell.ts';
import { dropDraft, newestDraft } from '../drafts.ts';
import { contentHash } from '../entry.ts';
import { dropEnded } from '../indexing.ts';
import { publish } from '../publish.ts';
import { itemStream } from '../publishDraft.ts';
import { versionsOf } from '../queries.ts';
import type { StoredChange } from './store.ts';

/** One publication: of which change, from which day, by whom. */
export interface Publishing {
  readonly change: StoredChange;
  readonly contents: ReadonlyMap<string, ServiceItem>;
  readonly effectiveFrom: Day;
  readonly at: Instant;
  readonly by: string;
  readonly commandId: string;
}

/** What the drafts of a change say now that was not handed in, each with the name of its item. */
export async function movedSince(
  db: Db,
  { jurisdiction, state }: StoredChange,
  contents: ReadonlyMap<string, ServiceItem>,
): Promise<readonly (readonly [itemId: string, words: readonly Words[]])[]> {
  const moved: (readonly [string, readonly Words[]])[] = [];
  for (const { itemId, name, act } of state.proposal.lines) {
    const reviewed = contents.get(itemId);
    const draft = act === 'revise' || act === 'create' ? await newestDraft(db, { jurisdiction, itemId }) : undefined;
    if (draft === undefined || reviewed === undefined) continue;
    const words = diffItems(reviewed, draft.content).map((one) => ({
      zh: `“${name}”${one.words.zh}`,
      en: `“${name}”: ${one.words.en}`,
    }));
    if (words.length > 0) moved.push([itemId, words]);
  }
  return moved;
}

/**
 * 公布, one act: every item of the change gets its next version from the day on, or leaves the list the day before; procedure,
 * limits, posts and the parameters of supervision go with the version. Running cases keep theirs.
 */
export async function publishLines(
  tx: Tx,
  publishing: Publishing,
): Promise<Result<readonly PublishedLine[], ChangeRefusal>> {
  const done: PublishedLine[] = [];
  for (const line of publishing.change.state.proposal.lines) {
    const one = await publishLine(tx, publishing, line);
    if (!one.ok) return one;
    done.push(one.value);
    await record(tx, publishing, line, one.value);
    await dropDraft(tx, { jurisdiction: publishing.change.jurisdiction, itemId: line.itemId });
  }
  return ok(done);
}

async function publishLine(
  tx: Tx,
  publishing: Publishing,
  line: ChangeLine,
): Promise<Result<PublishedLine, ChangeRefusal>> {
  const { change, effectiveFrom } = publishing;
  const [newest] = await versionsOf(tx, change.jurisdiction, line.itemId);
  if ((newest?.version ?? 0) !== line.base) return refuse(changeRefusal('change_base_moved', { about: [line.name] }));
  if (newest !== undefined && newest.effectiveFrom >= effectiveFrom)
    return refuse(changeRefusal('change_starts_in_past', { field: 'effectiveFrom' }));
  if (line.act === 'end' && newest !== undefined) return ok(await end(tx, publishing, newest));
  return next(tx, publishing, line);
}

async function next(
  tx: Tx,
  { change, contents, effectiveFrom, at }: Publishing,
  { itemId, base, content: reviewed, name }: ChangeLine,
): Promise<Result<PublishedLine, ChangeRefusal>> {
  const content = contents.get(itemId);
  if (content === undefined || contentHash(content).toString('hex') !== reviewed)
    throw new Error(`what was reviewed of ${itemId} is not what was kept`);
  const { effectiveTo: _ended, ...open } = content;
  const version = { ...open, version: base + 1, effectiveFrom };
  const published = await publish(tx, version, `change:${change.changeId}`, dayOf(at));
  if (published.ok) return ok({ itemId, version: version.version });
  const { error } = published;
  const words =
    error.code === 'unlawful'
      ? {
          zh: `${name}：${error.findings.map((one) => one.words.zh).join('；')}`,
          en: `${name}: ${error.findings.map((one) => one.words.en).join('; ')}`,
        }
      : name;
  return refuse(changeRefusal('change_unlawful', { about: [words] }));
}

/** Its last version ends the day before; from the day on no list counts it and no case begins by it. */
async function end(tx: Tx, { change, effectiveFrom, at }: Publishing, item: PublishedItem): Promise<PublishedLine> {
  const lastDay = addDays(effectiveFrom, -1);
  const { jurisdiction, changeId } = change;
  await sql`update catalogue.item_version set effective_to = ${lastDay}::date
    where jurisdiction = ${jurisdiction} and item_id = ${item.id} and version = ${item.version}`.execute(tx);
  await sql`insert into catalogue.item_end (jurisdiction, item_id, from_day, change_id)
    values (${jurisdiction}, ${item.id}, ${effectiveFrom}::date, ${changeId})`.execute(tx);
  await dropEnded(tx, dayOf(at));
  return { itemId: item.id, lastDay };
}

/** The item's own stream says by which change it got its version or left the list. */
async function record(
  tx: Tx,
  publishing: Publishing,
  { itemId, act, content }: ChangeLine,
  done: PublishedLine,
): Promise<void> {
  const { change, effectiveFrom, at, by, commandId } = publishing;
  const stream = {
    jurisdiction: change.jurisdiction,
    stream: itemStream({ jurisdiction: change.jurisdiction, itemId }),
  };
  const body = {
    ...done,
    effectiveFrom,
    changeId: change.changeId,
    act,
    ...(content === undefined ? {} : { content }),
  };
  const opened = await openStream(tx, { ...stream, commandId, request: body });
  if (!opened.ok) throw new Error(`a command of ${itemId} under the id of a publication`);
  const appended = await append(tx, {
    ...stream,
    after: opened.value.head,
    entries: [{ type: act === 'end' ? 'ItemEnded' : 'ItemPublished', body }],
    stamp: { at, actor: { kind: 'officer', person: by }, commandId },
  });
  if (!appended.ok) throw new Error(`two publications of ${itemId} at once`);
}
