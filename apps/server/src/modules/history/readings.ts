/** How far the reading of a log is. */
export interface Reading<Answer> {
  /** Cases read so far. */
  read: number;
  answer: Answer | undefined;
  failed: unknown;
}

type Begin<Answer> = (read: (cases: number) => void) => Promise<Answer>;

export interface Readings<Answer> {
  /** What was read of a log under a key; begun by the first who asks. A failed reading is told once and begun anew by the next. */
  readonly of: (key: string, begin: Begin<Answer>) => Reading<Answer>;
}

/** What a log of fifty thousand cases says takes some tens of megabytes. */
const KEPT = 6;

/** Logs never change, so what was read of one holds for good; the ones asked for longest ago are forgotten. */
export function createReadings<Answer>(): Readings<Answer> {
  const known = new Map<string, Reading<Answer>>();
  return {
    of: (key, begin) => {
      const reading = known.get(key) ?? start(begin);
      known.delete(key);
      if (reading.failed === undefined) known.set(key, reading);
      for (const oldest of known.keys()) {
        if (known.size <= KEPT) break;
        known.delete(oldest);
      }
      return reading;
    },
  };
}

function start<Answer>(begin: Begin<Answer>): Reading<Answer> {
  const reading: Reading<Answer> = { read: 0, answer: undefined, failed: undefined };
  begin((cases) => void (reading.read = cases)).then(
    (answer) => void (reading.answer = answer),
    (error: unknown) => void (reading.failed = error),
  );
  return reading;
}
