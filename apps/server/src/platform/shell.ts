import type { Day, Instant } from '@yimen/kernel';
import type { Kysely, Transaction } from 'kysely';
import type { Log } from './log/index.ts';

/** Every statement is SQL text with typed rows (`sql<Row>`): a module's SQL names only its own schema and the ledger. */
export type Db = Kysely<unknown>;
export type Tx = Transaction<unknown>;

/** What a FEEL condition of a procedure or a material says about the answers of one form. */
export type Evaluation =
  { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly error: string };

/**
 * The outside world, whole: made once in a composition root and handed down. Nothing below reads a clock, the
 * environment or a random source by itself.
 */
export interface Shell {
  readonly db: Db;
  /** The application's clock, by which the law counts. The demonstration's time control moves it; nothing else can. */
  readonly now: () => Instant;
  /** The machine's clock: sessions, lockouts and rate limits, which no time control may touch. */
  readonly realNow: () => Instant;
  /** A random UUID. */
  readonly newId: () => string;
  /** Bytes from the operating system's random source. */
  readonly random: (bytes: number) => Uint8Array;
  readonly evaluate: (expression: string, answers: FormValues) => Evaluation;
  readonly log: Log;
  /** True only when the demonstration is loaded; the time control exists nowhere else. */
  readonly demo: boolean;
}

export type FormValues = { readonly [questionId: string]: string | number | boolean };

/** The day it is in Beijing by the application's clock. */
export type Today = () => Day;
