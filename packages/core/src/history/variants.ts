import type { Collector } from './collector.ts';
import { byCount, listOf, spreadOf, type Spread } from './spread.ts';

/** One path through the work, and the cases that took it. */
export interface Variant {
  readonly path: readonly string[];
  readonly count: number;
  /** Of all cases, 0 to 1. */
  readonly share: number;
  /** From the first completion to the last. */
  readonly duration: Spread;
}

// No activity can hold it: XML forbids the character, and the readers of CSV refuse it.
const BETWEEN = '\u0000';

export function variantsCollector(): Collector<readonly Variant[]> {
  const durations = new Map<string, number[]>();
  let cases = 0;
  return {
    take: (_, steps) => {
      cases += 1;
      const path = steps.map(({ activity }) => activity).join(BETWEEN);
      listOf(durations, path).push((steps.at(-1)?.at ?? 0) - (steps[0]?.at ?? 0));
    },
    result: () =>
      [...durations]
        .map(([path, times]) => ({
          path: path === '' ? [] : path.split(BETWEEN),
          count: times.length,
          share: times.length / cases,
          duration: spreadOf(times),
        }))
        .toSorted(byCount(({ path }) => path.join(BETWEEN))),
  };
}
