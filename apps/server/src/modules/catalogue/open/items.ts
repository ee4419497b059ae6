import type { OpenItem } from '@yimen/contract';
import type { PublishedItem } from '@yimen/core/catalogue';
import type { Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import { hashOfJson } from '../entry.ts';
import { guideOf } from '../guide.ts';
import { entryOf, type VersionRow } from '../queries.ts';

export interface PageAsked {
  readonly jurisdiction: string;
  readonly on: Day;
  /** The last id of the page before; everything from the first where it is empty. */
  readonly after: string;
  readonly limit: number;
}

/** A page of what a hall publishes on a day, by id: the way through all of it costs the same at the end as at the beginning. */
export async function itemsPage(
  db: Db,
  { jurisdiction, on, after, limit }: PageAsked,
): Promise<readonly PublishedItem[]> {
  const { rows } = await sql<VersionRow>`select distinct on (item_id) content, effective_to from catalogue.item_version
    where jurisdiction = ${jurisdiction} and item_id > ${after} and effective_from <= ${on}::date
      and (effective_to is null or effective_to >= ${on}::date)
    order by item_id, version desc limit ${limit}`.execute(db);
  return rows.map(entryOf);
}

/** An item by its id or by its code, of a version or as of a day. */
export async function oneItem(
  db: Db,
  {
    jurisdiction,
    code,
    version,
    on,
  }: { readonly jurisdiction: string; readonly code: string; readonly version: number | undefined; readonly on: Day },
): Promise<PublishedItem | undefined> {
  const chosen =
    version === undefined
      ? sql`effective_from <= ${on}::date and (effective_to is null or effective_to >= ${on}::date)`
      : sql`version = ${version}`;
  const { rows } = await sql<VersionRow>`select content, effective_to from catalogue.item_version
    where jurisdiction = ${jurisdiction} and (item_id = ${code} or code = ${code}) and ${chosen}
    order by (item_id = ${code}) desc, version desc limit 1`.execute(db);
  return rows[0] === undefined ? undefined : entryOf(rows[0]);
}

/** What all of a hall's items of a day are known by together, without reading any of them. */
export async function hallTag(db: Db, jurisdiction: string, on: Day): Promise<string> {
  const { rows } = await sql<{
    all: string | null;
  }>`select string_agg(item_id || version || encode(content_hash, 'hex'), ',' order by item_id, version) as all
    from catalogue.item_version where jurisdiction = ${jurisdiction} and effective_from <= ${on}::date
      and (effective_to is null or effective_to >= ${on}::date)`.execute(db);
  return rows[0]?.all ?? '';
}

/** Names are part of the facts: a department renamed is another file. */
export function tagOf(versions: string, names: ReadonlyMap<string, string>): string {
  return hashOfJson({ versions, names: Object.fromEntries(names) }).toString('hex');
}

export function openItem(entry: PublishedItem, names: ReadonlyMap<string, string>): OpenItem {
  const { hash, ...facts } = guideOf(entry, names);
  return { facts, hash, ...(entry.effectiveTo === undefined ? {} : { effectiveTo: entry.effectiveTo }) };
}
