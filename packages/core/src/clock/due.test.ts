import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import { dueAfter, remainingWorkingDays, type Counting, type LimitUnit, type SuspensionSpan } from './index.ts';

const calendar = calendarOf(shippedNotices);
const span = (served: string, received?: string): SuspensionSpan => ({
  served: day(served),
  received: received === undefined ? undefined : day(received),
});
const counting = (
  start: string,
  count: number,
  unit: LimitUnit = 'workingDay',
  more: Partial<Counting> = {},
): Counting => ({
  start: day(start),
  limit: { count, unit },
  ...more,
});
const due = (start: string, count: number, unit?: LimitUnit, more?: Partial<Counting>): string =>
  dueAfter(counting(start, count, unit, more), calendar).due;

const goldenFile = new URL('../../../../../shared/data/golden/workday_vectors.json', import.meta.url);
interface Golden {
  readonly vectors: readonly {
    readonly start: string;
    readonly n: number;
    readonly due: string;
    readonly note: string;
  }[];
}
const golden = existsSync(goldenFile) ? (JSON.parse(readFileSync(goldenFile, 'utf8')) as Golden).vectors : [];

describe('working days (Licensing Law Art. 82)', () => {
  test.each([
    ['2024-09-30', 5, '2024-10-12', 'a worked Saturday does count'],
    ['2024-09-27', 1, '2024-09-29', 'so does a worked Sunday'],
    ['2024-02-08', 5, '2024-02-21', 'the Spring Festival does not'],
    ['2025-01-24', 5, '2025-02-07', 'the Sunday before it was worked'],
    ['2025-09-30', 20, '2025-11-04', 'National Day and Mid-Autumn together'],
    ['2026-02-13', 5, '2026-02-27', 'nine days of Spring Festival, a Saturday before worked'],
    ['2020-01-23', 5, '2020-02-07', 'a holiday lengthened while it lasted'],
    ['2024-12-31', 1, '2025-01-02', 'over the turn of the year'],
    ['2024-12-31', 45, '2025-03-11', 'the joint limit over the Spring Festival'],
    ['2015-09-02', 5, '2015-09-10', 'a holiday of that year alone'],
    ['2012-09-28', 20, '2012-11-01', 'eight days off, one Saturday worked'],
    ['2024-06-08', 5, '2024-06-17', 'received on a Saturday: the next working day is the first'],
  ])('from %s, %i: %s — %s', (start, count, expected) => {
    expect(due(start, count)).toBe(expected);
  });

  test.skipIf(golden.length === 0).each(golden)(
    'golden vector $start + $n = $due $note (skipped where shared/data/golden is absent)',
    ({ start, n, due: expected }) => {
      expect(due(start, n)).toBe(expected);
    },
  );

  test('have no cap: 358 from 2026-03-02, the statutory sum of a major project', () => {
    const deadline = dueAfter(counting('2026-03-02', 358), calendar);
    expect(deadline).toMatchObject({ due: '2027-08-03', provisional: true });
    expect(due('2026-03-02', 10_000)).toBe('2065-11-26');
    expect(() => due('2026-03-02', 2_900_000)).toThrow('9999');
    expect(() => due('2026-03-02', 2_920_000, 'calendarDay')).toThrow('9999');
  });

  test('of no length end on the start day, or on the next working day', () => {
    expect(due('2026-03-02', 0)).toBe('2026-03-02');
    expect(due('2026-03-07', 0)).toBe('2026-03-09');
  });
});

describe('calendar days and months (Civil Code Art. 201–203)', () => {
  test.each<readonly [string, number, LimitUnit, string, string]>([
    ['2026-03-02', 30, 'calendarDay', '2026-04-01', 'plain'],
    ['2024-09-01', 30, 'calendarDay', '2024-10-08', 'ends on National Day, moves behind the holiday'],
    ['2024-09-12', 30, 'calendarDay', '2024-10-12', 'ends on a worked Saturday, stays'],
    ['2024-09-13', 30, 'calendarDay', '2024-10-14', 'ends on a Sunday, moves to Monday'],
    ['2026-01-31', 1, 'month', '2026-02-28', 'no 31 February: the last day, a worked Saturday'],
    ['2024-01-31', 1, 'month', '2024-02-29', 'a leap year'],
    ['2026-03-02', 3, 'month', '2026-06-02', 'the corresponding day'],
    ['2026-07-01', 3, 'month', '2026-10-08', 'the corresponding day is National Day'],
    ['2026-11-30', 3, 'month', '2027-03-01', '28 February 2027 is a Sunday'],
  ])('from %s, %i %s: %s — %s', (start, count, unit, expected) => {
    expect(due(start, count, unit)).toBe(expected);
  });

  test('say which day they ended on before moving', () => {
    expect(dueAfter(counting('2024-09-01', 30, 'calendarDay'), calendar)).toMatchObject({
      lastDay: '2024-10-01',
      due: '2024-10-08',
    });
  });
});

