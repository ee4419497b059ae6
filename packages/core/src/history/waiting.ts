import type { Collector } from './collector.ts';
import type { Step } from './log.ts';
import { byCount, spreadOf, type Spread } from './spread.ts';

/** Where the time of completed steps went; wall-clock time. */
export interface Timed {
  /** Completions. */
  readonly count: number;
  /** From ready to completed, wherever it is known when it could begin. */
  readonly whole: Spread;
  /** From ready to started, and from started to completed: only of steps whose start the log has. */
  readonly waiting: Spread;
  readonly working: Spread;
}

interface Times {
  count: number;
  readonly whole: number[];
  readonly waiting: number[];
  readonly working: number[];
}

const noTimes = (): Times => ({ count: 0, whole: [], waiting: [], working: [] });

const timedOf = ({ count, whole, waiting, working }: Times): Timed => ({
  count,
  whole: spreadOf(whole),
  waiting: spreadOf(waiting),
  working: spreadOf(working),
});

export const untimed: Timed = timedOf(noTimes());

/** Keeps the times of steps under a name. */
export function timeKeeper(): {
  readonly note: (name: string, step: Step) => void;
  readonly result: () => ReadonlyMap<string, Timed>;
} {
  const all = new Map<string, Times>();
  return {
    note: (name, { readyAt, startedAt, at }) => {
      const times = all.get(name) ?? noTimes();
      all.set(name, times);
      times.count += 1;
      if (readyAt !== undefined) times.whole.push(at - readyAt);
      if (startedAt === undefined) return;
      times.working.push(at - startedAt);
      if (readyAt !== undefined) times.waiting.push(startedAt - readyAt);
    },
    result: () => new Map([...all].map(([name, times]) => [name, timedOf(times)])),
  };
}

export interface StepTime extends Timed {
  readonly activity: string;
}

/** Waiting against working, by step. */
export function waitingCollector(): Collector<readonly StepTime[]> {
  const times = timeKeeper();
  return {
    take: (_, steps) => {
      for (const step of steps) times.note(step.activity, step);
    },
    result: () =>
      [...times.result()]
        .map(([activity, timed]) => ({ activity, ...timed }))
        .toSorted(byCount(({ activity }) => activity)),
  };
}

export interface PostTime extends Timed {
  readonly resource: string;
  /** How many kinds of steps were completed there. */
  readonly activities: number;
}

/** Waiting against working, by the post that completed the step; steps of nobody are left out. */
export function postTimeCollector(): Collector<readonly PostTime[]> {
  const times = timeKeeper();
  const activities = new Map<string, Set<string>>();
  return {
    take: (_, steps) => {
      for (const step of steps) {
        if (step.resource === undefined) continue;
        times.note(step.resource, step);
        activities.set(step.resource, (activities.get(step.resource) ?? new Set()).add(step.activity));
      }
    },
    result: () =>
      [...times.result()]
        .map(([resource, timed]) => ({ resource, activities: activities.get(resource)?.size ?? 0, ...timed }))
        .toSorted(byCount(({ resource }) => resource)),
  };
}
