/** One event of a case: that a piece of work was scheduled, started or completed. */
export interface HistoryEvent {
  readonly activity: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** How far the wall clock of the place was ahead of UTC, in minutes: days and hours are counted by that clock. */
  readonly offset: number;
  readonly transition: Transition;
  /** Who did it, by post, group or pseudonym. */
  readonly resource?: string;
}

/** An item, and the version of it a case keeps. */
export interface ProcedureKey {
  readonly itemId: string;
  readonly version: number;
}

/** The transitions of the XES life cycle that are told apart; all others are `other` and only counted. */
export type Transition = 'schedule' | 'start' | 'complete' | 'other';

export interface HistoryCase {
  readonly id: string;
  /** The item version whose procedure it was to follow, where the log says so. */
  readonly procedure?: ProcedureKey;
  /** In the order of the log. */
  readonly events: readonly HistoryEvent[];
}

/** A completed piece of work, paired with its start where the log has one. */
export interface Step {
  readonly activity: string;
  readonly resource?: string;
  /** When it could begin: it was scheduled, or the step before was completed. Nothing for the first of a case. */
  readonly readyAt?: number;
  readonly startedAt?: number;
  readonly at: number;
  readonly offset: number;
}

interface Begun {
  readonly scheduled: number[];
  readonly started: number[];
}

const inOrder = (events: readonly HistoryEvent[]): readonly HistoryEvent[] =>
  events.every((event, index) => index === 0 || (events[index - 1]?.at ?? 0) <= event.at)
    ? events
    : events.toSorted((left, right) => left.at - right.at);

/**
 * The completed steps of a case by time; events of one moment keep the order of the log. A completion takes the oldest open
 * start and schedule of its activity; starts that were never completed make no step.
 */
export function stepsOf({ events }: HistoryCase): readonly Step[] {
  const begun = new Map<string, Begun>();
  const steps: Step[] = [];
  for (const event of inOrder(events)) {
    if (event.transition === 'complete') {
      steps.push(completed(event, begun.get(event.activity), steps.at(-1)?.at));
      continue;
    }
    if (event.transition === 'other') continue;
    const open = begun.get(event.activity) ?? { scheduled: [], started: [] };
    begun.set(event.activity, open);
    (event.transition === 'start' ? open.started : open.scheduled).push(event.at);
  }
  return steps;
}

function completed({ activity, at, offset, resource }: HistoryEvent, begun: Begun | undefined, before?: number): Step {
  const startedAt = begun?.started.shift();
  const ready = begun?.scheduled.shift() ?? before;
  // Work begun before the step ahead was done did not wait for it.
  const readyAt = startedAt === undefined || ready === undefined ? ready : Math.min(ready, startedAt);
  return {
    activity,
    at,
    offset,
    ...(resource === undefined ? {} : { resource }),
    ...(readyAt === undefined ? {} : { readyAt }),
    ...(startedAt === undefined ? {} : { startedAt }),
  };
}
