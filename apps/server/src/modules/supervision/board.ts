import type { Board, BoardLine } from '@yimen/contract';
import { instantFromMillis, millisOf, type Day, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import { asSupervisor } from './asSupervisor.ts';
import { heartbeatOf } from './look.ts';
import { todayOf, type Supervision } from './world.ts';

type Counts = Omit<BoardLine, 'name' | 'authority'>;
type CountRow = Counts & { readonly authority: string };

const NOTHING: Counts = { waiting: 0, inHand: 0, dueToday: 0, overdue: 0, paused: 0, warning: 0, yellow: 0, red: 0 };

/** Stages before acceptance: it waits for the window or the applicant. */
export const WAITING: readonly string[] = ['filed', 'received', 'awaitingCorrection'];

/** Over open cases and open cards only, by indexes: the same on the first day and after a million cases. */
async function countRows(tx: Tx, jurisdiction: string, today: Day): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`
    with cases as (
      select authority, (count(*) filter (where stage = any(${[...WAITING]}::text[])))::int as waiting,
        (count(*) filter (where stage <> all(${[...WAITING]}::text[])))::int as "inHand",
        (count(*) filter (where due = ${today}::date and not paused))::int as "dueToday",
        (count(*) filter (where due < ${today}::date and not paused))::int as overdue,
        (count(*) filter (where paused))::int as paused
      from supervision.watch where jurisdiction = ${jurisdiction} and open group by authority),
    carded as (
      select authority, (count(*) filter (where level = 'warning' and family <> 'urging'))::int as warning,
        (count(*) filter (where level = 'yellow'))::int as yellow, (count(*) filter (where level = 'red'))::int as red
      from supervision.cards where jurisdiction = ${jurisdiction} and phase <> 'closed' group by authority)
    select authority, coalesce(waiting, 0) as waiting, coalesce("inHand", 0) as "inHand", coalesce("dueToday", 0) as "dueToday",
      coalesce(overdue, 0) as overdue, coalesce(paused, 0) as paused, coalesce(warning, 0) as warning,
      coalesce(yellow, 0) as yellow, coalesce(red, 0) as red
    from cases full join carded using (authority) order by authority`.execute(tx);
  return rows;
}

function sum(lines: readonly Counts[]): Counts {
  const add = (left: Counts, right: Counts): Counts => ({
    waiting: left.waiting + right.waiting,
    inHand: left.inHand + right.inHand,
    dueToday: left.dueToday + right.dueToday,
    overdue: left.overdue + right.overdue,
    paused: left.paused + right.paused,
    warning: left.warning + right.warning,
    yellow: left.yellow + right.yellow,
    red: left.red + right.red,
  });
  return lines.reduce(add, NOTHING);
}

interface RecountRow {
  readonly at: Instant;
  readonly cases: number;
  readonly missing: number;
  readonly unexplained: number;
}

async function lastRecount(tx: Tx, jurisdiction: string): Promise<RecountRow | undefined> {
  const { rows } =
    await sql<RecountRow>`select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, cases,
      cardinality(missing) as missing, cardinality(unexplained) as unexplained
    from supervision.recounts where jurisdiction = ${jurisdiction} order by recounts.at desc limit 1`.execute(tx);
  return rows[0];
}

/** The board as it stands, of all departments or of some; read as the supervisor's role. */
export async function boardOf(world: Supervision, jurisdiction: string, only?: readonly string[]): Promise<Board> {
  const at = world.shell.now();
  const names = await world.near.authorityNames(jurisdiction);
  const today = todayOf(world);
  const { rows, recount } = await asSupervisor(world, async (tx) => ({
    rows: await countRows(tx, jurisdiction, today),
    recount: await lastRecount(tx, jurisdiction),
  }));
  const shown = rows.filter(({ authority }) => only === undefined || only.includes(authority));
  const departments = shown.map((row) => ({ ...row, name: names.get(row.authority) ?? row.authority }));
  return {
    at: instantFromMillis(millisOf(at)),
    today,
    total: { name: '', ...sum(shown) },
    departments,
    scheduler: await heartbeatOf(world),
    ...(recount === undefined ? {} : { recount }),
  };
}
