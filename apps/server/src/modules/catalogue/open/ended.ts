import type { EndedItem, Successor } from '@yimen/contract';
import { changeKinds, type ChangeKind } from '@yimen/core/catalogue';
import type { Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import { changeNumber } from '../change/store.ts';

interface SuccessorRow extends Successor {
  readonly ended: string;
}

const goingOn = Object.entries(changeKinds).flatMap(([kind, row]) => (row.goesOn === true ? [kind] : []));

/**
 * What took the place of items that left the list: of the same splitting or merging, what began or went on with other content. What
 * stood beside an item in any other change is none of it. Each under the name of its newest version.
 */
export async function successorsOf(
  db: Db,
  jurisdiction: string,
  ended: readonly string[],
): Promise<ReadonlyMap<string, readonly Successor[]>> {
  if (ended.length === 0) return new Map();
  const { rows } = await sql<SuccessorRow>`select distinct on (e.item_id, v.item_id) e.item_id as ended,
      v.item_id as "itemId", v.name
    from catalogue.item_end e join catalogue.change c using (jurisdiction, change_id)
    cross join lateral jsonb_array_elements(c.state #> '{proposal,lines}') line
    join catalogue.item_version v on v.jurisdiction = e.jurisdiction and v.item_id = line ->> 'itemId'
    where e.jurisdiction = ${jurisdiction} and e.item_id = any(${[...ended]}::text[])
      and c.kind = any(${goingOn}::text[]) and line ->> 'act' in ('create', 'revise') and v.effective_to is null
    order by e.item_id, v.item_id, v.version desc`.execute(db);
  const grouped = Map.groupBy(rows, (row) => row.ended);
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ itemId, name }) => ({ itemId, name }))]));
}

interface EndedRow {
  readonly name: string;
  readonly authority: string;
  readonly lastDay: Day;
  readonly kind: ChangeKind | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly receiver: string | null;
}

/** An item that was on the list and is no more; undefined for one that is on it, comes later, or never was. */
export async function endedItem(
  db: Db,
  { jurisdiction, itemId, on }: { readonly jurisdiction: string; readonly itemId: string; readonly on: Day },
  names: ReadonlyMap<string, string>,
): Promise<EndedItem | undefined> {
  const { rows } =
    await sql<EndedRow>`select v.name, v.authority, v.effective_to as "lastDay", c.kind, c.year, c.number,
      c.state #>> '{proposal,receiver}' as receiver
    from catalogue.item_version v
    left join catalogue.item_end e on e.jurisdiction = v.jurisdiction and e.item_id = v.item_id and e.from_day = v.effective_to + 1
    left join catalogue.change c on c.jurisdiction = e.jurisdiction and c.change_id = e.change_id
    where v.jurisdiction = ${jurisdiction} and v.item_id = ${itemId} and v.effective_to < ${on}::date
      and not exists (select from catalogue.item_version n where n.jurisdiction = v.jurisdiction and n.item_id = v.item_id
        and n.version > v.version)
    limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { name, authority, lastDay, receiver } = row;
  const successors = (await successorsOf(db, jurisdiction, [itemId])).get(itemId) ?? [];
  const authorityName = names.get(authority) ?? authority;
  const taken = receiver === null ? {} : { receiver };
  return { itemId, name, authorityName, lastDay, ...changeOf(row), ...taken, successors };
}

function changeOf({ kind, year, number }: EndedRow): Pick<EndedItem, 'change'> {
  if (kind === null || year === null || number === null) return {};
  const { zh, en } = changeKinds[kind];
  return { change: { number: changeNumber({ year, number }), kind: { zh, en } } };
}
