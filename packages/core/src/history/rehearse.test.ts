import { dayFromNumber, weekdayOf } from '@yimen/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import { mondayToFriday, openRehearsal, type HistoryCase, type Reform, type Rehearsal } from './index.ts';

const nothing: Reform = {
  limit: 10,
  newLimit: 10,
  dropped: [],
  merged: [],
  parallel: [],
  capped: {},
  notCounted: [],
};
const calendar = calendarOf(shippedNotices);

/** `A 2024-03-01T09` completes A at that hour in Beijing; `+A …` starts it. */
function caseOf(...lines: readonly string[]): HistoryCase {
  const events = lines.map((line) => {
    const [name = '', time = ''] = line.split(' ');
    const transition = name.startsWith('+') ? ('start' as const) : ('complete' as const);
    return { activity: name.replace('+', ''), at: Date.parse(`${time}:00+08:00`), offset: 480, transition };
  });
  return { id: 'one', events };
}

function rehearsed(reform: Partial<Reform>, ...cases: readonly HistoryCase[]): Rehearsal {
  const rehearsal = openRehearsal({ ...nothing, ...reform }, calendar.working);
  for (const one of cases) rehearsal.take(one);
  return rehearsal.result();
}

describe('a rehearsal', () => {
  const plain = caseOf('A 2024-03-04T09:00', 'B 2024-03-06T09:00', 'C 2024-03-07T09:00');
  test('without a change finds what was', () => {
    expect(rehearsed({}, plain)).toMatchObject({
      cases: 1,
      before: { days: 3, late: 0 },
      after: { days: 3 },
      saved: 0,
    });
  });
  test('counts by the published calendar: neither the spring festival, nor its make-up Sunday left out', () => {
    // Off from 10 to 17 February 2024; Sunday the 4th and Sunday the 18th were worked.
    const festival = caseOf('A 2024-02-02T09:00', 'B 2024-02-19T09:00');
    expect(rehearsed({}, festival).before.days).toBe(8);
  });
  test('the last day of a limit counts to its end', () => {
    const evening = caseOf('A 2024-03-04T09:00', 'B 2024-03-07T23:59');
    expect(rehearsed({ limit: 3, newLimit: 3 }, evening).before).toMatchObject({ days: 3, late: 0 });
    const midnight = caseOf('A 2024-03-04T23:59', 'B 2024-03-08T00:00');
    expect(rehearsed({ limit: 3, newLimit: 3 }, midnight).before).toMatchObject({ days: 4, late: 1 });
  });
  test('what begins or ends on a day of rest uses the working days between', () => {
    expect(rehearsed({}, caseOf('A 2024-03-02T09:00', 'B 2024-03-04T09:00')).before.days).toBe(1);
    expect(rehearsed({}, caseOf('A 2024-03-04T09:00', 'B 2024-03-09T09:00')).before.days).toBe(4);
  });
  test('a shorter limit alone shows what would have been late', () => {
    const { before, onlyLimit, promised, lateCases } = rehearsed({ limit: 4, newLimit: 2 }, plain);
    expect([before.late, onlyLimit.late, promised]).toEqual([0, 1, 0.5]);
    expect(lateCases).toEqual([{ id: 'one', days: 3 }]);
  });
  test('nine tenths used is a warning, all of it is not late', () => {
    expect(rehearsed({ limit: 3, newLimit: 3 }, plain).before).toMatchObject({ late: 0, warned: 1 });
  });
  test('a dropped step takes no time', () => {
    expect(rehearsed({ dropped: ['B'] }, plain)).toMatchObject({ after: { days: 1 }, saved: 1 - 1 / 3 });
  });
  test('parallel steps take as long as the longest', () => {
    expect(rehearsed({ parallel: [['B', 'C']] }, plain).after.days).toBe(2);
  });
  test('merged steps wait once where the starts are known', () => {
    const started = caseOf(
      'A 2024-03-04T09:00',
      '+B 2024-03-05T09:00',
      'B 2024-03-06T09:00',
      '+C 2024-03-07T09:00',
      'C 2024-03-07T21:00',
    );
    const { before, after, assumptions } = rehearsed({ merged: [['B', 'C']] }, started);
    expect([before.days, after.days]).toEqual([3, 2]);
    expect(assumptions.map(({ zh }) => zh).join()).toContain('除第一个外不再等待');
  });
  test('merged steps are an estimate where they are not, and it says so', () => {
    const { after, assumptions } = rehearsed({ merged: [['B', 'C']] }, plain);
    expect(after.days).toBe(2);
    expect(assumptions.map(({ zh }) => zh).join()).toContain('这是估计');
  });
  test('a step with a limit of its own is done within it', () => {
    expect(rehearsed({ capped: { B: 0.5 } }, plain).after.days).toBe(1);
  });
  test('the applicant’s time counts towards nothing', () => {
    expect(rehearsed({ notCounted: ['B'] }, plain)).toMatchObject({ before: { days: 1 }, after: { days: 1 } });
  });
  test('of cases that took no time promises no saving', () => {
    expect(rehearsed({}, caseOf('A 2024-03-04T09:00'))).not.toHaveProperty('saved');
  });
});

describe('Monday to Friday', () => {
  test('are what a walk over the days finds', () => {
    const isWeekday = (n: number): boolean => weekdayOf(dayFromNumber(n)) <= 5;
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 1, max: 40 }), (from, count) => {
        const walked: number[] = [];
        for (let n = from + 1; walked.length < count; n += 1) if (isWeekday(n)) walked.push(n);
        expect(mondayToFriday.is(from)).toBe(isWeekday(from));
        expect(mondayToFriday.after(from, count)).toBe(walked.at(-1));
        expect(mondayToFriday.between(from, walked.at(-1) ?? 0)).toBe(count);
      }),
    );
  });
});

describe('any reform', () => {
  const hours = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', '+B', '+C'), fc.nat({ max: 500 })), { maxLength: 10 });
  const some = fc.subarray(['A', 'B', 'C']);
  test('never makes a case longer', () => {
    fc.assert(
      fc.property(hours, some, some, some, (events, dropped, merged, parallel) => {
        const one = caseOf();
        const start = Date.parse('2024-02-01T00:00:00Z');
        const log = events.map(([name, hour]) => ({
          activity: name.replace('+', ''),
          at: start + hour * 3_600_000,
          offset: 480,
          transition: name.startsWith('+') ? ('start' as const) : ('complete' as const),
        }));
        const { before, after } = rehearsed(
          { dropped, merged: [merged], parallel: [parallel] },
          { ...one, events: log },
        );
        expect(after.days).toBeLessThanOrEqual(before.days + 1e-9);
        expect(after.days).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
