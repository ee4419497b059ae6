import type { Keeper } from './keeper.ts';

/** One table whose rows hold sealed values, as its module reads and writes them. */
export interface Resealing<Row> {
  readonly name: string;
  /** Rows after the one given, in the order of their key; fewer than asked for at the end. */
  readonly page: (after: Row | undefined, limit: number) => Promise<readonly Row[]>;
  /** The row under the newest key, or undefined when it is already. */
  readonly renewed: (row: Row, keeper: Keeper) => Row | undefined;
  /** Writes it unless somebody changed it meanwhile; false then, and the row is read again at the next run. */
  readonly write: (row: Row) => Promise<boolean>;
}

export interface Resealed {
  readonly name: string;
  readonly rows: number;
  readonly renewed: number;
  /** Changed by somebody else while they were being renewed: the change was sealed with the newest key already, or another run finds them. */
  readonly busy: number;
}

const PAGE = 500;

/** Brings a table under the newest key, a page at a time, beside people at work: no row is locked longer than its own update. */
export async function resealRows<Row>(table: Resealing<Row>, keeper: Keeper): Promise<Resealed> {
  let done: Resealed = { name: table.name, rows: 0, renewed: 0, busy: 0 };
  let last: Row | undefined;
  for (;;) {
    const rows = await table.page(last, PAGE);
    for (const row of rows) {
      const renewed = table.renewed(row, keeper);
      const written = renewed === undefined ? undefined : await table.write(renewed);
      done = {
        ...done,
        rows: done.rows + 1,
        renewed: done.renewed + (written === true ? 1 : 0),
        busy: done.busy + (written === false ? 1 : 0),
      };
    }
    last = rows.at(-1);
    if (rows.length < PAGE) return done;
  }
}
