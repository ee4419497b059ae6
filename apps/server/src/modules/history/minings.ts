import type { Mined } from '@yimen/core/history';

/** How far the reading of a log is. */
export interface Reading {
  /** Cases read so far. */
  read: number;
  mined: Mined | undefined;
  failed: unknown;
}

export interface Minings {
  /** The reading of a kept log; begun by the first who asks. A failed one is told once and begun anew by the next. */
  readonly of: (file: string, begin: (read: (cases: number) => void) => Promise<Mined>) => Reading;
}

/** A log of fifty thousand cases takes some tens of megabytes. */
const KEPT = 6;

/** Logs never change, so what was read of one holds for good; the ones asked for longest ago are forgotten. */
export function createMinings(): Minings {
  const known = new Map<string, Reading>();
  return {
    of: (file, begin) => {
      const reading = known.get(file) ?? start(begin);
      known.delete(file);
      if (reading.failed === undefined) known.set(file, reading);
      for (const oldest of known.keys()) {
        if (known.size <= KEPT) break;
        known.delete(oldest);
      }
      return reading;
    },
  };
}

function start(begin: (read: (cases: number) => void) => Promise<Mined>): Reading {
  const reading: Reading = { read: 0, mined: undefined, failed: undefined };
  begin((cases) => void (reading.read = cases)).then(
    (mined) => void (reading.mined = mined),
    (error: unknown) => void (reading.failed = error),
  );
  return reading;
}
