import type { Collector } from './collector.ts';
import type { Step } from './log.ts';
import { byCount, spreadOf, type Spread } from './spread.ts';

/** Where the time of a step went; wall-clock time. */
export interface StepTime {
  readonly activity: string;
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

function note(times: Times, { readyAt, startedAt, at }: Step): void {
  times.count += 1;
  if (readyAt !== undefined) times.whole.push(at - readyAt);
  if (startedAt === undefined) return;
  times.working.push(at - startedAt);
  if (readyAt !== undefined) times.waiting.push(startedAt - readyAt);
}

export function waitingCollector(): Collector<readonly StepTime[]> {
  const steps = new Map<string, Times>();
  return {
    take: (_, taken) => {
      for (const step of taken) {
        const times = steps.get(step.activity) ?? { count: 0, whole: [], waiting: [], working: [] };
        steps.set(step.activity, times);
        note(times, step);
      }
    },
    result: () =>
      [...steps]
        .map(([activity, { count, whole, waiting, working }]) => ({
          activity,
          count,
          whole: spreadOf(whole),
          waiting: spreadOf(waiting),
          working: spreadOf(working),
        }))
        .toSorted(byCount(({ activity }) => activity)),
  };
}
