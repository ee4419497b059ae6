import { day, type Day } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import {
  decideObjection,
  objectionUntil,
  periodsDue,
  publicName,
  publicUpTo,
  reportPeriod,
  type ReportKind,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const due = (kind: ReportKind, today: string, made?: string): readonly string[] =>
  periodsDue(kind, { today: day(today), made: made === undefined ? undefined : day(made), calendar }).map(
    ({ from, to }) => (from === to ? to : `${from}…${to}`),
  );

describe('日清、周结、月报', () => {
  test('a day is itself, a week runs from Monday to Sunday, a month from its first to its last day', () => {
    expect(reportPeriod('daily', day('2026-03-04'))).toMatchObject({ from: '2026-03-04', to: '2026-03-04' });
    expect(reportPeriod('weekly', day('2026-03-08'))).toMatchObject({ from: '2026-03-02', to: '2026-03-08' });
    expect(reportPeriod('weekly', day('2026-03-02'))).toMatchObject({ from: '2026-03-02', to: '2026-03-08' });
    expect(reportPeriod('monthly', day('2026-02-14'))).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  });
  test('a hall that made none begins with the latest that is over', () => {
    expect(due('daily', '2026-03-03')).toEqual(['2026-03-02']);
    expect(due('weekly', '2026-03-08')).toEqual(['2026-02-23…2026-03-01']);
    expect(due('weekly', '2026-03-09')).toEqual(['2026-03-02…2026-03-08']);
    expect(due('monthly', '2026-03-01')).toEqual(['2026-02-01…2026-02-28']);
  });
  test('days nobody works have none of their own, and a make-up Saturday has', () => {
    expect(due('daily', '2026-03-09')).toEqual(['2026-03-06']);
    // 2026-02-28 is worked for the Spring Festival.
    expect(due('daily', '2026-03-02')).toEqual(['2026-02-28']);
    expect(due('daily', '2026-05-06', '2026-04-30')).toEqual([]);
  });
  test('what an outage left out is made up for, oldest first; what is made is not made again', () => {
    expect(due('daily', '2026-03-06', '2026-03-02')).toEqual(['2026-03-03', '2026-03-04', '2026-03-05']);
    expect(due('monthly', '2026-04-20', '2026-01-31')).toEqual(['2026-02-01…2026-02-28', '2026-03-01…2026-03-31']);
    expect(due('monthly', '2026-04-20', '2026-03-31')).toEqual([]);
  });
});

describe('行政许可法第四十条：准予的决定应当公开', () => {
  const decidedOn = day('2026-03-02');
  const asked = { granted: true, decidedOn, objected: false, reason: '含工艺图纸', today: decidedOn, calendar };
  const code = (change: Partial<typeof asked>): string => {
    const decided = decideObjection({ ...asked, ...change });
    return decided.ok ? 'heard' : decided.error.code;
  };
  test('the department has five working days to object, and the decision is public on the day after them', () => {
    expect(objectionUntil(decidedOn, calendar)).toBe('2026-03-09');
    expect(code({ today: day('2026-03-09') })).toBe('heard');
    expect(code({ today: day('2026-03-10') })).toBe('objection_over');
    const shown = (today: Day): boolean => decidedOn <= publicUpTo(today, calendar);
    expect([shown(day('2026-03-09')), shown(day('2026-03-10'))]).toEqual([false, true]);
  });
  test('it objects once, with a reason, and only to what would be shown', () => {
    expect(code({ granted: false })).toBe('objection_not_granted');
    expect(code({ objected: true })).toBe('objection_twice');
    expect(code({ reason: ' ' })).toBe('objection_reason_missing');
  });
  test('names are masked', () => {
    expect(publicName('王*')).toBe('王*');
    expect(publicName('安阳演示建设有限公司')).toBe('安阳****有限公司');
    expect(publicName('三和饭店')).toBe('三***');
  });
});
