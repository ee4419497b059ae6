import { isGuideEntry, stepsOf, type GuideEntry, type PublishedItem, type ServiceItem } from '@yimen/core/catalogue';
import type { Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import { isFull } from './entry.ts';

export interface VersionRow {
  readonly content: PublishedItem;
  readonly effective_to: Day | null;
}

/** The end of a version is kept beside its content, because publishing the next one sets it. */
export function entryOf({ content, effective_to }: VersionRow): PublishedItem {
  const { effectiveTo: _effectiveTo, ...entry } = content;
  return { ...entry, ...(effective_to === null ? {} : { effectiveTo: effective_to }) };
}

/** What was in force on a day; undefined before the first version, after the last, and for an unknown item. */
export async function entryInForce(
  db: Db,
  jurisdiction: string,
  itemId: string,
  on: Day,
): Promise<PublishedItem | undefined> {
  const { rows } = await sql<VersionRow>`select content, effective_to from catalogue.item_version
    where jurisdiction = ${jurisdiction} and item_id = ${itemId} and effective_from <= ${on}::date
      and (effective_to is null or effective_to >= ${on}::date)
    order by version desc limit 1`.execute(db);
  return rows[0] === undefined ? undefined : entryOf(rows[0]);
}

/** The full version in force on a day, for a new case. */
export async function itemInForce(
  db: Db,
  jurisdiction: string,
  itemId: string,
  on: Day,
): Promise<ServiceItem | undefined> {
  const entry = await entryInForce(db, jurisdiction, itemId, on);
  return entry !== undefined && isFull(entry) ? entry : undefined;
}

/** One version of an item; undefined where there is none, or it is only listed. */
export async function fullVersion(
  db: Db,
  {
    jurisdiction,
    itemId,
    version,
  }: { readonly jurisdiction: string; readonly itemId: string; readonly version: number },
): Promise<ServiceItem | undefined> {
  const { rows } = await sql<VersionRow>`select content, effective_to from catalogue.item_version
    where jurisdiction = ${jurisdiction} and item_id = ${itemId} and version = ${version}`.execute(db);
  const entry = rows[0] === undefined ? undefined : entryOf(rows[0]);
  return entry !== undefined && isFull(entry) ? entry : undefined;
}

/** The version a running case keeps. Throws when there is none: it was there when the case was filed. */
export async function itemVersion(db: Db, jurisdiction: string, itemId: string, version: number): Promise<ServiceItem> {
  const item = await fullVersion(db, { jurisdiction, itemId, version });
  if (item === undefined) throw new Error(`no version ${String(version)} of ${jurisdiction}/${itemId}`);
  return item;
}

/** What is in force on a day, by item id. */
export async function entriesInForce(
  db: Db,
  jurisdiction: string,
  ids: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, PublishedItem>> {
  const { rows } = await sql<
    VersionRow & { item_id: string }
  >`select distinct on (item_id) item_id, content, effective_to
    from catalogue.item_version where jurisdiction = ${jurisdiction} and item_id = any(${[...ids]}::text[])
      and effective_from <= ${on}::date and (effective_to is null or effective_to >= ${on}::date)
    order by item_id, version desc`.execute(db);
  return new Map(rows.map((row) => [row.item_id, entryOf(row)]));
}

/** How many items each hall publishes. */
export async function countItems(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ jurisdiction: string; count: number }>`select jurisdiction, count(*)::int as count
    from catalogue.item_search group by jurisdiction`.execute(db);
  return new Map(rows.map(({ jurisdiction, count }) => [jurisdiction, count]));
}

/** The last version of every guide-only entry of a hall, for an import to compare with. */
export async function guideEntries(db: Db, jurisdiction: string): Promise<readonly GuideEntry[]> {
  const { rows } = await sql<VersionRow>`select distinct on (item_id) content, effective_to from catalogue.item_version
    where jurisdiction = ${jurisdiction} and availability = 'guideOnly' order by item_id, version desc`.execute(db);
  return rows.map(entryOf).filter((entry) => isGuideEntry(entry));
}

/** What a hall publishes on a day, every item once, by id. */
export async function hallItems(db: Db, jurisdiction: string, on: Day): Promise<readonly PublishedItem[]> {
  const { rows } = await sql<VersionRow>`select distinct on (item_id) content, effective_to from catalogue.item_version
    where jurisdiction = ${jurisdiction} and effective_from <= ${on}::date
      and (effective_to is null or effective_to >= ${on}::date)
    order by item_id, version desc`.execute(db);
  return rows.map(entryOf);
}

/** Which versions a hall publishes on a day, each with the hash of its content: for those who know most contents already. */
export async function hallVersions(db: Db, jurisdiction: string, on: Day): Promise<readonly InForce[]> {
  const { rows } = await sql<InForce>`select distinct on (item_id) item_id as id, version,
      effective_from as "effectiveFrom", encode(content_hash, 'hex') as hash
    from catalogue.item_version where jurisdiction = ${jurisdiction} and effective_from <= ${on}::date
      and (effective_to is null or effective_to >= ${on}::date)
    order by item_id, version desc`.execute(db);
  return rows;
}

export interface InForce extends Pick<PublishedItem, 'id' | 'version' | 'effectiveFrom'> {
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
}

/** The contents of versions, by their hash. */
export async function contentsOf(
  db: Db,
  jurisdiction: string,
  versions: readonly InForce[],
): Promise<ReadonlyMap<string, PublishedItem>> {
  const [ids, numbers] = [versions.map(({ id }) => id), versions.map(({ version }) => version)];
  const { rows } = await sql<
    VersionRow & { hash: string }
  >`select encode(content_hash, 'hex') as hash, content, effective_to
    from unnest(${ids}::text[], ${numbers}::int[]) as wanted (item_id, version)
    join catalogue.item_version using (item_id, version) where jurisdiction = ${jurisdiction}`.execute(db);
  return new Map(rows.map((row) => [row.hash, entryOf(row)]));
}

/** Every version of an item, the newest first. */
export async function versionsOf(db: Db, jurisdiction: string, itemId: string): Promise<readonly PublishedItem[]> {
  const { rows } = await sql<VersionRow>`select content, effective_to from catalogue.item_version
    where jurisdiction = ${jurisdiction} and item_id = ${itemId} order by version desc`.execute(db);
  return rows.map(entryOf);
}

/** What each item in force on a day is called: by its id, its name and its codes. */
export async function itemNames(
  db: Db,
  jurisdiction: string,
  on: Day,
): Promise<readonly { itemId: string; name: string; authority: string; codes: readonly string[] }[]> {
  const { rows } = await sql<{ id: string; name: string; authority: string; codes: Readonly<Record<string, string>> }>`
    select distinct on (item_id) item_id as id, content->>'name' as name, content->>'authority' as authority,
      coalesce(content->'codes', '{}'::jsonb) as codes
    from catalogue.item_version where jurisdiction = ${jurisdiction} and effective_from <= ${on}::date
      and (effective_to is null or effective_to >= ${on}::date)
    order by item_id, version desc`.execute(db);
  return rows.map(({ id, codes, ...item }) => ({ itemId: id, ...item, codes: Object.values(codes).map(String) }));
}

/** A version of an item in force for a time, and what it says of fees. Entries of lists say nothing and are left out. */
export interface FeesOfVersion {
  readonly itemId: string;
  readonly version: number;
  readonly kind: ServiceItem['kind'];
  readonly from: Day;
  readonly to: Day | null;
  readonly fees: ServiceItem['fees'];
}

/** What the published versions of these items say of fees, the newest first. */
export async function feesOfItems(
  db: Db,
  jurisdiction: string,
  itemIds: readonly string[],
): Promise<readonly FeesOfVersion[]> {
  const { rows } = await sql<FeesOfVersion>`select item_id as "itemId", version, content->>'kind' as kind,
      effective_from::text as "from", effective_to::text as "to", content->'fees' as fees
    from catalogue.item_version where jurisdiction = ${jurisdiction} and item_id = any(${[...itemIds]}::text[])
      and content ? 'fees'
    order by item_id, version desc`.execute(db);
  return rows;
}

/** What the steps of a hall's procedures are called, by their ids; where items differ, each of the names. */
export async function stepNames(db: Db, jurisdiction: string, on: Day): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<
    Pick<ServiceItem, 'procedure'>
  >`select distinct on (item_id) content->'procedure' as procedure
    from catalogue.item_version where jurisdiction = ${jurisdiction} and content ? 'procedure'
      and effective_from <= ${on}::date and (effective_to is null or effective_to >= ${on}::date)
    order by item_id, version desc`.execute(db);
  const steps = rows.flatMap(({ procedure }) => stepsOf(procedure));
  return new Map(
    [...Map.groupBy(steps, ({ id }) => id)].map(([id, same]) => [
      id,
      [...new Set(same.map(({ name }) => name))].join('／'),
    ]),
  );
}

/** An item in force that publishes a procedure of its own. */
export interface ItemWithProcedure {
  readonly itemId: string;
  readonly version: number;
  readonly name: string;
}

/** What a hall publishes on a day with a procedure, by name. */
export async function itemsWithProcedure(db: Db, jurisdiction: string, on: Day): Promise<readonly ItemWithProcedure[]> {
  const { rows } = await sql<ItemWithProcedure>`select distinct on (item_id) item_id as "itemId", version,
      content->>'name' as name
    from catalogue.item_version where jurisdiction = ${jurisdiction} and content ? 'procedure'
      and effective_from <= ${on}::date and (effective_to is null or effective_to >= ${on}::date)
    order by item_id, version desc`.execute(db);
  return rows.toSorted((left, right) => left.name.localeCompare(right.name, 'zh-CN'));
}
