import type { Instant } from '@yimen/kernel';

/** 0: done. 1: refused, or some of it could not be done. 2: the command was written wrongly. */
export const exitCodes = { done: 0, refused: 1, usage: 2 } as const;

/** All a command may touch; the composition root in main.ts hands it over. */
export interface Io {
  /** Resolves when the reader is ready for more. */
  readonly write: (text: string) => Promise<void>;
  readonly writeError: (text: string) => void;
  readonly input: () => AsyncIterable<string>;
  readonly now: () => Instant;
}

export interface Command {
  /** Usage, options and examples, in Chinese and English. */
  readonly help: string;
  /** Arguments after the command's name; answers the exit code. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

/** A line of the command table. Modules load only when called, so that a command starts as fast as what it needs. */
export interface CommandEntry {
  readonly zh: string;
  readonly en: string;
  readonly load: () => Promise<Command>;
}

/** What is wrong with an input: which field, and words for it. */
export interface InputError {
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly messageEn: string;
}

/** The command was written wrongly; main.ts says so and exits 2. */
export class UsageError extends Error {
  readonly detail: InputError;

  constructor(detail: InputError) {
    super(detail.message);
    this.detail = detail;
  }
}
