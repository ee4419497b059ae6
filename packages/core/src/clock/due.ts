import { addMonths, dayFromNumber, dayNumber, instantAt, type Day, type Instant } from '@yimen/kernel';
import { lastDayNumber, type Calendar } from '../calendar/index.ts';
import type { LegalBasisRef } from './legal-basis.ts';
import type { ExtensionSpan, LimitUnit, StartEvent, Suspension, SuspensionSpan } from './limit.ts';
import { advance, calendarRuler, countOutside, moveToWorkingDay, unite, type Span } from './spans.ts';

/** What is counted: a limit from a start day, less the suspensions, plus the extension. */
export interface Counting {
  readonly start: Day;
  /** A `Limit`, or its count and unit alone; start event and article are for the explanation. */
  readonly limit: {
    readonly count: number;
    readonly unit: LimitUnit;
    readonly startsOn?: StartEvent | undefined;
    readonly basis?: LegalBasisRef | undefined;
  };
  readonly suspensions?: readonly (SuspensionSpan | Suspension)[] | undefined;
  readonly extension?: ExtensionSpan | undefined;
}

export interface DueOptions {
  /** The day on which it is asked; an open suspension lasts at least until then. */
  readonly today?: Day | undefined;
  /** When business hours end, `HH:mm` Beijing time; the limit ends with them (Civil Code Art. 203). */
  readonly closesAt?: string | undefined;
}

export interface Deadline {
  readonly start: Day;
  /** The last day on which the act is in time. */
  readonly due: Day;
  readonly dueAt: Instant;
  /** The last day before it moved off a day that is not worked; mostly `due` itself. */
  readonly lastDay: Day;
  /** `due` without the extension. */
  readonly dueBeforeExtension: Day;
  /** Some of the counted days are covered by no notice yet. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  /** False while a suspension is open: `due` is then a projection. */
  readonly running: boolean;
}

export const defaultClosing = '17:30';

/** Until when a suspension takes days away: its result, or, while it is open, the later of its planned end and today. */
function endOf(span: SuspensionSpan, today: Day | undefined): Day {
  if (span.received !== undefined) return span.received;
  const planned = span.plannedEnd ?? span.served;
  return today !== undefined && today > planned ? today : planned;
}

/** Suspensions as united spans of day numbers. */
export function spansOf(suspensions: readonly SuspensionSpan[], today: Day | undefined): readonly Span[] {
  return unite(suspensions.map((span) => ({ from: dayNumber(span.served), to: dayNumber(endOf(span, today)) })));
}

/** The last day of one limit, before it moves off a day that is not worked. */
function lastDayOf(
  start: number,
  limit: Pick<Counting['limit'], 'count' | 'unit'>,
  spans: readonly Span[],
  calendar: Calendar,
): number {
  switch (limit.unit) {
    case 'workingDay':
      return advance(start, limit.count, spans, calendar.working);
    case 'calendarDay':
      return advance(start, limit.count, spans, calendarRuler);
    case 'month': {
      // Civil Code Art. 202: the corresponding day, or the month's last; suspensions lengthen it by the calendar days they take.
      const corresponding = dayNumber(addMonths(dayFromNumber(start), limit.count));
      return advance(start, corresponding - start, spans, calendarRuler);
    }
  }
}

/** An extension in the limit's own unit makes one longer limit; in another unit it is counted from the day the limit ends. */
function lastDayExtended(start: number, counting: Counting, spans: readonly Span[], calendar: Calendar): number {
  const { limit, extension } = counting;
  if (extension === undefined) return lastDayOf(start, limit, spans, calendar);
  const unit = extension.unit ?? limit.unit;
  if (unit === limit.unit) return lastDayOf(start, { unit, count: limit.count + extension.count }, spans, calendar);
  const base = lastDayOf(start, limit, spans, calendar);
  return base > lastDayNumber ? base : lastDayOf(base, { unit, count: extension.count }, spans, calendar);
}

function existing(number: number): Day {
  if (number > lastDayNumber) throw new RangeError('beyond the year 9999');
  return dayFromNumber(number);
}

function isOpen(span: SuspensionSpan, due: Day): boolean {
  return span.received === undefined && span.served < due;
}

/**
 * When a limit ends. The start day is not counted (Civil Code Art. 201); days after a suspension's notice was served, up to and
 * including the day its result is received, are not counted, and days covered twice are taken away once; a limit in calendar days or
 * months that ends on a day not worked ends on the next that is (Art. 203). Only working days count where the unit says so
 * (Licensing Law Art. 82). Throws where the limit ends beyond the year 9999; there is no other bound.
 */
export function dueAfter(counting: Counting, calendar: Calendar, options: DueOptions = {}): Deadline {
  const suspensions = counting.suspensions ?? [];
  const spans = spansOf(suspensions, options.today);
  const start = dayNumber(counting.start);
  const last = lastDayExtended(start, counting, spans, calendar);
  const due = existing(moveToWorkingDay(last, spans, calendar.working));
  const original = counting.extension === undefined ? undefined : lastDayOf(start, counting.limit, spans, calendar);
  return {
    start: counting.start,
    due,
    dueAt: instantAt(due, options.closesAt ?? defaultClosing),
    lastDay: dayFromNumber(last),
    dueBeforeExtension: original === undefined ? due : existing(moveToWorkingDay(original, spans, calendar.working)),
    provisional: due > calendar.publishedThrough || start + 1 < dayNumber(calendar.publishedFrom),
    calendarVersion: calendar.version,
    running: !suspensions.some((span) => isOpen(span, due)),
  };
}

/**
 * Working days left after today: 0 on the last day, negative by the working days since when it has passed. Days known to be suspended
 * are not counted.
 */
export function remainingWorkingDays(
  due: Day,
  today: Day,
  calendar: Calendar,
  suspensions: readonly SuspensionSpan[] = [],
): number {
  if (today > due) return 0 - calendar.workingDaysBetween(due, today);
  return countOutside(dayNumber(today), dayNumber(due), spansOf(suspensions, today), calendar.working);
}
