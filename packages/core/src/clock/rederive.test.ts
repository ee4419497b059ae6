import { describe, expect, test } from 'vitest';
import { day, instantAt } from '@yimen/kernel';
import { calendarAsOf, calendarOf, shippedNotices } from '../calendar/index.ts';
import { calendarChange, clocksOf, licensingLimits, rederive, type ClockFacts, type ClockRules } from './index.ts';

const rules: ClockRules = {
  acceptance: licensingLimits.acceptance,
  statutory: licensingLimits.decision,
  promised: { ...licensingLimits.decision, count: 3 },
  delivery: licensingLimits.delivery,
};
const now = instantAt(day('2020-01-27'), '09:00');
const change = calendarChange(calendarAsOf(shippedNotices, day('2020-01-26')), calendarOf(shippedNotices));
const received: ClockFacts = { received: { on: day('2020-01-23') }, suspensions: [], steps: [] };
const accepted: ClockFacts = { ...received, accepted: { how: 'officer', on: day('2020-01-21') } };

describe('on 27 January 2020 the Spring Festival is lengthened to 2 February', () => {
  test('an application received on the 23rd must be answered by 7 February, no longer by the 5th', () => {
    const { moved, calendarBefore, calendarAfter } = rederive(received, rules, change, now);
    expect(moved.map(({ id, dueBefore, dueAfter }) => [id, dueBefore, dueAfter])).toEqual([
      ['acceptance', '2020-02-05', '2020-02-07'],
    ]);
    expect(
      moved[0]?.because.map(({ on, before, after }) => [on, before.kind, after.kind, after.notice?.number]),
    ).toEqual([
      ['2020-01-31', 'workday', 'holiday', '国办发明电〔2020〕1号'],
      ['2020-02-01', 'makeUp', 'holiday', '国办发明电〔2020〕1号'],
    ]);
    expect(calendarBefore).not.toBe(calendarAfter);
  });

  test('both decision clocks of an accepted case move, the answered acceptance does not', () => {
    const { moved } = rederive(accepted, rules, change, now);
    expect(moved.map(({ id, dueBefore, dueAfter }) => [id, dueBefore, dueAfter])).toEqual([
      ['decisionStatutory', '2020-02-24', '2020-02-26'],
      ['decisionPromised', '2020-01-31', '2020-02-03'],
    ]);
  });

  test('what was decided before stays as it was', () => {
    const decided: ClockFacts = {
      ...accepted,
      decided: { on: day('2020-01-22') },
      delivered: { on: day('2020-01-22') },
    };
    expect(rederive(decided, rules, change, now).moved).toEqual([]);
  });

  test('the clocks derived again are those derived afresh', () => {
    for (const facts of [received, accepted]) {
      expect(rederive(facts, rules, change, now).clocks).toEqual(clocksOf(facts, rules, change.after, now));
    }
  });
});

test('a deadline whose day stands but has become certain is told too', () => {
  const late = calendarChange(
    calendarAsOf(shippedNotices, day('2025-11-03')),
    calendarAsOf(shippedNotices, day('2025-11-04')),
  );
  const facts: ClockFacts = { ...received, received: { on: day('2026-03-02') } };
  expect(rederive(facts, rules, late, instantAt(day('2026-03-03'), '09:00')).moved).toMatchObject([
    {
      id: 'acceptance',
      dueBefore: '2026-03-09',
      dueAfter: '2026-03-09',
      provisionalBefore: true,
      provisionalAfter: false,
      because: [],
    },
  ]);
});

test('a notice that changes no day of a case moves nothing', () => {
  const facts: ClockFacts = { ...received, received: { on: day('2019-06-03') } };
  expect(rederive(facts, rules, change, instantAt(day('2019-06-04'), '09:00')).moved).toEqual([]);
});
