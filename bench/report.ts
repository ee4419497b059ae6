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

/** `--name 5` among the words after the bench's name. */
export function numberOption(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} 应为自然数 / must be a whole number`);
  return value;
}

/** `--name words`; undefined where it is not told. */
export function textOption(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** mulberry32: a row of numbers in [0, 1) that is the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** In milliseconds, for a person to read; a dash where nothing was measured. */
export function percentile(times: readonly number[], percent: number): string {
  const sorted = times.toSorted((left, right) => left - right);
  const at = Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100));
  const value = sorted[at];
  if (value === undefined) return '–';
  return value < 10 ? `${value.toFixed(1)} ms` : `${String(Math.round(value))} ms`;
}
