import type { ReactNode } from 'react';

/** One column: what it is called, and what stands in it. */
export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** This cell names its row: a screen reader says it before the others. */
  readonly names?: true;
  /** Only where every row is on the screen; a list that comes page by page keeps the server's order. */
  readonly sortBy?: (row: R) => string | number;
}
