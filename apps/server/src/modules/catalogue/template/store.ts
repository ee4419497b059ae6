import { isGuideEntry, templateChanges, type PublishedItem, type ServiceItem } from '@yimen/core/catalogue';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/shell.ts';
import type { ItemKey } from '../drafts.ts';
import { entryOf, itemVersion, type VersionRow } from '../queries.ts';

/** An item of a hall that was taken from the hall above. */
export interface Adoption {
  readonly from: ItemKey;
  /** The version it rests on, and its content. */
  readonly version: number;
  readonly template: ServiceItem;
  /** The newest version that was dealt with; the template has a newer one where the hall has yet to decide. */
  readonly settled: number;
  readonly newest: PublishedItem;
  readonly declined?: { readonly version: number; readonly reason: string };
}

interface AdoptionRow extends VersionRow {
  readonly from_jurisdiction: string;
  readonly from_item_id: string;
  readonly version: number;
  readonly settled: number;
  readonly declined_version: number | null;
  readonly declined_reason: string | null;
  readonly template: ServiceItem;
}

/** The template of an item with its newest version, each found by its key; undefined where the item is the hall's own. */
export async function adoptionOf(db: Db, { jurisdiction, itemId }: ItemKey): Promise<Adoption | undefined> {
  const { rows } = await sql<AdoptionRow>`select a.from_jurisdiction, a.from_item_id, a.version, a.settled,
      a.declined_version, a.declined_reason, t.content as template, n.content, n.effective_to
    from catalogue.adoption a
    join catalogue.item_version t on t.jurisdiction = a.from_jurisdiction and t.item_id = a.from_item_id
      and t.version = a.version
    cross join lateral (select content, effective_to from catalogue.item_version v
      where v.jurisdiction = a.from_jurisdiction and v.item_id = a.from_item_id order by v.version desc limit 1) n
    where a.jurisdiction = ${jurisdiction} and a.item_id = ${itemId}`.execute(db);
  return rows[0] === undefined ? undefined : adoptionIn(rows[0]);
}

function adoptionIn(row: AdoptionRow): Adoption {
  const { from_jurisdiction, from_item_id, version, settled, template, declined_version, declined_reason } = row;
  return {
    from: { jurisdiction: from_jurisdiction, itemId: from_item_id },
    version,
    settled,
    template,
    newest: entryOf(row),
    ...(declined_version === null || declined_reason === null
      ? {}
      : { declined: { version: declined_version, reason: declined_reason } }),
  };
}

/** Whether the hall has yet to decide on a newer version of the template. */
export const isPending = ({ newest, settled }: Pick<Adoption, 'newest' | 'settled'>): boolean =>
  newest.version > settled && !isGuideEntry(newest);

/** What an item is held against when it is checked; undefined where it is the hall's own. */
export async function templateOf(db: Db, { jurisdiction, itemId }: ItemKey): Promise<ServiceItem | undefined> {
  return (await templatesOf(db, jurisdiction, [itemId])).get(itemId);
}

export interface ListedAdoption {
  readonly version: number;
  /** SHA-256 of the template's content, in hexadecimal. */
  readonly templateHash: string;
  readonly pending: boolean;
}

/** Every adopted item of a hall, by its id. */
export async function adoptionsIn(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, ListedAdoption>> {
  const { rows } = await sql<ListedAdoption & { item_id: string }>`select a.item_id, a.version,
      encode(t.content_hash, 'hex') as "templateHash",
      exists (select from catalogue.item_version n where n.jurisdiction = a.from_jurisdiction
        and n.item_id = a.from_item_id and n.version > a.settled) as pending
    from catalogue.adoption a
    join catalogue.item_version t on t.jurisdiction = a.from_jurisdiction and t.item_id = a.from_item_id
      and t.version = a.version
    where a.jurisdiction = ${jurisdiction}`.execute(db);
  return new Map(rows.map(({ item_id, ...row }) => [item_id, row]));
}

/** The templates of these items of a hall, by the items' ids. */
export async function templatesOf(
  db: Db,
  jurisdiction: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ServiceItem>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ item_id: string; content: ServiceItem }>`select a.item_id, t.content
    from catalogue.adoption a
    join catalogue.item_version t on t.jurisdiction = a.from_jurisdiction and t.item_id = a.from_item_id
      and t.version = a.version
    where a.jurisdiction = ${jurisdiction} and a.item_id = any(${[...ids]}::text[])`.execute(db);
  return new Map(rows.map(({ item_id, content }) => [item_id, content]));
}

export interface Adopter {
  readonly jurisdiction: string;
  readonly version: number;
  readonly settled: number;
  readonly declinedVersion: number | null;
  readonly declinedReason: string | null;
}

/** The halls below that took an item as their template. */
export async function adoptersOf(db: Db, { jurisdiction, itemId }: ItemKey): Promise<readonly Adopter[]> {
  const { rows } = await sql<Adopter>`select jurisdiction, version, settled, declined_version as "declinedVersion",
      declined_reason as "declinedReason"
    from catalogue.adoption where from_jurisdiction = ${jurisdiction} and from_item_id = ${itemId}
    order by jurisdiction`.execute(db);
  return rows;
}

/** Which items of the hall above are taken already, by the id they have there. */
export async function takenFrom(db: Db, jurisdiction: string, above: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select from_item_id as id from catalogue.adoption
    where jurisdiction = ${jurisdiction} and from_jurisdiction = ${above}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** One version of an item of the hall above. */
export interface TemplateVersion extends ItemKey {
  readonly version: number;
}

/** Keeps that an item rests on a version of a template; false where it rests on one already. */
export async function keepAdoption(tx: Tx, key: ItemKey, from: TemplateVersion): Promise<boolean> {
  const { rows } = await sql`insert into catalogue.adoption
      (jurisdiction, item_id, from_jurisdiction, from_item_id, version, settled)
    values (${key.jurisdiction}, ${key.itemId}, ${from.jurisdiction}, ${from.itemId}, ${from.version}, ${from.version})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

/** The item now rests on this version of its template. */
export async function keepTaken(tx: Tx, { jurisdiction, itemId }: ItemKey, version: number): Promise<void> {
  await sql`update catalogue.adoption set version = ${version}, settled = ${version}, declined_version = null,
    declined_reason = null where jurisdiction = ${jurisdiction} and item_id = ${itemId}`.execute(tx);
}

/** The item stays with the version it rests on; the next version is proposed with all that was declined. */
export async function keepDeclined(
  tx: Tx,
  { jurisdiction, itemId }: ItemKey,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<void> {
  await sql`update catalogue.adoption set settled = ${version}, declined_version = ${version}, declined_reason = ${reason}
    where jurisdiction = ${jurisdiction} and item_id = ${itemId}`.execute(tx);
}

/** A new version that concerns nobody below, as of the hall's own telephone, is no proposal to halls that were up to date. */
export async function passOver(tx: Tx, entry: PublishedItem): Promise<void> {
  const { jurisdiction, id, version } = entry;
  const { rows } = await sql`select 1 from catalogue.adoption
    where from_jurisdiction = ${jurisdiction} and from_item_id = ${id} and settled = ${version - 1} limit 1`.execute(
    tx,
  );
  if (rows.length === 0 || isGuideEntry(entry)) return;
  const before = await itemVersion(tx, jurisdiction, id, version - 1);
  if (templateChanges(before, entry).length > 0) return;
  await sql`update catalogue.adoption set settled = ${version}
    where from_jurisdiction = ${jurisdiction} and from_item_id = ${id} and settled = ${version - 1}`.execute(tx);
}
