import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, dayFromNumber, dayNumber, type Day } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import { dueAfter, remainingWorkingDays, type LimitUnit, type SuspensionSpan } from './index.ts';

const calendar = calendarOf(shippedNotices);
const anyDay = fc
  .integer({ min: dayNumber(day('2007-01-01')), max: dayNumber(day('2029-12-31')) })
  .map((number) => dayFromNumber(number));
const anyUnit = fc.constantFrom<LimitUnit>('workingDay', 'calendarDay', 'month');
const anyCount = fc.integer({ min: 0, max: 60 });
const anySpan = (around: Day): fc.Arbitrary<SuspensionSpan> =>
  fc
    .tuple(fc.integer({ min: -30, max: 90 }), fc.nat(40))
    .map(([offset, length]) => ({ served: addDays(around, offset), received: addDays(around, offset + length) }));
const anyCase = anyDay.chain((start) =>
  fc.record({
    start: fc.constant(start),
    unit: anyUnit,
    count: anyCount,
    suspensions: fc.array(anySpan(start), { maxLength: 4 }),
    extra: anySpan(start),
  }),
);

const dueOf = (start: Day, count: number, unit: LimitUnit, suspensions: readonly SuspensionSpan[]): Day =>
  dueAfter({ start, limit: { count, unit }, suspensions }, calendar).due;

describe('whatever the case', () => {
  test('one more suspension never brings a deadline forward', () => {
    fc.assert(
      fc.property(anyCase, ({ start, count, unit, suspensions, extra }) => {
        expect(dueOf(start, count, unit, [...suspensions, extra]) >= dueOf(start, count, unit, suspensions)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of suspensions, and telling one twice, change nothing', () => {
    fc.assert(
      fc.property(anyCase, ({ start, count, unit, suspensions }) => {
        const expected = dueOf(start, count, unit, suspensions);
        expect(dueOf(start, count, unit, suspensions.toReversed())).toBe(expected);
        expect(dueOf(start, count, unit, [...suspensions, ...suspensions])).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('one working day more is at least one day more; one calendar day or month more is never less', () => {
    fc.assert(
      fc.property(anyCase, ({ start, count, unit, suspensions }) => {
        const [shorter, longer] = [dueOf(start, count, unit, suspensions), dueOf(start, count + 1, unit, suspensions)];
        // A limit of no length may have moved off its start day; the first counted day is then the same one.
        expect(unit === 'workingDay' && count > 0 ? longer > shorter : longer >= shorter).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('it ends on a working day that is not suspended, not before it started', () => {
    fc.assert(
      fc.property(anyCase, ({ start, count, unit, suspensions }) => {
        const due = dueOf(start, count, unit, suspensions);
        expect(due >= start && calendar.isWorkingDay(due)).toBe(true);
        expect(suspensions.some((span) => due > span.served && due <= (span.received ?? due))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('as many working days remain on the start day as the limit has', () => {
    fc.assert(
      fc.property(anyCase, ({ start, count, suspensions }) => {
        fc.pre(count > 0);
        const due = dueOf(start, count, 'workingDay', suspensions);
        expect(remainingWorkingDays(due, start, calendar, suspensions)).toBe(count);
      }),
    );
  });
});
