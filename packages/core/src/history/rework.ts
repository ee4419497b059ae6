import type { Collector } from './collector.ts';
import type { Step } from './log.ts';
import { byCount, countUp } from './spread.ts';

/** An activity done again in the same case. */
export interface Repeated {
  readonly activity: string;
  /** Completions beyond the first of each case. */
  readonly count: number;
  readonly cases: number;
}

/** A return: from work to other work that the case had already done. */
export interface ReturnLoop {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface Rework {
  /** Cases in which anything was done again. */
  readonly cases: number;
  readonly repeated: readonly Repeated[];
  readonly returns: readonly ReturnLoop[];
}

function repeatsOf(steps: readonly Step[]): ReadonlyMap<string, number> {
  const done = new Map<string, number>();
  for (const { activity } of steps) countUp(done, activity);
  return new Map([...done].filter(([, count]) => count > 1));
}

export function reworkCollector(): Collector<Rework> {
  const repeats = new Map<string, { count: number; cases: number }>();
  const returns = new Map<string, Map<string, number>>();
  let cases = 0;
  const noteReturns = (steps: readonly Step[]): void => {
    const done = new Set<string>();
    let from: string | undefined;
    for (const { activity } of steps) {
      if (from !== undefined && from !== activity && done.has(activity)) {
        const targets = returns.get(from) ?? new Map<string, number>();
        returns.set(from, targets);
        countUp(targets, activity);
      }
      done.add(activity);
      from = activity;
    }
  };
  return {
    take: (_, steps) => {
      const again = repeatsOf(steps);
      if (again.size === 0) return;
      cases += 1;
      for (const [activity, count] of again) {
        const known = repeats.get(activity) ?? { count: 0, cases: 0 };
        repeats.set(activity, { count: known.count + count - 1, cases: known.cases + 1 });
      }
      noteReturns(steps);
    },
    result: () => ({
      cases,
      repeated: [...repeats]
        .map(([activity, known]) => ({ activity, ...known }))
        .toSorted(byCount(({ activity }) => activity)),
      returns: [...returns]
        .flatMap(([from, targets]) => [...targets].map(([to, count]) => ({ from, to, count })))
        .toSorted(byCount(({ from, to }) => `${from}\u0000${to}`)),
    }),
  };
}
