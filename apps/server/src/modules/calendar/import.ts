import { calendarOf, diffCalendars, type Calendar, type ChangedDay, type Notice } from '@yimen/core/calendar';
import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Db } from '../../platform/shell.ts';
import { readNotices } from './store.ts';

/** Tells the worker to count every open case's clocks again; the handler is casework's. */
export const CALENDAR_CHANGED = 'calendarChanged';

export interface ImportedNotice {
  readonly outcome: 'taken' | 'unchanged';
  readonly before: Calendar;
  readonly after: Calendar;
  /** Days that are working days in one and not in the other. */
  readonly changed: readonly ChangedDay[];
}

/** The same name already stands for other days: a correction is a notice of its own, with its own name and day. */
export type ImportRefusal = 'other_content';

/**
 * Adds a notice to those that count, and has every open case's clocks derived again, in one transaction. The same notice
 * again changes nothing.
 */
export async function importNotice(
  db: Db,
  notice: Notice,
  by: { readonly at: Instant; readonly who: string },
): Promise<ImportedNotice | ImportRefusal> {
  return db.transaction().execute(async (tx) => {
    // Two imports at once would each compare with a calendar that lacks the other.
    await sql`select pg_advisory_xact_lock(hashtext('calendar.import'))`.execute(tx);
    const notices = await readNotices(tx);
    const before = calendarOf(notices);
    const known = notices.find(({ id }) => id === notice.id);
    if (known !== undefined) {
      const same = calendarOf([known]).version === calendarOf([notice]).version;
      return same ? { outcome: 'unchanged', before, after: before, changed: [] } : 'other_content';
    }
    await sql`insert into calendar.notice (id, imported_at, imported_by, year, content)
      values (${notice.id}, ${by.at}::timestamptz, ${by.who}, ${notice.year}, ${JSON.stringify(notice)}::jsonb)`.execute(
      tx,
    );
    const after = calendarOf([...notices, notice]);
    await enqueue(tx, { name: CALENDAR_CHANGED, payload: { version: after.version }, key: CALENDAR_CHANGED });
    return { outcome: 'taken', before, after, changed: diffCalendars(before, after) };
  });
}
