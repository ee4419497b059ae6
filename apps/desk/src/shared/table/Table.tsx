import { useMessages } from '@yimen/ui';
import { useRef, type JSX } from 'react';
import { problemOf } from '../forms/refusal.ts';
import { Loading } from '../states/Loading.tsx';
import { Trouble } from '../states/Trouble.tsx';
import type { Column } from './column.ts';
import { Head } from './Head.tsx';
import { useRowKeys } from './useRowKeys.ts';
import { useSorting } from './useSorting.ts';

export type { Column } from './column.ts';

const messages = { loading: { zh: '正在读取…', en: 'Loading…' } };

/** What is asked of the server for a table; an answer of react-query fits. */
interface Asked {
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface TableProps<R> {
  /** Says what the rows are, and how many. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  /** Absent while they are asked for. */
  readonly rows: readonly R[] | undefined;
  readonly keyOf: (row: R) => string;
  readonly empty: { readonly title: string; readonly hint?: string };
  readonly asked?: Asked;
  readonly className?: string;
}

/**
 * Every list of the desk: caption, heads that sort, j/k/n on the rows, and what is said while it loads, when it fails and
 * when nothing is there. On a telephone each row is a card.
 */
export function Table<R>({ asked, ...table }: TableProps<R>): JSX.Element {
  const t = useMessages(messages);
  const problem = problemOf(asked?.error ?? null);
  const { rows, empty } = table;
  return (
    <>
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void asked?.refetch()} />}
      {rows === undefined && problem === undefined && <Loading words={t('loading')} />}
      {rows?.length === 0 && <Empty {...empty} />}
      {rows !== undefined && rows.length > 0 && <Rows {...table} rows={rows} />}
    </>
  );
}

function Empty({ title, hint }: TableProps<never>['empty']): JSX.Element {
  return (
    <div className="empty-state">
      <strong>{title}</strong>
      {hint !== undefined && <p>{hint}</p>}
    </div>
  );
}

type RowsProps<R> = Omit<TableProps<R>, 'asked' | 'empty' | 'rows'> & { readonly rows: readonly R[] };

function Rows<R>({ caption, columns, rows, keyOf, className = '' }: RowsProps<R>): JSX.Element {
  const body = useRef<HTMLTableSectionElement>(null);
  const sorting = useSorting(rows, columns);
  useRowKeys(body);
  return (
    <table className={`grid ${className}`}>
      <caption>{caption}</caption>
      <Head columns={columns} sorting={sorting} />
      <tbody ref={body}>
        {sorting.rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, title, cell, names }) =>
              names === true ? (
                <th key={key} scope="row" data-label={title}>
                  {cell(row)}
                </th>
              ) : (
                <td key={key} data-label={title}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
