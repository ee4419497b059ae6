import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '@yimen/kernel';
import {
  calendarAsOf,
  calendarOf,
  diffCalendars,
  lastDayNumber,
  parseNotice,
  shippedNotices,
  type Notice,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const holidays = new URL('../../../../../shared/data/holidays/', import.meta.url);
const fileOf = (year: number): URL => new URL(`${String(year)}.json`, holidays);
const hasFiles = existsSync(fileOf(2026));
const years = Array.from({ length: 20 }, (_, index) => 2007 + index);

interface HolidayFile {
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean; readonly name: string }[];
}
const readFile = (year: number): HolidayFile => JSON.parse(readFileSync(fileOf(year), 'utf8')) as HolidayFile;

describe('the shipped notices', () => {
  test.skipIf(!hasFiles).each(years)(
    'of %i say what the transcribed notice says, day by day (skipped where shared/data/holidays is absent)',
    (year) => {
      for (const { date, isOffDay, name } of readFile(year).days) {
        const fact = calendar.factOf(day(date));
        expect([date, fact.working]).toEqual([date, !isOffDay]);
        // The transcription lists Monday 2020-02-03, the ordinary working day on which work was resumed.
        if (date !== '2020-02-03')
          expect([date, fact.kind, fact.name]).toEqual([date, isOffDay ? 'holiday' : 'makeUp', name]);
      }
    },
  );

  test.skipIf(!hasFiles)('name no day that the transcription does not have (skipped where it is absent)', () => {
    const known = new Set(years.flatMap((year) => readFile(year).days.map((entry) => entry.date)));
    for (let on = day('2006-12-01'); on <= '2027-02-01'; on = addDays(on, 1)) {
      if (calendar.factOf(on).notice !== undefined) expect(known).toContain(on);
    }
  });

  test('follow one another without a gap from 2007 to 2026', () => {
    expect([calendar.publishedFrom, calendar.publishedThrough]).toEqual(['2006-12-30', '2026-12-31']);
    expect(calendar.notices).toHaveLength(23);
  });

  test('are each named, and numbered where the number is known', () => {
    expect(calendar.factOf(day('2025-10-08')).notice).toMatchObject({
      title: '国务院办公厅关于2025年部分节假日安排的通知',
      number: '国办发明电〔2024〕12号',
    });
    expect(shippedNotices.filter((notice) => notice.number === undefined).map((notice) => notice.year)).toEqual([
      2008, 2009,
    ]);
    expect(new Set(shippedNotices.map((notice) => notice.id)).size).toBe(shippedNotices.length);
  });
});

describe('a working day', () => {
  test.each([
    ['2024-10-12', true, 'makeUp', 'a Saturday worked for the National Day holiday'],
    ['2024-09-29', true, 'makeUp', 'a Sunday worked'],
    ['2024-10-01', false, 'holiday', 'National Day'],
    ['2015-09-03', false, 'holiday', 'a holiday of one year only'],
    ['2014-04-06', false, 'weekend', 'a Sunday between two days off'],
    ['2026-03-02', true, 'workday', 'a Monday'],
    ['2027-02-05', false, 'festival', 'Lunar New Year’s Eve of a year without notice'],
    ['2027-02-06', false, 'festival', 'the first day of the lunar year, a Saturday'],
    ['2027-02-09', true, 'workday', 'the fourth day of the lunar year, which only a notice could free'],
    ['2027-05-03', true, 'workday', 'a Monday after two festival days on a weekend: only a notice makes them good'],
  ])('%s: %s, %s — %s', (text, working, kind) => {
    expect(calendar.factOf(day(text))).toMatchObject({ working, kind });
    expect(calendar.isWorkingDay(day(text))).toBe(working);
  });

  test('is provisional from the first day no notice covers', () => {
    expect(calendar.factOf(day('2026-12-31')).provisional).toBe(false);
    expect(calendar.factOf(day('2027-01-01'))).toMatchObject({ provisional: true, kind: 'festival', name: '元旦' });
  });

  test('is counted without a horizon: ten thousand of them', () => {
    const far = calendar.workingDayAfter(day('2026-03-02'), 10_000);
    expect(far).toBe('2065-11-26');
    expect(calendar.workingDaysBetween(day('2026-03-02'), far)).toBe(10_000);
    expect(() => calendar.workingDayAfter(day('2026-03-02'), 3_000_000)).toThrow('9999');
  });

  test('is the same whichever question was asked first', () => {
    const fresh = calendarOf(shippedNotices);
    expect(fresh.isWorkingDay(day('2149-10-01'))).toBe(false);
    expect(fresh.workingDayAfter(day('2024-09-30'), 5)).toBe('2024-10-12');
    expect(fresh.isWorkingDay(day('1999-12-31'))).toBe(true);
    expect(fresh.workingDayAfter(day('2024-09-30'), 5)).toBe('2024-10-12');
  });
});

