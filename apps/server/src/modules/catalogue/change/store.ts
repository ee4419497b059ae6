import { openVisits, type ListChange } from '@yimen/core/catalogue';
import { yearOf, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/shell.ts';

export interface ChangeKey {
  readonly jurisdiction: string;
  readonly changeId: string;
}

export interface StoredChange extends ChangeKey {
  readonly revision: number;
  readonly year: number;
  readonly number: number;
  readonly appliedOn: Day;
  readonly closedOn: Day | null;
  readonly state: ListChange;
}

export const changeStream = (changeId: string): string => `change/${changeId}`;
export const changeNumber = ({ year, number }: Pick<StoredChange, 'year' | 'number'>): string =>
  `清调〔${String(year)}〕${String(number)}号`;

const columns = sql`jurisdiction, change_id as "changeId", revision, year, number, applied_on::text as "appliedOn",
  closed_on::text as "closedOn", state`;

export async function findChange(db: Db, { jurisdiction, changeId }: ChangeKey): Promise<StoredChange | undefined> {
  const { rows } = await sql<StoredChange>`select ${columns} from catalogue.change
    where jurisdiction = ${jurisdiction} and change_id = ${changeId}`.execute(db);
  return rows[0];
}

const MOST_OPEN = 300;
const MOST_CLOSED = 60;

/** Every change that waits, the soonest due first, and the last that were closed. */
export async function listChanges(db: Db, jurisdiction: string): Promise<readonly StoredChange[]> {
  const { rows } = await sql<StoredChange>`(select ${columns} from catalogue.change
      where jurisdiction = ${jurisdiction} and phase <> 'closed' order by due_on, change_id limit ${MOST_OPEN})
    union all (select ${columns} from catalogue.change
      where jurisdiction = ${jurisdiction} and phase = 'closed' order by closed_on desc, change_id limit ${MOST_CLOSED})`.execute(
    db,
  );
  return rows;
}

/** An open change of a hall that one of these items is in, with its number; `other` is not looked at. */
export async function openChangeOf(
  tx: Tx,
  jurisdiction: string,
  items: readonly string[],
  other: string | undefined,
): Promise<{ readonly itemId: string; readonly number: string } | undefined> {
  const { rows } = await sql<{ item_ids: string[]; year: number; number: number }>`select item_ids, year, number
    from catalogue.change where jurisdiction = ${jurisdiction} and phase <> 'closed'
      and item_ids && ${[...items]}::text[] and change_id <> ${other ?? ''} limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  return { itemId: row.item_ids.find((id) => items.includes(id)) ?? '', number: changeNumber(row) };
}

/** One act on the changes of a hall at a time: numbers without a gap, an item in one change only. */
export async function lockChanges(tx: Tx, jurisdiction: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue.change'), hashtext(${jurisdiction}))`.execute(tx);
}

export async function nextNumber(
  tx: Tx,
  jurisdiction: string,
  on: Day,
): Promise<Pick<StoredChange, 'year' | 'number'>> {
  const year = yearOf(on);
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0)::int + 1 as number
    from catalogue.change where jurisdiction = ${jurisdiction} and year = ${year}`.execute(tx);
  return { year, number: rows[0]?.number ?? 1 };
}

const soonest = (state: ListChange): Day | null =>
  openVisits(state)
    .map(({ dueOn }) => dueOn)
    .toSorted()[0] ?? null;

/** The row of a change and of each of its visits, as its facts now have it. */
export async function writeChange(tx: Tx, change: StoredChange): Promise<void> {
  const { jurisdiction, changeId, revision, year, number, appliedOn, closedOn, state } = change;
  const { proposal, authority, phase, outcome } = state;
  const items = proposal.lines.map(({ itemId }) => itemId);
  await sql`insert into catalogue.change (jurisdiction, change_id, year, number, revision, kind, trigger, authority, phase,
      outcome, applied_on, closed_on, due_on, item_ids, state)
    values (${jurisdiction}, ${changeId}, ${year}, ${number}, ${revision}, ${proposal.kind}, ${proposal.trigger}, ${authority},
      ${phase}, ${outcome ?? null}, ${appliedOn}::date, ${closedOn}::date, ${soonest(state)}::date, ${items}::text[],
      ${JSON.stringify(state)}::jsonb)
    on conflict (jurisdiction, change_id) do update set revision = excluded.revision, kind = excluded.kind,
      trigger = excluded.trigger, phase = excluded.phase, outcome = excluded.outcome, closed_on = excluded.closed_on,
      due_on = excluded.due_on, item_ids = excluded.item_ids, state = excluded.state`.execute(tx);
  const visits = state.visits.map((visit, at) => ({ at, done_on: null, result: null, days: null, ...named(visit) }));
  await sql`insert into catalogue.change_visit (jurisdiction, change_id, at, step, opened_on, due_on, done_on, result, days)
    select ${jurisdiction}, ${changeId}, at, step, opened_on, due_on, done_on, result, days
    from json_to_recordset(${JSON.stringify(visits)}::json)
      as v(at int, step text, opened_on date, due_on date, done_on date, result text, days int)
    on conflict (jurisdiction, change_id, at) do update
      set done_on = excluded.done_on, result = excluded.result, days = excluded.days`.execute(tx);
}

const named = ({ step, openedOn, dueOn, doneOn, result, days }: ListChange['visits'][number]) => ({
  step,
  opened_on: openedOn,
  due_on: dueOn,
  ...(doneOn === undefined ? {} : { done_on: doneOn }),
  ...(result === undefined ? {} : { result }),
  ...(days === undefined ? {} : { days }),
});
