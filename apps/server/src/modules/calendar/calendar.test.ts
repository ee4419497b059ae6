import { parseNotice, shippedNotices, type Notice } from '@yimen/core/calendar';
import { day, instant, type Instant } from '@yimen/kernel';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../platform/database/index.ts';
import { CALENDAR_CHANGED, importNotice, openCalendar, readNotices, type LiveCalendar } from './index.ts';

let fresh: FreshDatabase;
let app: Database<unknown>;
let live: LiveCalendar;
let clock: Instant = instant('2026-11-10T01:00:00.000Z');
const by = { at: clock, who: 'test' };

beforeAll(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'calendar test' });
  live = openCalendar(app.kysely, () => clock);
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

function notice(published: string, days: readonly object[]): Notice {
  const parsed = parseNotice({ year: 2027, published, days });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
const newYear = notice('2026-11-09', [
  { name: '元旦', date: '2027-01-01', isOffDay: true },
  { name: '元旦', date: '2027-01-04', isOffDay: true },
  { name: '元旦', date: '2027-01-09', isOffDay: false },
]);

async function waiting(): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = ${CALENDAR_CHANGED}`.execute(
    app.kysely,
  );
  return rows[0]?.n ?? -1;
}

test('before any import the shipped notices count', async () => {
  expect(await readNotices(app.kysely)).toEqual(shippedNotices);
  expect((await live.current()).publishedThrough).toBe('2026-12-31');
});

test('a new notice counts from the next look, says which days it moved, and has the cases counted again', async () => {
  const outcome = await importNotice(app.kysely, newYear, by);
  if (typeof outcome === 'string') throw new Error(outcome);
  expect(outcome.outcome).toBe('taken');
  expect(outcome.changed.map(({ on }) => on)).toContain('2027-01-04');
  expect(outcome.after.isWorkingDay(day('2027-01-09'))).toBe(true);
  expect(await waiting()).toBe(1);
  expect((await live.current()).version).toBe(outcome.before.version);
  clock = instant('2026-11-10T01:00:03.000Z');
  expect((await live.current()).version).toBe(outcome.after.version);
  expect((await live.current()).publishedThrough).toBe('2027-12-31');
});

test('the same notice again changes nothing', async () => {
  const outcome = await importNotice(app.kysely, newYear, by);
  expect(outcome).toMatchObject({ outcome: 'unchanged', changed: [] });
  expect(await waiting()).toBe(1);
});

test('other days under the same name are refused; a correction is a notice of its own', async () => {
  const changed = { ...notice('2026-11-09', [{ name: '元旦', date: '2027-01-05', isOffDay: true }]), id: newYear.id };
  expect(await importNotice(app.kysely, changed, by)).toBe('other_content');
  const correction = notice('2026-11-20', [{ name: '元旦', date: '2027-01-05', isOffDay: true }]);
  expect(await importNotice(app.kysely, correction, by)).toMatchObject({ outcome: 'taken' });
  expect((await live.reload()).isWorkingDay(day('2027-01-05'))).toBe(false);
});

test('eight imports of one notice at once take it once', async () => {
  const one = notice('2026-12-01', [{ name: '春节', date: '2027-02-08', isOffDay: true }]);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => importNotice(app.kysely, one, by)));
  expect(outcomes.filter((outcome) => typeof outcome !== 'string' && outcome.outcome === 'taken')).toHaveLength(1);
});

test('an imported notice cannot be changed or removed by the application', async () => {
  await expect(sql`update calendar.notice set year = 2000`.execute(app.kysely)).rejects.toThrow('permission denied');
  await expect(sql`delete from calendar.notice`.execute(app.kysely)).rejects.toThrow('permission denied');
});