describe('the holiday lengthened while it lasted (2020)', () => {
  const before = calendarAsOf(shippedNotices, day('2020-01-26'));
  const after = calendarAsOf(shippedNotices, day('2020-01-27'));

  test('took away a Friday, and a Saturday that was to be worked', () => {
    expect(diffCalendars(before, after).map(({ on, before: was, after: is }) => [on, was.kind, is.kind])).toEqual([
      ['2020-01-31', 'workday', 'holiday'],
      ['2020-02-01', 'makeUp', 'holiday'],
    ]);
  });

  test('gives the calendar another version; the order of the notices does not', () => {
    expect(after.version).not.toBe(before.version);
    expect(calendarOf(shippedNotices.toReversed()).version).toBe(calendar.version);
    expect(diffCalendars(calendar, calendarOf(shippedNotices.toReversed()))).toEqual([]);
  });
});

describe('a version', () => {
  test('changes when a single day is corrected', () => {
    const wrong = shippedNotices.map((notice): Notice =>
      notice.id !== '2026'
        ? notice
        : { ...notice, festivals: notice.festivals.map((rest) => ({ ...rest, makeUp: [] })) },
    );
    const changed = diffCalendars(calendar, calendarOf(wrong));
    expect(calendarOf(wrong).version).not.toBe(calendar.version);
    expect(changed.map((entry) => entry.on)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  test('covers only years that follow one another', () => {
    const gap = calendarOf(shippedNotices.filter((notice) => notice.year !== 2025));
    expect(gap.publishedThrough).toBe('2024-12-31');
    expect(gap.isWorkingDay(day('2026-02-16'))).toBe(false);
    expect(gap.factOf(day('2025-10-06'))).toMatchObject({ kind: 'festival', name: '中秋节', provisional: true });
  });

  test('needs a notice at all', () => {
    expect(() => calendarOf([])).toThrow('at least one notice');
  });
});

describe('importing a notice file', () => {
  const published = day('2025-11-04');

  test.skipIf(!hasFiles)('in the shape of holiday-cn gives the same working days (skipped where it is absent)', () => {
    const notices = years.map((year) => {
      const parsed = parseNotice(JSON.parse(readFileSync(fileOf(year), 'utf8')), {
        published: day(`${String(year - 1)}-11-01`),
      });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      return parsed.value;
    });
    expect(diffCalendars(calendar, calendarOf(notices))).toEqual([]);
  });

  test.skipIf(!hasFiles)('that has no days yet is refused, saying so (skipped where it is absent)', () => {
    const parsed = parseNotice(JSON.parse(readFileSync(fileOf(2027), 'utf8')), { published });
    expect(parsed).toMatchObject({ ok: false, error: [{ row: 0, field: 'days', code: 'no_days' }] });
  });

  test('in our own shape overrides single days of an earlier notice', () => {
    const parsed = parseNotice({
      year: 2026,
      published: '2026-04-20',
      title: '关于调整2026年劳动节假期安排的通知',
      festivals: [{ name: '劳动节', from: '2026-05-06', to: '2026-05-06', makeUp: ['2026-05-10'] }],
    });
    if (!parsed.ok) throw new Error('refused');
    const changed = diffCalendars(calendar, calendarOf([...shippedNotices, parsed.value]));
    expect(changed.map(({ on, after }) => [on, after.kind])).toEqual([
      ['2026-05-06', 'holiday'],
      ['2026-05-10', 'makeUp'],
    ]);
  });

  test('that states its whole year puts the earlier notices of that year aside', () => {
    const days = [{ name: '元旦', date: '2026-01-01', isOffDay: true }];
    const parsed = parseNotice({ year: 2026, days }, { published: day('2025-12-01') });
    if (!parsed.ok) throw new Error('refused');
    const replaced = calendarOf([...shippedNotices, parsed.value]);
    expect(replaced.notices.filter((notice) => notice.year === 2026)).toEqual([parsed.value]);
    expect(replaced.isWorkingDay(day('2026-10-01'))).toBe(true);
    expect(replaced.isWorkingDay(day('2026-01-01'))).toBe(false);
  });

  test('says everything that is wrong, with row, field and reason', () => {
    const parsed = parseNotice({
      year: 'next',
      published: '2025-13-01',
      days: [
        { name: '', date: '2026-02-30', isOffDay: true },
        { name: '元旦', date: '2026-01-01', isOffDay: 'yes' },
        'neither',
      ],
    });
    const found = parsed.ok ? [] : parsed.error.map(({ row, field, code }) => [row, field, code]);
    expect(found).toEqual([
      [0, 'year', 'not_a_year'],
      [0, 'published', 'not_a_day'],
      [1, 'name', 'name_missing'],
      [1, 'date', 'not_a_day'],
      [2, 'isOffDay', 'not_a_boolean'],
      [3, '', 'not_an_object'],
    ]);
    expect(parsed.ok ? [] : parsed.error.filter((error) => error.message === '' || error.messageEn === '')).toEqual([]);
  });

  test.each([
    ['a day twice', [{ name: '元旦', from: '2026-01-01', to: '2026-01-02', makeUp: ['2026-01-02'] }], 1, 'day_twice'],
    ['a day of another year', [{ name: '元旦', from: '2025-01-01', to: '2025-01-01' }], 1, 'day_outside_year'],
    [
      'a range that runs out of the year',
      [{ name: '元旦', from: '2026-12-31', to: '9999-12-31' }],
      1,
      'day_outside_year',
    ],
    [
      'an end before its beginning',
      [{ name: '元旦', from: '2026-01-03', to: '2026-01-01' }],
      1,
      'ends_before_it_begins',
    ],
    [
      'a make-up day that is none',
      [{ name: '元旦', from: '2026-01-01', to: '2026-01-01', makeUp: ['soon'] }],
      1,
      'not_a_day',
    ],
    [
      'a make-up list that is none',
      [{ name: '元旦', from: '2026-01-01', to: '2026-01-01', makeUp: '2026-01-04' }],
      1,
      'not_a_list',
    ],
  ])('refuses %s', (_, festivals, row, code) => {
    expect(parseNotice({ year: 2026, festivals }, { published })).toMatchObject({ ok: false, error: [{ row, code }] });
  });

  test.each([[null], ['text'], [[]], [undefined]])('refuses %j, which is no notice', (value) => {
    expect(parseNotice(value)).toMatchObject({ ok: false, error: [{ row: 0, code: 'not_an_object' }] });
  });
});

test('beyond the year 9999 there is no working day', () => {
  expect(calendar.working.after(lastDayNumber, 1)).toBe(Number.POSITIVE_INFINITY);
  expect(calendar.working.after(lastDayNumber + 1, 1)).toBe(Number.POSITIVE_INFINITY);
});
