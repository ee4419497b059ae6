import { dayOf, type Day, type Instant } from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import { dueAfter, type Counting, type Deadline } from './due.ts';
import type { ClockName, Moment } from './facts.ts';
import type { Extension, Limit, Suspension } from './limit.ts';

/** The clocks every case has; others carry their own kind. */
export type StandardClockKind =
  | 'acceptance'
  | 'acceptanceAfterCorrection'
  | 'decisionStatutory'
  | 'decisionPromised'
  | 'extension'
  | 'step'
  | 'delivery';
export type ClockKind = StandardClockKind | (string & {});

/**
 * `notStarted`: the day it starts from has not come. `suspended`: a special procedure is open. `met`: the act was in time.
 * `overdue`: it was not, or is not yet done. `stopped`: the case ended first.
 */
export type ClockState = 'notStarted' | 'running' | 'suspended' | 'met' | 'overdue' | 'stopped';

export interface Clock {
  /** Unique within the case: the kind, or `step:<id>`. */
  readonly id: string;
  readonly kind: ClockKind;
  readonly name: ClockName;
  readonly limit: Limit;
  readonly state: ClockState;
  readonly start?: Day | undefined;
  readonly due?: Day | undefined;
  readonly dueAt?: Instant | undefined;
  /** When something becomes due by this clock: its end, or while it is suspended the planned end; absent when nothing more can. */
  readonly nextDueAt?: Instant | undefined;
  readonly provisional: boolean;
  /** The day the act was done, or the case ended. */
  readonly stoppedOn?: Day | undefined;
  /** What was counted, for the explanation; absent when it has not started. */
  readonly counting?: Counting | undefined;
  readonly extension?: Extension | undefined;
  readonly closesAt?: string | undefined;
  readonly calendarVersion: string;
}

/** A clock before it is read against the calendar. */
export interface ClockSpec {
  readonly id: string;
  readonly kind: ClockKind;
  readonly name: ClockName;
  readonly limit: Limit;
  readonly start?: Moment | undefined;
  readonly stop?: Moment | undefined;
  readonly ended?: Moment | undefined;
  readonly suspensions?: readonly Suspension[] | undefined;
  readonly extension?: Extension | undefined;
  readonly closesAt?: string | undefined;
}

const inTime = (done: Moment, deadline: Deadline): boolean =>
  done.at === undefined ? done.on <= deadline.due : done.at <= deadline.dueAt;

/** The suspension that keeps the clock standing on `today`: open, and served before today (that day itself still counts). */
function standingAt(suspensions: readonly Suspension[], today: Day, due: Day): Suspension | undefined {
  return suspensions.find((span) => span.received === undefined && span.served < today && span.served < due);
}

function stateOf(spec: ClockSpec, deadline: Deadline, now: Instant): ClockState {
  if (spec.stop !== undefined) return inTime(spec.stop, deadline) ? 'met' : 'overdue';
  if (spec.ended !== undefined) return inTime(spec.ended, deadline) ? 'stopped' : 'overdue';
  if (now > deadline.dueAt) return 'overdue';
  return standingAt(spec.suspensions ?? [], dayOf(now), deadline.due) === undefined ? 'running' : 'suspended';
}

/** A suspended clock is looked at again when its procedure should have ended; a running or overdue one when it ends. */
function nextOf(spec: ClockSpec, deadline: Deadline, calendar: Calendar): Instant {
  const plannedEnds = (spec.suspensions ?? []).flatMap((span) =>
    span.received === undefined && span.plannedEnd !== undefined && span.served < deadline.due ? [span.plannedEnd] : [],
  );
  const earliest = plannedEnds.toSorted()[0];
  if (earliest === undefined || earliest >= deadline.due) return deadline.dueAt;
  const plannedEnd = { start: earliest, limit: { count: 0, unit: 'calendarDay' } } as const;
  return dueAfter(plannedEnd, calendar, { closesAt: spec.closesAt }).dueAt;
}

/** Reads one clock: where it stands at `now` and when it ends. */
export function readClock(spec: ClockSpec, calendar: Calendar, now: Instant): Clock {
  const { id, kind, name, limit, start, extension, closesAt, suspensions = [] } = spec;
  const done = spec.stop ?? spec.ended;
  const base = { id, kind, name, limit, closesAt, stoppedOn: done?.on, calendarVersion: calendar.version };
  if (start === undefined) return { ...base, state: done === undefined ? 'notStarted' : 'stopped', provisional: false };
  const counting = { start: start.on, limit, suspensions, extension };
  const deadline = dueAfter(counting, calendar, { today: done?.on ?? dayOf(now), closesAt });
  return {
    ...base,
    state: stateOf(spec, deadline, now),
    start: start.on,
    due: deadline.due,
    dueAt: deadline.dueAt,
    nextDueAt: done === undefined ? nextOf(spec, deadline, calendar) : undefined,
    provisional: deadline.provisional,
    counting,
    extension,
  };
}

/**
 * The next instant at which something of these clocks becomes due, for an index; what fell due earlier and is still unanswered is
 * included, so that an outage loses nothing. With `after`, only what comes later.
 */
export function nextDueAt(clocks: readonly Clock[], after?: Instant): Instant | undefined {
  return clocks
    .flatMap((clock) => (clock.nextDueAt === undefined ? [] : [clock.nextDueAt]))
    .filter((at) => after === undefined || at > after)
    .toSorted()[0];
}
