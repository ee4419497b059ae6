import type { Day } from '@yimen/kernel';
import type { ExplainedDay, ExplainedSuspension, Explanation } from './explain.ts';

/** Consecutive days that do not count for one and the same reason. */
export type Run = readonly [ExplainedDay, ...ExplainedDay[]];

/** The sentences of an explanation in one language. */
export interface Phrases {
  readonly start: (explanation: Explanation) => string;
  readonly extension: (extension: NonNullable<Explanation['extension']>) => string;
  readonly holiday: (run: Run) => string;
  readonly makeUp: (day: ExplainedDay) => string;
  readonly weekends: (days: number) => string;
  readonly suspension: (suspension: ExplainedSuspension) => string;
  readonly moved: (lastDay: Day, due: Day) => string;
  readonly due: (explanation: Explanation) => string;
  readonly open: string;
  readonly provisional: (publishedThrough: Day) => string;
  readonly version: (explanation: Explanation) => string;
}

export function lastOf(run: Run): Day {
  return (run.at(-1) ?? run[0]).on;
}

/** The notice that fixed a day, as it is cited. */
export function citedNotice(day: ExplainedDay): string | undefined {
  const { notice } = day.fact;
  if (notice === undefined) return undefined;
  return notice.number === undefined ? `《${notice.title}》` : `《${notice.title}》（${notice.number}）`;
}
