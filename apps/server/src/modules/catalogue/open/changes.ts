import type { OpenChange } from '@yimen/contract';
import { diffItems, isGuideEntry, type PublishedItem } from '@yimen/core/catalogue';
import { addDays, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import { guideOf } from '../guide.ts';
import { entryOf, type VersionRow } from '../queries.ts';

export interface ChangesAsked {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly to: Day;
  readonly offset: number;
  readonly limit: number;
}

interface ChangeRow extends VersionRow {
  readonly kind: 'added' | 'changed' | 'ended';
  readonly on: Day;
  readonly before: PublishedItem | null;
}

/** Versions that began and items that ended between two days, the earliest first. */
export async function changesBetween(
  db: Db,
  asked: ChangesAsked,
  names: ReadonlyMap<string, string>,
): Promise<readonly OpenChange[]> {
  const { jurisdiction, from, to, offset, limit } = asked;
  const { rows } = await sql<ChangeRow>`with began as (
      select v.item_id, v.version, v.content, v.effective_to, v.effective_from as on, before.content as before
      from catalogue.item_version v
      left join lateral (select b.content from catalogue.item_version b
        where b.jurisdiction = v.jurisdiction and b.item_id = v.item_id and b.version < v.version
          and b.effective_to >= ${addDays(from, -1)}::date order by b.version desc limit 1) before on true
      where v.jurisdiction = ${jurisdiction} and v.effective_from between ${from}::date and ${to}::date),
    ended as (
      select v.item_id, v.version, v.content, v.effective_to, v.effective_to + 1 as on
      from catalogue.item_version v
      where v.jurisdiction = ${jurisdiction}
        and v.effective_to between ${addDays(from, -1)}::date and ${addDays(to, -1)}::date
        and not exists (select 1 from catalogue.item_version n where n.jurisdiction = v.jurisdiction
          and n.item_id = v.item_id and n.version > v.version and n.effective_from <= v.effective_to + 1))
    select * from (
      select item_id, version, content, effective_to, "on", before,
        case when before is null then 'added' else 'changed' end as kind from began
      union all select item_id, version, content, effective_to, "on", null, 'ended' from ended) all_of_them
    order by "on", item_id, version offset ${offset} limit ${limit}`.execute(db);
  return rows.map((row) => changeOf(row, names));
}

function changeOf(row: ChangeRow, names: ReadonlyMap<string, string>): OpenChange {
  const entry = entryOf(row);
  const { kind, on, before } = row;
  return {
    itemId: entry.id,
    name: entry.name,
    kind,
    on,
    version: entry.version,
    hash: guideOf(entry, names).hash,
    changes: before === null ? [] : differences(before, entry),
  };
}

function differences(before: PublishedItem, after: PublishedItem): OpenChange['changes'] {
  // What became a full guide out of a line of a list changed as a whole.
  if (isGuideEntry(before) !== isGuideEntry(after)) return [];
  return diffItems(before, after).map(({ words, effect }) => ({ words, effect }));
}
