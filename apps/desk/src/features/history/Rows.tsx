import { Mixed, useMessages } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { Table } from '../../shared/table/Table.tsx';
import { messages } from './messages.ts';

export interface Column<T> {
  readonly name: keyof typeof messages;
  readonly cell: (row: T) => ReactNode;
  readonly sortBy?: (row: T) => number;
}

interface RowsProps<T> {
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** How many there are, where these are the first of them. */
  readonly all?: number;
}

/** Logs speak Chinese, or not: what is Chinese in an English screen is marked. */
const marked = (shown: ReactNode): ReactNode => (typeof shown === 'string' ? <Mixed text={shown} /> : shown);

/** A table of figures: says how many of how many it shows. */
export function Rows<T>({ caption, columns, rows, keyOf, all = rows.length }: RowsProps<T>): JSX.Element {
  const t = useMessages(messages);
  const more = all > rows.length ? ` · ${t('shown', { n: rows.length, all })}` : '';
  return (
    <Table
      className="history-rows"
      caption={`${caption}${more}`}
      columns={columns.map(({ name, cell, ...column }, index) => ({
        key: name,
        title: t(name),
        cell: (row: T) => marked(cell(row)),
        ...column,
        ...(index === 0 ? { names: true as const } : {}),
      }))}
      rows={rows}
      keyOf={keyOf}
      empty={{ title: t('none') }}
    />
  );
}
