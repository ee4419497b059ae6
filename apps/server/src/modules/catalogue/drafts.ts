import { ItemContent } from '@yimen/contract';
import {
  isGuideEntry,
  mergeJson,
  toJson,
  type GuideEntry,
  type MergeConflict,
  type PublishedItem,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { licensingLimits } from '@yimen/core/clock';
import { ok, refuse, type Instant, type Json, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/shell.ts';
import { versionsOf } from './queries.ts';

export interface ItemKey {
  readonly jurisdiction: string;
  readonly itemId: string;
}

export interface Draft {
  readonly revision: number;
  readonly content: ServiceItem;
  readonly by?: string;
  readonly at?: Instant;
}

interface DraftRow {
  readonly revision: number;
  readonly content: ServiceItem;
  readonly by: string;
  readonly at: Instant;
}

/** Enough for a whole afternoon of an editor who saves with every pause. */
const KEPT = 200;

async function revisionOf(db: Db, { jurisdiction, itemId }: ItemKey, revision?: number): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`select revision, content, saved_by as "by", saved_at as "at"
    from catalogue.draft where jurisdiction = ${jurisdiction} and item_id = ${itemId}
      and (${revision ?? null}::int is null or revision = ${revision ?? null}::int)
    order by revision desc limit 1`.execute(db);
  return rows[0];
}

/** The oldest revision kept: what the draft of an item that is not on the list began as. */
async function firstDraft(db: Db, { jurisdiction, itemId }: ItemKey): Promise<ServiceItem | undefined> {
  const { rows } = await sql<{ content: ServiceItem }>`select content from catalogue.draft
    where jurisdiction = ${jurisdiction} and item_id = ${itemId} order by revision limit 1`.execute(db);
  return rows[0]?.content;
}

/** What a draft is compared with: the newest version, or what the draft of a new item began as; undefined for neither. */
export async function basisOf(db: Db, key: ItemKey): Promise<PublishedItem | undefined> {
  const [newest] = await versionsOf(db, key.jurisdiction, key.itemId);
  return newest ?? firstDraft(db, key);
}

/** The newest draft of an item, published or not. */
export const newestDraft = (db: Db, key: ItemKey): Promise<Draft | undefined> => revisionOf(db, key);

/** The draft of an item; where nobody began one, what is published (revision 0). */
export async function draftOf(db: Db, key: ItemKey, published: PublishedItem): Promise<Draft> {
  return (await revisionOf(db, key)) ?? { revision: 0, content: contentOf(published) };
}

export function contentOf(published: PublishedItem): ServiceItem {
  return isGuideEntry(published) ? skeletonOf(published) : published;
}

/** An item nobody said anything of yet, for a row of a workbook to be laid over. */
export const blankItem = (
  known: Pick<GuideEntry, 'jurisdiction' | 'id' | 'authority' | 'effectiveFrom'>,
): ServiceItem => ({
  ...skeletonOf({
    ...known,
    version: 1,
    availability: 'guideOnly',
    name: '',
    kind: 'publicService',
    level: 'county',
    authorityName: '',
    codes: { local: '' },
    sourceUrl: '',
  }),
  availability: 'applicable',
  implementation: {},
  codes: {},
});

/** What a list says of an item, as the beginning of a whole one: everything else is blank, and the lint says so. */
function skeletonOf({ authorityName, mainItem, codes, sourceUrl, ...known }: GuideEntry): ServiceItem {
  const { acceptance, decision, delivery } = licensingLimits;
  return {
    ...known,
    everydayWords: [],
    theme: '',
    codes: { local: codes.local },
    serves: ['naturalPerson', 'organisation'],
    handling: 'promised',
    bases: [],
    conditions: [],
    materials: [],
    form: [],
    procedure: {
      examination: [
        { kind: 'step', id: 'examine', name: '审查', duty: 'examination', limitDays: 1 },
        { kind: 'step', id: 'approve', name: '核准', duty: 'approval', limitDays: 1 },
      ],
      specialProcedures: [],
      legalReview: false,
      meeting: false,
    },
    limits: { acceptance, statutory: decision, promised: decision, delivery },
    fees: [],
    result: { name: '', form: 'other' },
    service: { windows: [], address: '', hours: '', phone: '', complaintPhone: '' },
    remedies: { reconsiderationBody: '', court: '' },
    implementation: {
      body: { name: authorityName, ...(codes.body === undefined ? {} : { code: codes.body }) },
      ...(mainItem === undefined ? {} : { tree: { mainItem } }),
      service: { desktopUrl: sourceUrl },
    },
  };
}

interface Saving {
  readonly key: ItemKey;
  /** What the editor began from. */
  readonly revision: number;
  readonly content: Json;
  readonly by: string;
  readonly at: Instant;
}

export interface Saved {
  readonly draft: Draft;
  readonly conflicts: readonly MergeConflict[];
}

export interface NoItem {
  readonly field: string;
  readonly message: string;
}

/**
 * Saves what an editor has, joined with what others saved since the revision the editor began from. What both changed
 * keeps the other's value and is told as a conflict with the editor's own.
 */
export async function saveDraft(tx: Tx, published: PublishedItem, saving: Saving): Promise<Result<Saved, NoItem>> {
  const { key, revision, by, at } = saving;
  await sql`select pg_advisory_xact_lock(hashtext('catalogue.draft'), hashtext(${`${key.jurisdiction}/${key.itemId}`}))`.execute(
    tx,
  );
  const current = await draftOf(tx, key, published);
  const base =
    revision === 0 ? contentOf(published) : ((await revisionOf(tx, key, revision))?.content ?? current.content);
  const merged = mergeJson({ base: toJson(base), mine: saving.content, theirs: toJson(current.content) });
  const read = readContent(merged.value);
  if (!read.ok) return read;
  const { jurisdiction, id } = published;
  const content = { ...read.value, jurisdiction, id };
  const next = { revision: current.revision + 1, content, by, at };
  await sql`insert into catalogue.draft (jurisdiction, item_id, revision, content, saved_by, saved_at)
    values (${key.jurisdiction}, ${key.itemId}, ${next.revision}, ${JSON.stringify(content)}::jsonb, ${by}, ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`delete from catalogue.draft where jurisdiction = ${key.jurisdiction} and item_id = ${key.itemId}
    and revision <= ${next.revision - KEPT}`.execute(tx);
  return ok({ draft: next, conflicts: merged.conflicts });
}

/** JSON as an item; refused with the first field that has another shape. */
export function readContent(value: Json | undefined): Result<ServiceItem, NoItem> {
  const read = ItemContent.safeParse(value);
  return read.success ? ok(read.data) : refuse(noItem(read.error.issues));
}

function noItem(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): NoItem {
  const [issue] = issues;
  return { field: `content.${issue?.path.map(String).join('.') ?? ''}`, message: issue?.message ?? '' };
}

/** A published draft is no draft any more. */
export async function dropDraft(tx: Tx, { jurisdiction, itemId }: ItemKey): Promise<void> {
  await sql`delete from catalogue.draft where jurisdiction = ${jurisdiction} and item_id = ${itemId}`.execute(tx);
}

export type ListedDraft = DraftRow;

/** The newest draft of every item of a hall that has one. */
export async function draftsIn(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, ListedDraft>> {
  const { rows } = await sql<DraftRow & { itemId: string }>`select distinct on (item_id) item_id as "itemId", revision,
      content, saved_by as "by", saved_at as "at" from catalogue.draft where jurisdiction = ${jurisdiction}
    order by item_id, revision desc`.execute(db);
  return new Map(rows.map(({ itemId, ...row }) => [itemId, row]));
}
