import type { Day, Instant } from '@yimen/kernel';
import { diffCalendars, type Calendar, type ChangedDay } from '../calendar/index.ts';
import type { Clock, ClockKind } from './clock.ts';
import { clocksOf } from './clocks-of.ts';
import type { ClockFacts, ClockRules } from './facts.ts';

/** Two calendars and the days they disagree on; made once, used for every open case. */
export interface CalendarChange {
  readonly before: Calendar;
  readonly after: Calendar;
  readonly changed: readonly ChangedDay[];
}

/** A deadline that moved because the law's calendar did, and by which days. */
export interface MovedClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly name: Clock['name'];
  readonly dueBefore: Day;
  readonly dueAfter: Day;
  /** The due day may stand and only become certain, or uncertain. */
  readonly provisionalBefore: boolean;
  readonly provisionalAfter: boolean;
  readonly because: readonly ChangedDay[];
}

export interface Rederivation {
  readonly calendarBefore: string;
  readonly calendarAfter: string;
  /** The clocks as they stand now; equal to a fresh derivation. */
  readonly clocks: readonly Clock[];
  readonly moved: readonly MovedClock[];
}

export function calendarChange(before: Calendar, after: Calendar): CalendarChange {
  return { before, after, changed: diffCalendars(before, after) };
}

function movedClock(before: Clock | undefined, after: Clock, changed: readonly ChangedDay[]): readonly MovedClock[] {
  if (before?.due === undefined || after.due === undefined || after.start === undefined) return [];
  if (after.stoppedOn !== undefined) return [];
  if (before.due === after.due && before.provisional === after.provisional) return [];
  const last = before.due > after.due ? before.due : after.due;
  const from = after.start;
  return [
    {
      id: after.id,
      kind: after.kind,
      name: after.name,
      dueBefore: before.due,
      dueAfter: after.due,
      provisionalBefore: before.provisional,
      provisionalAfter: after.provisional,
      because: changed.filter((day) => day.on > from && day.on <= last),
    },
  ];
}

/**
 * Derives the clocks of a case again after a notice changed the calendar, and says which moved and by which days. Clocks already
 * stopped are history and do not move.
 */
export function rederive(facts: ClockFacts, rules: ClockRules, change: CalendarChange, now: Instant): Rederivation {
  const before = new Map(clocksOf(facts, rules, change.before, now).map((clock) => [clock.id, clock]));
  const clocks = clocksOf(facts, rules, change.after, now);
  return {
    calendarBefore: change.before.version,
    calendarAfter: change.after.version,
    clocks,
    moved: clocks.flatMap((clock) => movedClock(before.get(clock.id), clock, change.changed)),
  };
}
