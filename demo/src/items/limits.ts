import type { Limit } from '@yimen/core/clock';

type Start = Limit['startsOn'];

/** 工作日. A licence's "日" is one (行政许可法 Art. 82). */
export function workingDays(count: number, startsOn: Start, basis: string): Limit {
  return { count, unit: 'workingDay', startsOn, basis };
}

/** "日" of a law on something that is no licence and does not say 工作日. */
export function calendarDays(count: number, startsOn: Start, basis: string): Limit {
  return { count, unit: 'calendarDay', startsOn, basis };
}

export function months(count: number, startsOn: Start, basis: string): Limit {
  return { count, unit: 'month', startsOn, basis };
}
