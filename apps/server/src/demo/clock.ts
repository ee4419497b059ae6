import { instantFromMillis, millisOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../platform/shell.ts';

/** The application's clock of a demonstration: the machine's, so many days ahead. Days only go forward. */
export interface DemoClock {
  readonly now: () => Instant;
  /** Moves the hall ahead; answers the new instant. */
  readonly advance: (days: number) => Promise<Instant>;
  /** Reads what another process may have moved. */
  readonly refresh: () => Promise<void>;
}

const DAY = 86_400_000;
/** Far enough for every limit of the law twice over; the certificates of the demonstration last longer. */
const MOST_DAYS_AHEAD = 3650;

/**
 * The demonstration's clock, or nothing: a database that was not created as a demonstration has no row to move, and no
 * setting of a server makes one.
 */
export async function openDemoClock(db: Db, realNow: () => Instant): Promise<DemoClock | undefined> {
  let offset = await offsetOf(db);
  if (offset === undefined) return undefined;
  const now = (): Instant => instantFromMillis(millisOf(realNow()) + (offset ?? 0) * DAY);
  const refresh = async (): Promise<void> => {
    offset = (await offsetOf(db)) ?? offset;
  };
  return {
    now,
    refresh,
    advance: async (days) => {
      await advanceDemo(db, days);
      await refresh();
      return now();
    },
  };
}

async function offsetOf(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ offset_days: number }>`select offset_days from demo.clock`.execute(db);
  return rows[0]?.offset_days;
}

/** For whoever has only the database: the command-line tool beside a running server. */
export async function advanceDemo(db: Db, days: number): Promise<Result<number, 'not_a_demonstration'>> {
  const { rows } = await sql<{ offset_days: number }>`update demo.clock
    set offset_days = least(offset_days + ${days}, ${MOST_DAYS_AHEAD}) returning offset_days`.execute(db);
  const moved = rows[0];
  return moved === undefined ? refuse('not_a_demonstration') : ok(moved.offset_days);
}

/** Marks the database as a demonstration, for good. Only loading the demonstration does it. */
export async function markAsDemo(db: Db, at: Instant): Promise<void> {
  await sql`insert into demo.clock (created_at) values (${at}::timestamptz) on conflict do nothing`.execute(db);
}
