import type { Collector } from './collector.ts';
import { pairTimes, type Arrow } from './follows.ts';

/** From whom to whom work went, where two steps that followed one another had different resources. */
export function handOverCollector(): Collector<readonly Arrow[]> {
  const pairs = pairTimes();
  return {
    take: (_, steps) => {
      steps.forEach(({ resource, at }, index) => {
        const before = steps[index - 1];
        if (before?.resource === undefined || resource === undefined || before.resource === resource) return;
        pairs.add(before.resource, resource, at - before.at);
      });
    },
    result: pairs.arrows,
  };
}

const HOUR = 3_600_000;

/** Completions by hour of the place's day: 24 numbers, that of 00:00–00:59 first. */
export function workloadCollector(): Collector<readonly number[]> {
  const hours = Array.from({ length: 24 }, () => 0);
  return {
    take: (_, steps) => {
      for (const { at, offset } of steps) {
        const hour = ((Math.floor((at + offset * 60_000) / HOUR) % 24) + 24) % 24;
        hours[hour] = (hours[hour] ?? 0) + 1;
      }
    },
    result: () => [...hours],
  };
}
