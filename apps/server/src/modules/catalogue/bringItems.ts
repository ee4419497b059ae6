import {
  beyondCorrection,
  diffItems,
  fieldLabel,
  isObject,
  mergeJson,
  toJson,
  type ItemChange,
  type JsonObject,
  type MergeConflict,
  type PublishedItem,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { ok, refuse, type Instant, type Result, type Words } from '@yimen/kernel';
import { sql } from 'kysely';
import { transact } from '../../platform/ledger/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { contentOf, draftsIn, saveDraft, type ListedDraft } from './drafts.ts';
import { contentHash } from './entry.ts';
import { readContent } from './exchange/content.ts';
import { versionsOf } from './queries.ts';

/** One item of a file against what the hall has of it. */
export interface BroughtItem {
  /** As the draft would be: the file joined with what others drafted since it was exported. */
  readonly item: PublishedItem;
  readonly kind: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly changes: readonly ItemChange[];
  /** It changes an element of the list, which one editor alone does not publish. */
  readonly fiveSteps: boolean;
  readonly refused: readonly Words[];
}

interface Where {
  readonly jurisdiction: string;
  /** The departments whose items whoever brings the file may draft; absent for all of them. */
  readonly own?: readonly string[];
}

export const refusedAs = (item: PublishedItem, refused: readonly Words[]): BroughtItem => ({
  item,
  kind: 'refused',
  changes: [],
  fiveSteps: false,
  refused,
});

const otherHall: Words = { zh: '属于其他大厅', en: 'it belongs to another hall' };
const notOwn: Words = { zh: '不是您单位的事项', en: 'it is not an item of your department' };
const drafted = ({ field }: MergeConflict): Words => {
  const { zh, en } = fieldLabel(field.split('.'));
  return {
    zh: `${zh}（${field}）：草稿已由他人改动，与表格不一致`,
    en: `${en} (${field}): somebody's draft says something else`,
  };
};

/** What a file of items would do: nothing is written. */
export async function previewItems(
  db: Db,
  items: readonly PublishedItem[],
  where: Where,
): Promise<readonly BroughtItem[]> {
  const around = {
    ...where,
    listed: await newest(db, where.jurisdiction),
    drafts: await draftsIn(db, where.jurisdiction),
  };
  const brought: BroughtItem[] = [];
  for (const item of items) brought.push(await previewOne(db, item, around));
  return brought;
}

interface Around extends Where {
  readonly listed: ReadonlyMap<string, PublishedItem>;
  readonly drafts: ReadonlyMap<string, ListedDraft>;
}

async function newest(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, PublishedItem>> {
  const { rows } = await sql<{ content: PublishedItem }>`select distinct on (item_id) content
    from catalogue.item_version where jurisdiction = ${jurisdiction} order by item_id, version desc`.execute(db);
  return new Map(rows.map(({ content }) => [content.id, content]));
}

async function previewOne(db: Db, item: PublishedItem, around: Around): Promise<BroughtItem> {
  const standing = around.listed.get(item.id);
  const known = standing === undefined ? undefined : contentOf(standing);
  const before = around.drafts.get(item.id)?.content ?? known;
  const stranger = strangerTo(item, (before ?? item).authority, around);
  if (stranger !== undefined) return refusedAs(item, [stranger]);
  if (before === undefined) return { ...refusedAs(item, []), kind: 'added', fiveSteps: true };
  const joined = joinedOf(item, before, standing === undefined ? before : await exportedFrom(db, item, standing));
  return joined.ok ? compared(joined.value, before, standing) : refusedAs(item, joined.error);
}

function strangerTo(item: PublishedItem, authority: string, { jurisdiction, own }: Where): Words | undefined {
  if (item.jurisdiction !== jurisdiction) return otherHall;
  return own === undefined || own.includes(authority) ? undefined : notOwn;
}

/** The version the file was made from: what differs from it is what somebody typed. */
async function exportedFrom(db: Db, item: PublishedItem, standing: PublishedItem): Promise<PublishedItem> {
  if (item.version === standing.version) return standing;
  const versions = await versionsOf(db, item.jurisdiction, item.id);
  return versions.find(({ version }) => version === item.version) ?? standing;
}

/** Version and dates say when, not what. */
function plain(item: ServiceItem): JsonObject {
  const { version: _version, effectiveFrom: _from, effectiveTo: _to, ...content } = item;
  const json = toJson(content);
  return isObject(json) ? json : {};
}

function joinedOf(
  item: PublishedItem,
  before: ServiceItem,
  base: PublishedItem,
): Result<PublishedItem, readonly Words[]> {
  const { value, conflicts } = mergeJson({
    base: plain(contentOf(base)),
    mine: plain(contentOf(item)),
    theirs: plain(before),
  });
  if (conflicts.length > 0) return refuse(conflicts.map(drafted));
  const { version, effectiveFrom } = before;
  const read = readContent({ ...(isObject(value) ? value : {}), version, effectiveFrom });
  if (read.ok) return read;
  const { field, value: why } = read.error;
  return refuse([{ zh: `缺少内容或者格式不对：${field}`, en: `incomplete or of another shape: ${field} (${why})` }]);
}

function compared(item: PublishedItem, before: ServiceItem, standing: PublishedItem | undefined): BroughtItem {
  const same = contentHash(item).equals(contentHash(before));
  return {
    item,
    kind: same ? 'unchanged' : 'changed',
    changes: diffItems(before, item),
    fiveSteps: standing === undefined || beyondCorrection(contentOf(standing), item).length > 0,
    refused: [],
  };
}

interface Bringing extends Where {
  readonly by: string;
  readonly at: Instant;
}

/**
 * Makes drafts of all that a file changes, or of nothing: one row that cannot be taken stops the whole file. Nothing the public
 * reads changes; an element of the list then goes the five steps, a correction is published by an editor.
 */
export async function draftItems(
  db: Db,
  items: readonly PublishedItem[],
  bringing: Bringing,
): Promise<readonly BroughtItem[]> {
  const done = await transact<readonly BroughtItem[], readonly BroughtItem[]>(db, async (tx) => {
    const brought = await previewItems(tx, items, bringing);
    if (brought.some(({ kind }) => kind === 'refused')) return refuse(brought);
    const result: BroughtItem[] = [];
    const drafts = await draftsIn(tx, bringing.jurisdiction);
    for (const one of brought) result.push(await draftOne(tx, one, { ...bringing, drafts }));
    return result.some(({ kind }) => kind === 'refused') ? refuse(result) : ok(result);
  });
  return done.ok ? done.value : done.error;
}

async function draftOne(
  tx: Tx,
  brought: BroughtItem,
  { jurisdiction, by, at, drafts }: Bringing & Pick<Around, 'drafts'>,
): Promise<BroughtItem> {
  const { item, kind } = brought;
  if (kind === 'unchanged') return brought;
  const revision = drafts.get(item.id)?.revision ?? 0;
  const key = { jurisdiction, itemId: item.id };
  const saved = await saveDraft(tx, item, { key, revision, content: toJson(contentOf(item)), by, at });
  if (!saved.ok) throw new Error(`${item.id}: ${saved.error.field} was read a moment ago`);
  // Somebody saved between the look and the lock.
  return saved.value.conflicts.length === 0 ? brought : refusedAs(item, saved.value.conflicts.map(drafted));
}
