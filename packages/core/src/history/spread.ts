/** How a number of times lie, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly total: number;
  /** The middle one; of an even number the mean of the two in the middle. 0 where there is none. */
  readonly median: number;
  readonly longest: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = Float64Array.from(times).toSorted();
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return {
    count: sorted.length,
    total: sorted.reduce((sum, time) => sum + time, 0),
    median,
    longest: sorted.at(-1) ?? 0,
  };
}

/** The list of a key, made when first asked for. */
export function listOf<K>(lists: Map<K, number[]>, key: K): number[] {
  const there = lists.get(key);
  if (there !== undefined) return there;
  const made: number[] = [];
  lists.set(key, made);
  return made;
}

/** One more under the key. */
export function countUp<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Most first; what is as frequent by name, so that two runs say the same. */
export function byCount<T extends { readonly count: number }>(name: (one: T) => string): (left: T, right: T) => number {
  return (left, right) => {
    if (left.count !== right.count) return right.count - left.count;
    const [before, after] = [name(left), name(right)];
    return before < after ? -1 : before > after ? 1 : 0;
  };
}