describe('a suspension (Licensing Law Art. 45)', () => {
  test('takes away the days after service up to and including receipt', () => {
    // Monday: served Wednesday (still counts, day 2), result next Tuesday (does not), day 3 is Wednesday.
    expect(due('2026-03-02', 3, 'workingDay', { suspensions: [span('2026-03-04', '2026-03-10')] })).toBe('2026-03-11');
    expect(due('2026-03-02', 2, 'workingDay', { suspensions: [span('2026-03-04', '2026-03-10')] })).toBe('2026-03-04');
  });

  test('that overlaps another is united with it, never summed', () => {
    const both = [span('2026-03-03', '2026-03-10'), span('2026-03-05', '2026-03-12')];
    expect(due('2026-03-02', 5, 'workingDay', { suspensions: both })).toBe(
      due('2026-03-02', 5, 'workingDay', { suspensions: [span('2026-03-03', '2026-03-12')] }),
    );
  });

  test('before the start, after the end, or ended the day it was served, changes nothing', () => {
    const idle = [span('2026-02-02', '2026-03-02'), span('2026-03-09', '2026-04-09'), span('2026-03-04', '2026-03-04')];
    expect(due('2026-03-02', 5, 'workingDay', { suspensions: idle })).toBe('2026-03-09');
  });

  test('lengthens a limit in calendar days and months by the calendar days it takes', () => {
    const suspensions = [span('2026-03-10', '2026-03-20')];
    expect(due('2026-03-02', 30, 'calendarDay', { suspensions })).toBe('2026-04-13');
    expect(due('2026-03-02', 3, 'month', { suspensions })).toBe('2026-06-12');
  });

  test('also keeps the last day from moving into it', () => {
    // The last day is Sunday 15 March; the Monday it would move to is suspended, and so is Tuesday.
    expect(due('2026-03-01', 14, 'calendarDay', { suspensions: [span('2026-03-15', '2026-03-17')] })).toBe(
      '2026-03-18',
    );
  });

  test('still open is projected to its planned end, or to today when that has passed', () => {
    const open = { ...span('2026-03-04'), plannedEnd: day('2026-03-10') };
    const asked = counting('2026-03-02', 3, 'workingDay', { suspensions: [open] });
    expect(dueAfter(asked, calendar, { today: day('2026-03-05') })).toMatchObject({
      due: '2026-03-11',
      running: false,
    });
    expect(dueAfter(asked, calendar, { today: day('2026-03-19') })).toMatchObject({
      due: '2026-03-20',
      running: false,
    });
    expect(dueAfter(asked, calendar)).toMatchObject({ due: '2026-03-11', running: false });
  });

  test('begun after the limit had ended stops nothing', () => {
    const late = counting('2026-03-02', 2, 'workingDay', { suspensions: [span('2026-03-06')] });
    expect(dueAfter(late, calendar, { today: day('2026-04-01') })).toMatchObject({ due: '2026-03-04', running: true });
  });
});

describe('an extension (Licensing Law Art. 42)', () => {
  test('in the unit of the limit makes it longer', () => {
    const extended = counting('2026-03-02', 20, 'workingDay', { extension: { count: 10 } });
    expect(dueAfter(extended, calendar)).toMatchObject({ dueBeforeExtension: '2026-03-30', due: '2026-04-14' });
    expect(due('2026-01-31', 1, 'month', { extension: { count: 1 } })).toBe('2026-03-31');
  });

  test('in another unit is counted from the day the limit ends', () => {
    expect(due('2026-03-02', 3, 'month', { extension: { count: 10, unit: 'workingDay' } })).toBe('2026-06-16');
    expect(due('2026-03-02', 20, 'workingDay', { extension: { count: 1, unit: 'month' } })).toBe('2026-04-30');
  });
});

describe('the end of the last day', () => {
  test('comes with the end of business hours (Civil Code Art. 203), half past five in Beijing', () => {
    expect(dueAfter(counting('2024-09-30', 5), calendar).dueAt).toBe('2024-10-12T09:30:00.000Z');
    expect(dueAfter(counting('2024-09-30', 5), calendar, { closesAt: '18:00' }).dueAt).toBe('2024-10-12T10:00:00.000Z');
  });

  test('is provisional only after the last day that is published', () => {
    expect(dueAfter(counting('2026-12-30', 1), calendar)).toMatchObject({ due: '2026-12-31', provisional: false });
    expect(dueAfter(counting('2026-12-31', 1), calendar)).toMatchObject({ due: '2027-01-04', provisional: true });
    expect(dueAfter(counting('2006-12-29', 1), calendar)).toMatchObject({ due: '2006-12-30', provisional: false });
    expect(dueAfter(counting('2006-06-01', 1), calendar).provisional).toBe(true);
  });

  test('names the calendar it was derived from', () => {
    expect(dueAfter(counting('2024-09-30', 5), calendar).calendarVersion).toBe(calendar.version);
  });
});

describe('the working days left', () => {
  test('are none on the last day, and negative after it', () => {
    const left = (today: string): number => remainingWorkingDays(day('2024-10-12'), day(today), calendar);
    expect([
      left('2024-09-30'),
      left('2024-10-08'),
      left('2024-10-12'),
      left('2024-10-13'),
      left('2024-10-14'),
    ]).toEqual([5, 4, 0, 0, -1]);
  });

  test('leave out days that are suspended', () => {
    const suspensions = [span('2026-03-03', '2026-03-06')];
    expect(remainingWorkingDays(day('2026-03-10'), day('2026-03-02'), calendar, suspensions)).toBe(3);
  });
});
