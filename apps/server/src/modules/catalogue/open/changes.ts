import type { OpenChange, OpenChanges, Successor } from '@yimen/contract';
import { diffItems, isGuideEntry, type PublishedItem } from '@yimen/core/catalogue';
import { addDays, type Day } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import { guideOf } from '../guide.ts';
import { entryOf, type VersionRow } from '../queries.ts';
import { successorsOf } from './ended.ts';

export interface ChangesAsked {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly to: Day;
  readonly kind?: OpenChange['kind'] | undefined;
  readonly offset: number;
  readonly limit: number;
}

interface ChangeRow extends VersionRow {
  readonly kind: 'added' | 'changed' | 'ended';
  readonly on: Day;
  readonly before: PublishedItem | null;
}

/** Versions that began and items that ended between two days: what each is, without its content. */
function happenings({
  jurisdiction,
  from,
  to,
}: Pick<ChangesAsked, 'jurisdiction' | 'from' | 'to'>): RawBuilder<unknown> {
  return sql`with began as (
      select v.item_id, v.version, v.effective_from as on, before.version as before
      from catalogue.item_version v
      left join lateral (select b.version from catalogue.item_version b
        where b.jurisdiction = v.jurisdiction and b.item_id = v.item_id and b.version < v.version
          and b.effective_to >= ${addDays(from, -1)}::date order by b.version desc limit 1) before on true
      where v.jurisdiction = ${jurisdiction} and v.effective_from between ${from}::date and ${to}::date),
    ended as (
      select v.item_id, v.version, v.effective_to + 1 as on
      from catalogue.item_version v
      where v.jurisdiction = ${jurisdiction}
        and v.effective_to between ${addDays(from, -1)}::date and ${addDays(to, -1)}::date
        and not exists (select 1 from catalogue.item_version n where n.jurisdiction = v.jurisdiction
          and n.item_id = v.item_id and n.version > v.version and n.effective_from <= v.effective_to + 1)),
    happened as (
      select item_id, version, "on", before, case when before is null then 'added' else 'changed' end as kind from began
      union all select item_id, version, "on", null, 'ended' from ended)`;
}

/** How many of each kind there are between two days. */
export async function countChanges(
  db: Db,
  asked: Pick<ChangesAsked, 'jurisdiction' | 'from' | 'to'>,
): Promise<OpenChanges['counts']> {
  const { rows } = await sql<{ kind: OpenChange['kind']; count: number }>`${happenings(asked)}
    select kind, count(*)::int as count from happened group by kind`.execute(db);
  const counted = new Map(rows.map(({ kind, count }) => [kind, count]));
  const of = (kind: OpenChange['kind']): number => counted.get(kind) ?? 0;
  return { added: of('added'), changed: of('changed'), ended: of('ended') };
}

/** Versions that began and items that ended between two days, the earliest first. */
export async function changesBetween(
  db: Db,
  asked: ChangesAsked,
  names: ReadonlyMap<string, string>,
): Promise<readonly OpenChange[]> {
  const { jurisdiction, kind, offset, limit } = asked;
  const { rows } = await sql<ChangeRow>`${happenings(asked)}
    select h.item_id, h.version, h."on", h.kind, v.content, v.effective_to, b.content as before
    from (select * from happened where ${kind ?? null}::text is null or kind = ${kind ?? null}
      order by "on", item_id, version offset ${offset} limit ${limit}) h
    join catalogue.item_version v on v.jurisdiction = ${jurisdiction} and v.item_id = h.item_id and v.version = h.version
    left join catalogue.item_version b on b.jurisdiction = ${jurisdiction} and b.item_id = h.item_id and b.version = h.before
    order by h."on", h.item_id, h.version`.execute(db);
  const ended = rows.filter((row) => row.kind === 'ended').map(({ content }) => content.id);
  const successors = await successorsOf(db, jurisdiction, ended);
  return rows.map((row) => changeOf(row, names, successors.get(row.content.id)));
}

function changeOf(
  row: ChangeRow,
  names: ReadonlyMap<string, string>,
  successors: readonly Successor[] | undefined,
): OpenChange {
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
    ...(kind === 'ended' && successors !== undefined ? { successors } : {}),
  };
}

function differences(before: PublishedItem, after: PublishedItem): OpenChange['changes'] {
  // What became a full guide out of a line of a list changed as a whole.
  if (isGuideEntry(before) !== isGuideEntry(after)) return [];
  return diffItems(before, after).map(({ words, effect }) => ({ words, effect }));
}
