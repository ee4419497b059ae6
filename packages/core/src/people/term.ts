import type { Day } from '@yimen/kernel';

/** From a day to a day, both included; open-ended without the second. */
export interface Term {
  readonly from: Day;
  readonly to?: Day | undefined;
}

export type TermFault = 'begins_in_the_past' | 'ends_before_it_begins';

/**
 * What is wrong with the term a post is given for; undefined when nothing is. No power is given back in time: what was done
 * without it stays done without it.
 */
export function termFault({ from, to }: Term, today: Day): TermFault | undefined {
  if (from < today) return 'begins_in_the_past';
  return to !== undefined && to < from ? 'ends_before_it_begins' : undefined;
}
