import type { Collector } from './collector.ts';
import { byCount, countUp, listOf, spreadOf, type Spread } from './spread.ts';

/** Work that came directly after other work. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** From one completion to the next. */
  readonly time: Spread;
}

interface Counted {
  readonly activity: string;
  readonly count: number;
}

/** The directly-follows map: what began cases, what ended them, what followed what. */
export interface FlowMap {
  readonly starts: readonly Counted[];
  readonly ends: readonly Counted[];
  readonly arrows: readonly Arrow[];
}

/** Times by where from and where to. */
export function pairTimes(): {
  readonly add: (from: string, to: string, time: number) => void;
  readonly arrows: () => readonly Arrow[];
} {
  const times = new Map<string, Map<string, number[]>>();
  return {
    add: (from, to, time) => {
      const targets = times.get(from) ?? new Map<string, number[]>();
      times.set(from, targets);
      listOf(targets, to).push(time);
    },
    arrows: () =>
      [...times]
        .flatMap(([from, targets]) =>
          [...targets].map(([to, all]) => ({ from, to, count: all.length, time: spreadOf(all) })),
        )
        .toSorted(byCount(({ from, to }) => `${from}\u0000${to}`)),
  };
}

const counted = (counts: ReadonlyMap<string, number>): readonly Counted[] =>
  [...counts].map(([activity, count]) => ({ activity, count })).toSorted(byCount(({ activity }) => activity));

export function followsCollector(): Collector<FlowMap> {
  const pairs = pairTimes();
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  return {
    take: (_, steps) => {
      const [first, last] = [steps[0], steps.at(-1)];
      if (first === undefined || last === undefined) return;
      countUp(starts, first.activity);
      countUp(ends, last.activity);
      steps.forEach((step, index) => {
        const before = steps[index - 1];
        if (before !== undefined) pairs.add(before.activity, step.activity, step.at - before.at);
      });
    },
    result: () => ({ starts: counted(starts), ends: counted(ends), arrows: pairs.arrows() }),
  };
}
