import type { LegalBasis } from '@yimen/core/catalogue';
import type { Limit, LimitUnit, StartEvent } from '@yimen/core/clock';

const limit = (count: number, unit: LimitUnit, startsOn: StartEvent, { law, article, text }: LegalBasis): Limit => ({
  count,
  unit,
  startsOn,
  basis: { law, article, ...(text === undefined ? {} : { text }) },
});

/** 工作日. A licence's "日" is one (行政许可法 Art. 82). */
export function workingDays(count: number, startsOn: StartEvent, basis: LegalBasis): Limit {
  return limit(count, 'workingDay', startsOn, basis);
}

/** "日" of a law on something that is no licence and does not say 工作日. */
export function calendarDays(count: number, startsOn: StartEvent, basis: LegalBasis): Limit {
  return limit(count, 'calendarDay', startsOn, basis);
}

export function months(count: number, startsOn: StartEvent, basis: LegalBasis): Limit {
  return limit(count, 'month', startsOn, basis);
}
