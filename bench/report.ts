/** One measurement: lines for a person to read. */
export type Bench = () => Promise<readonly string[]>;

/** The middle of several runs, in milliseconds; the first run warms up and is thrown away. */
export async function medianMillis(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.toSorted((left, right) => left - right)[Math.floor(runs / 2)] ?? Number.NaN;
}

export const perSecond = (count: number, millis: number): string =>
  `${Math.round((count * 1000) / millis).toLocaleString('en')}/s`;

export const ratio = (millis: number, baseline: number): string => `${(millis / baseline).toFixed(2)}× the baseline`;
