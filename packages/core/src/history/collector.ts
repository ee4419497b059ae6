import type { HistoryCase, Step } from './log.ts';

/** Takes each case once and answers at the end. */
export interface Collector<Answer> {
  take(one: HistoryCase, steps: readonly Step[]): void;
  result(): Answer;
}
