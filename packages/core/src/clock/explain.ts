import { addDays, dayFromNumber, dayNumber, dayOf, type Day, type Instant } from '@yimen/kernel';
import type { Calendar, DayFact } from '../calendar/index.ts';
import type { Clock } from './clock.ts';
import { defaultClosing, dueAfter, spansOf, type Counting, type Deadline, type DueOptions } from './due.ts';
import type { LegalBasisRef } from './legal-basis.ts';
import type { LimitUnit, StartEvent, Suspension, SuspensionSpan } from './limit.ts';

/**
 * What a day is to a deadline. `counted` carries its number; `weekend`, `holiday` and `suspended` do not count; `moved` is the working day a
 * limit moved to because its last day was none.
 */
export type ExplainedKind = 'start' | 'counted' | 'weekend' | 'holiday' | 'suspended' | 'moved';

export interface ExplainedDay {
  readonly on: Day;
  readonly kind: ExplainedKind;
  /** 1 for the first day counted. */
  readonly number?: number | undefined;
  /** What the calendar says of the day, with its notice. */
  readonly fact: DayFact;
  /** Positions in `suspensions` of those that cover the day. */
  readonly suspendedBy: readonly number[];
  readonly due: boolean;
}

export interface ExplainedSuspension {
  readonly served: Day;
  /** The last day taken away; a projection while `open`. */
  readonly through: Day;
  readonly open: boolean;
  /** Working days and calendar days it covers within the limit; days covered twice are named with each but taken away once. */
  readonly workingDays: number;
  readonly calendarDays: number;
  readonly suspension: SuspensionSpan | Suspension;
}

/** A deadline laid open, as data: nothing in it has to be believed. */
export interface Explanation {
  readonly start: Day;
  readonly startsOn?: StartEvent | undefined;
  readonly count: number;
  readonly unit: LimitUnit;
  readonly basis?: LegalBasisRef | undefined;
  readonly extension?:
    { readonly count: number; readonly unit: LimitUnit; readonly basis?: LegalBasisRef | undefined } | undefined;
  /** Every day from the start to the due day. */
  readonly days: readonly ExplainedDay[];
  readonly suspensions: readonly ExplainedSuspension[];
  readonly lastDay: Day;
  readonly due: Day;
  readonly dueAt: Instant;
  readonly closesAt: string;
  readonly provisional: boolean;
  readonly running: boolean;
  readonly calendarVersion: string;
  readonly publishedThrough: Day;
}

interface DayRule {
  readonly calendar: Calendar;
  readonly start: Day;
  readonly lastDay: Day;
  readonly due: Day;
  /** Whether days not worked are left out on this day: an extension may be in another unit than the limit. */
  readonly workingOnly: (on: Day) => boolean;
  readonly coveredBy: (on: Day) => readonly number[];
}

function kindOf(fact: DayFact, suspended: boolean, rule: DayRule): ExplainedKind {
  if (fact.on === rule.start) return 'start';
  if (suspended) return 'suspended';
  const off = fact.kind === 'weekend' ? 'weekend' : 'holiday';
  if (fact.on > rule.lastDay) return fact.working ? 'moved' : off;
  return fact.working || !rule.workingOnly(fact.on) ? 'counted' : off;
}

function explainDays(rule: DayRule): readonly ExplainedDay[] {
  const days: ExplainedDay[] = [];
  let counted = 0;
  for (let on = rule.start; on <= rule.due; on = addDays(on, 1)) {
    const fact = rule.calendar.factOf(on);
    const suspendedBy = on === rule.start ? [] : rule.coveredBy(on);
    const kind = kindOf(fact, suspendedBy.length > 0, rule);
    if (kind === 'counted') counted += 1;
    const number = kind === 'counted' ? counted : undefined;
    days.push({ on, kind, number, fact, suspendedBy, due: on === rule.due });
  }
  return days;
}

/** The last day a suspension takes away. */
function throughOf(span: SuspensionSpan, today: Day | undefined): Day {
  const last = spansOf([span], today)[0]?.to;
  return last === undefined ? span.served : dayFromNumber(last);
}

function explainSuspension(
  span: SuspensionSpan,
  deadline: Deadline,
  last: Day,
  calendar: Calendar,
): ExplainedSuspension {
  const from = span.served > deadline.start ? span.served : deadline.start;
  const to = last < deadline.due ? last : deadline.due;
  return {
    served: span.served,
    through: last,
    open: span.received === undefined,
    workingDays: calendar.workingDaysBetween(from, to),
    calendarDays: Math.max(0, dayNumber(to) - dayNumber(from)),
    suspension: span,
  };
}

function explainExtension(counting: Counting): Explanation['extension'] {
  const { extension, limit } = counting;
  if (extension === undefined) return undefined;
  return { count: extension.count, unit: extension.unit ?? limit.unit, basis: extension.basis };
}

/** How a deadline comes about, day by day, from the same counting that {@link dueAfter} takes. */
export function explain(counting: Counting, calendar: Calendar, options: DueOptions = {}): Explanation {
  const { start, limit, suspensions = [] } = counting;
  const deadline = dueAfter(counting, calendar, options);
  const original = dueAfter({ ...counting, extension: undefined }, calendar, options);
  const extension = explainExtension(counting);
  const lasts = suspensions.map((span) => throughOf(span, options.today));
  const days = explainDays({
    calendar,
    start,
    lastDay: deadline.lastDay,
    due: deadline.due,
    workingOnly: (on) => (on <= original.lastDay ? limit.unit : (extension?.unit ?? limit.unit)) === 'workingDay',
    coveredBy: (on) =>
      suspensions.flatMap((span, index) => (on > span.served && on <= (lasts[index] ?? span.served) ? [index] : [])),
  });
  return {
    start,
    startsOn: limit.startsOn,
    count: limit.count,
    unit: limit.unit,
    basis: limit.basis,
    extension,
    days,
    suspensions: suspensions.map((span, index) =>
      explainSuspension(span, deadline, lasts[index] ?? span.served, calendar),
    ),
    lastDay: deadline.lastDay,
    due: deadline.due,
    dueAt: deadline.dueAt,
    closesAt: options.closesAt ?? defaultClosing,
    provisional: deadline.provisional,
    running: deadline.running,
    calendarVersion: deadline.calendarVersion,
    publishedThrough: calendar.publishedThrough,
  };
}

/** The same for a clock of a case, as it stands at `now`; undefined while it has not started. */
export function explainClock(clock: Clock, calendar: Calendar, now: Instant): Explanation | undefined {
  const { counting, closesAt, stoppedOn } = clock;
  return counting === undefined ? undefined : explain(counting, calendar, { today: stoppedOn ?? dayOf(now), closesAt });
}
