import type { JSX } from 'react';
import type { Column } from './column.ts';
import type { Sorting } from './useSorting.ts';

interface HeadProps<R> {
  readonly columns: readonly Column<R>[];
  readonly sorting: Sorting<R>;
}

const MARKS = { ascending: '▲', descending: '▼', none: '' } as const;

/** The heads; a column that sorts says so and how (the arrow is for eyes only). */
export function Head<R>({ columns, sorting }: HeadProps<R>): JSX.Element {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, sortBy }) => {
          if (sortBy === undefined) {
            return (
              <th key={key} scope="col">
                {title}
              </th>
            );
          }
          const order = sorting.by === key ? sorting.order : 'none';
          return (
            <th key={key} scope="col" aria-sort={order}>
              <button type="button" className="sort" onClick={() => sorting.toggle(key)}>
                {title} <span aria-hidden="true">{MARKS[order]}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
