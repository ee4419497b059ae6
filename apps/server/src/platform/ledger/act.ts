import type { Head, NewEntry, Stamp } from './entry.ts';

export interface Append {
  readonly jurisdiction: string;
  readonly stream: string;
  /** The head the decision was made on. */
  readonly after: Head;
  readonly entries: readonly NewEntry[];
  readonly stamp: Stamp;
  /** The request and its answer, kept so that a retry of the command gets the first answer. */
  readonly remember?: Remember;
}

export interface Remember {
  /** What the command id is unique in; the stream where absent. A command that opens a stream names a wider one. */
  readonly scope?: string;
  readonly request: object;
  readonly answer: object;
}

/** A table that is written in the same statement as the ledger: rows of acts that were refused are not. */
export interface Beside {
  /** Names it within the statement. */
  readonly name: string;
  /**
   * Its SQL. `rows` is the parameter with the JSON list of the rows, each with `at`, the place of its act; `acts` is the
   * one with how many acts there are. The acts that are written stand in `moved (at, jurisdiction, stream, …)`.
   */
  readonly sql: (rows: string, acts: string) => string;
  /** It only calls a function: a plain `select` is carried out only when it is asked for. */
  readonly calls?: true;
}

/** One act with its rows for the tables beside the ledger. */
export interface Act {
  readonly append: Append;
  readonly rows: { readonly [beside: string]: readonly object[] };
}
