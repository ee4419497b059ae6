import { calendarOf, shippedNotices, type Calendar, type Notice } from '@yimen/core/calendar';
import { millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

/** All notices that count: the shipped ones, and those imported over them. */
export async function readNotices(db: Db): Promise<readonly Notice[]> {
  const { rows } = await sql<{ content: Notice }>`select content from calendar.notice order by imported_at, id`.execute(
    db,
  );
  return [...shippedNotices, ...rows.map(({ content }) => content)];
}

/** The calendar as it stands, shared by everything in one process. */
export interface LiveCalendar {
  /** At most {@link FRESH_MS} old. */
  readonly current: () => Promise<Calendar>;
  /** As the database has it now. */
  readonly reload: () => Promise<Calendar>;
}

/** Another process's import is seen after this long; the cases are counted again by a job anyway. */
const FRESH_MS = 2000;

/** Keeps the calendar in memory and looks whether a notice was added. Built anew only then: building takes milliseconds. */
export function openCalendar(db: Db, realNow: () => Instant): LiveCalendar {
  let known: { readonly calendar: Calendar; readonly imported: number } | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const reload = async (): Promise<Calendar> => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from calendar.notice`.execute(db);
    const imported = rows[0]?.count ?? 0;
    const seen = known?.imported === imported ? known : { calendar: calendarOf(await readNotices(db)), imported };
    known = seen;
    lookedAt = millisOf(realNow());
    return seen.calendar;
  };
  const current = (): Promise<Calendar> => {
    const fresh = known !== undefined && millisOf(realNow()) - lookedAt < FRESH_MS;
    return fresh && known !== undefined ? Promise.resolve(known.calendar) : reload();
  };
  return { current, reload };
}
