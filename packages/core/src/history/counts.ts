import type { Collector } from './collector.ts';
import type { HistoryCase } from './log.ts';
import { spreadOf, type Spread } from './spread.ts';

/** The size of a log, by definitions anyone can count again. */
export interface Counts {
  readonly cases: number;
  /** Every event, whatever its transition. */
  readonly events: number;
  /** Different names of events. */
  readonly activities: number;
  readonly resources: number;
  /** Different sequences of completed activities, by time and within one moment by the order of the log. */
  readonly variants: number;
  /** Events of the case that has the most. */
  readonly mostEvents: number;
  /** From the first event of a case to its last, over all cases; wall-clock time. */
  readonly duration: Spread;
  readonly from?: number;
  readonly to?: number;
}

function spanOf({ events }: HistoryCase): readonly [number, number] | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of events) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return events.length === 0 ? undefined : [first, last];
}

export function countsCollector(): Collector<Omit<Counts, 'variants'>> {
  const durations: number[] = [];
  const activities = new Set<string>();
  const resources = new Set<string>();
  let [events, mostEvents, cases] = [0, 0, 0];
  let whole: readonly [number, number] | undefined;
  return {
    take: (one) => {
      cases += 1;
      events += one.events.length;
      mostEvents = Math.max(mostEvents, one.events.length);
      for (const { activity, resource } of one.events) {
        activities.add(activity);
        if (resource !== undefined) resources.add(resource);
      }
      const span = spanOf(one);
      if (span === undefined) return;
      durations.push(span[1] - span[0]);
      whole = whole === undefined ? span : [Math.min(whole[0], span[0]), Math.max(whole[1], span[1])];
    },
    result: () => ({
      cases,
      events,
      activities: activities.size,
      resources: resources.size,
      mostEvents,
      duration: spreadOf(durations),
      ...(whole === undefined ? {} : { from: whole[0], to: whole[1] }),
    }),
  };
}
