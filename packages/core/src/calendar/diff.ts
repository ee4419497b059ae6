import { dayFrom, dayNumber, dayFromNumber, type Day } from '@yimen/kernel';
import type { Calendar, DayFact } from './calendar.ts';

/** A day that is a working day in one calendar and not in the other, with the reason each gives. */
export interface ChangedDay {
  readonly on: Day;
  readonly before: DayFact;
  readonly after: DayFact;
}

const yearsOf = (calendar: Calendar): readonly number[] => calendar.notices.map((notice) => notice.year);

/**
 * The days on which two calendars disagree, in order. Looks a year beyond the notices of both: further out both follow the same
 * statutory festivals.
 */
export function diffCalendars(before: Calendar, after: Calendar): readonly ChangedDay[] {
  if (before.version === after.version) return [];
  const years = [...yearsOf(before), ...yearsOf(after)];
  const first = dayNumber(dayFrom(Math.min(...years) - 1, 1, 1));
  const last = dayNumber(dayFrom(Math.max(...years) + 1, 12, 31));
  const changed: ChangedDay[] = [];
  for (let number = first; number <= last; number += 1) {
    if (before.working.is(number) === after.working.is(number)) continue;
    const on = dayFromNumber(number);
    changed.push({ on, before: before.factOf(on), after: after.factOf(on) });
  }
  return changed;
}
