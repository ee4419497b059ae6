import { dayOf, ok, type Day, type Instant } from '@yimen/kernel';
import { isEnded } from '@yimen/core/casework';
import type { Calendar } from '@yimen/core/calendar';
import type { Clock } from '@yimen/core/clock';
import { sql } from 'kysely';
import { transact } from '../../platform/ledger/index.ts';

import { duesOf, nextLookAt, pressingOf, readClocks } from './clocks.ts';
import { findCase, type CaseRow } from './snapshot.ts';
import { taskDues } from './taskDues.ts';
import type { CaseKey } from './tracking.ts';
import type { World } from './world.ts';

export interface Rederived {
  /** Open cases whose clocks were counted again. */
  readonly cases: number;
  /** Due days that are another day now. */
  readonly moved: number;
}

const BATCH = 200;

/**
 * Counts the clocks of every open case again by the calendar as it stands, and records which due day moved from when to
 * when. Goes by the version stored beside each case: running it again, or after a crash, does only what is left.
 */
export async function rederiveCases(world: World): Promise<Rederived> {
  const calendar = await world.near.calendar();
  let total: Rederived = { cases: 0, moved: 0 };
  for (;;) {
    const keys = await outdatedCases(world, calendar.version);
    if (keys.length === 0) return total;
    for (const key of keys) {
      const moved = await rederiveCase(world, key, calendar);
      total = { cases: total.cases + 1, moved: total.moved + moved };
    }
  }
}

async function outdatedCases({ shell }: World, version: string): Promise<readonly CaseKey[]> {
  const { rows } = await sql<{ jurisdiction: string; case_id: string }>`select jurisdiction, case_id
    from casework.cases where open and calendar_version <> ${version} limit ${BATCH}`.execute(shell.db);
  return rows.map((row) => ({ jurisdiction: row.jurisdiction, caseId: row.case_id }));
}

async function rederiveCase(world: World, key: CaseKey, calendar: Calendar): Promise<number> {
  const row = await findCase(world.shell.db, key);
  if (row === undefined || isEnded(row.state)) return 0;
  const item = await world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version);
  const now = world.shell.now();
  const clocks = readClocks({ state: row.state, item, calendar, now });
  const moves = movesOf(row, clocks);
  await transact(world.shell.db, async (tx) => {
    const pressing = pressingOf(clocks);
    const updated = await sql`update casework.cases set calendar_version = ${calendar.version},
        dues = ${JSON.stringify(duesOf(clocks))}::jsonb, due = ${pressing.due ?? null}::date,
        clock_kind = ${pressing.kind ?? null}, paused = ${pressing.paused},
        sort_at = ${pressing.dueAt === undefined || pressing.paused ? 'infinity' : pressing.dueAt}::timestamptz,
        next_due_at = ${nextLookAt(row.state, clocks) ?? null}::timestamptz
      where jurisdiction = ${key.jurisdiction} and case_id = ${key.caseId} and revision = ${row.revision}
      returning 1`.execute(tx);
    // Somebody acted meanwhile: that act counted by the new calendar already, or the next round finds the case again.
    if (updated.rows.length === 0) return ok(undefined);
    await taskDues(tx, key, clocks);
    await recordMoves(tx, key, { moves, calendar, before: row.calendar_version, at: now });
    return ok(undefined);
  });
  return moves.length;
}

interface Move {
  readonly clock: string;
  readonly name: string;
  readonly before: Day;
  readonly after: Day;
}

/** While a suspension is open the due day is a projection that moves with the days; that is no doing of the calendar. */
function movesOf(row: CaseRow, clocks: readonly Clock[]): readonly Move[] {
  const firm = clocks.filter(({ counting }) => counting?.suspensions?.every(({ received }) => received !== undefined));
  return firm.flatMap(({ id, name, due, stoppedOn }) => {
    const before = row.dues[id];
    const moved = stoppedOn === undefined && due !== undefined && before !== undefined && before !== due;
    return moved ? [{ clock: id, name: name.zh, before, after: due }] : [];
  });
}

interface Recorded {
  readonly moves: readonly Move[];
  readonly calendar: Calendar;
  readonly before: string;
  readonly at: Instant;
}

async function recordMoves(tx: Parameters<typeof taskDues>[0], key: CaseKey, recorded: Recorded): Promise<void> {
  const { moves, calendar, before, at } = recorded;
  if (moves.length === 0) return;
  const newest = calendar.notices.at(-1);
  const reason = `依据${newest?.title ?? '新的放假通知'}（${newest?.published ?? dayOf(at)}）重新计算工作日`;
  await sql`insert into casework.clock_moves
      (jurisdiction, case_id, at, clock, due_before, due_after, calendar_before, calendar_after, reason)
    select ${key.jurisdiction}, ${key.caseId}, ${at}::timestamptz, m.clock, m.before, m.after, ${before},
      ${calendar.version}, m.name || '：' || ${reason}
    from json_to_recordset(${JSON.stringify(moves)}::json) as m(clock text, name text, before date, after date)
    on conflict do nothing`.execute(tx);
}
