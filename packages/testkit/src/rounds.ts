import { inject } from 'vitest';

/** How much the random tests do in this run, and from which seed; set by `vitest.config.ts`. */
export interface Rounds {
  /** Valid, and as many invalid, requests to each operation. */
  readonly fuzz: number;
  /** Cases acted on at random over HTTP. */
  readonly chains: number;
  /** Random histories compared with the model of the law. */
  readonly model: number;
  /** Tamperings planted for the independent verifier. */
  readonly tamper: number;
  /** 0: a new one each run. */
  readonly seed: number;
  /** The one operation to send to (`post /api/v1/drafts`); empty for all. */
  readonly only: string;
  /** The folder the tables are written to; empty for none. */
  readonly report: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly yimenRounds: Rounds;
  }
}

/** This run's rounds, the seed chosen. */
export function rounds(): Rounds {
  const told = inject('yimenRounds');
  return told.seed === 0 ? { ...told, seed: 1 + Math.floor(Math.random() * 0x7fff_fffe) } : told;
}
