import { useState } from 'react';
import type { Column } from './column.ts';

type Order = 'ascending' | 'descending';

export interface Sorting<R> {
  readonly rows: readonly R[];
  /** Key of the column; absent while the order is the one they came in. */
  readonly by: string | undefined;
  readonly order: Order;
  readonly toggle: (key: string) => void;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

/** Sorts by a column, the other way round the second time, and as it came the third time. */
export function useSorting<R>(rows: readonly R[], columns: readonly Column<R>[]): Sorting<R> {
  const [chosen, choose] = useState<{ readonly by: string; readonly order: Order }>();
  const toggle = (key: string): void =>
    choose((before) => {
      if (before?.by !== key) return { by: key, order: 'ascending' };
      return before.order === 'ascending' ? { by: key, order: 'descending' } : undefined;
    });
  const sortBy = columns.find(({ key }) => key === chosen?.by)?.sortBy;
  const sign = chosen?.order === 'descending' ? -1 : 1;
  const sorted =
    sortBy === undefined ? rows : rows.toSorted((left, right) => sign * compare(sortBy(left), sortBy(right)));
  return { rows: sorted, by: chosen?.by, order: chosen?.order ?? 'ascending', toggle };
}
