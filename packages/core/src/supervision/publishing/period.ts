import { addDays, weekdayOf, type Day } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import { firstDayOf, lastDayOf, monthOf } from '../coverage/index.ts';
import type { Words } from '../words.ts';

/** The papers a hall closes its day, its week and its month with. */
export const reportKinds: {
  readonly [K in 'daily' | 'weekly' | 'monthly']: Words;
} = {
  daily: { zh: '日清', en: 'daily clear' },
  weekly: { zh: '周结', en: 'weekly close' },
  monthly: { zh: '月报', en: 'monthly bulletin' },
};
export type ReportKind = keyof typeof reportKinds;

/** From a day to a day, both included. */
export interface ReportPeriod {
  readonly kind: ReportKind;
  readonly from: Day;
  readonly to: Day;
}

const SUNDAY = 7;

/** The period of a kind a day lies in: itself, its week from Monday to Sunday, its month. */
export function reportPeriod(kind: ReportKind, on: Day): ReportPeriod {
  switch (kind) {
    case 'daily':
      return { kind, from: on, to: on };
    case 'weekly': {
      const to = addDays(on, SUNDAY - weekdayOf(on));
      return { kind, from: addDays(to, 1 - SUNDAY), to };
    }
    case 'monthly':
      return { kind, from: firstDayOf(monthOf(on)), to: lastDayOf(monthOf(on)) };
    default:
      return kind satisfies never;
  }
}

/** After an outage so many days back are made up for, and no more. */
const MOST_DAYS_BACK = 100;

interface Since {
  readonly today: Day;
  /** The last day of the newest report there is; absent before the first. */
  readonly made?: Day | undefined;
  readonly calendar: Calendar;
}

/**
 * The periods that are over and have no report yet, oldest first. A hall that never made one begins with the latest;
 * days nobody works are closed with their week.
 */
export function periodsDue(kind: ReportKind, { today, made, calendar }: Since): readonly ReportPeriod[] {
  const last = latestOver(kind, today, calendar);
  const earliest = addDays(today, -MOST_DAYS_BACK);
  const due: ReportPeriod[] = [];
  let period = made === undefined ? last : reportPeriod(kind, addDays(made < earliest ? earliest : made, 1));
  for (; period.to <= last.to; period = reportPeriod(kind, addDays(period.to, 1))) {
    if (kind !== 'daily' || calendar.isWorkingDay(period.to)) due.push(period);
  }
  return due;
}

function latestOver(kind: ReportKind, today: Day, calendar: Calendar): ReportPeriod {
  if (kind !== 'daily') {
    const running = reportPeriod(kind, today);
    return reportPeriod(kind, addDays(running.from, -1));
  }
  let on = addDays(today, -1);
  while (!calendar.isWorkingDay(on)) on = addDays(on, -1);
  return reportPeriod(kind, on);
}
