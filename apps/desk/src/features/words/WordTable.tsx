import type { EverydayRow } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { useWords } from './api.ts';
import { messages } from './messages.ts';

interface WordTableProps {
  readonly mayEdit: boolean;
  readonly onEdit: (row: EverydayRow) => void;
}

function useColumns({ mayEdit, onEdit }: WordTableProps): readonly Column<EverydayRow>[] {
  const t = useMessages(messages);
  const day = useDay();
  const columns: readonly Column<EverydayRow>[] = [
    { key: 'official', title: t('official'), cell: ({ official }) => <Zh>{official}</Zh>, names: true },
    {
      key: 'everyday',
      title: t('everyday'),
      cell: ({ everyday }) => (everyday.length === 0 ? t('silenced') : <Zh>{everyday.join('、')}</Zh>),
    },
    {
      key: 'origin',
      title: t('origin'),
      cell: ({ changed }) => (changed === undefined ? t('shipped') : t('own', { day: day(changed.at.slice(0, 10)) })),
    },
  ];
  if (!mayEdit) return columns;
  const edit = (row: EverydayRow): JSX.Element => (
    <Button size="small" aria-label={t('editOf', { official: row.official })} onClick={() => onEdit(row)}>
      {t('edit')}
    </Button>
  );
  return [...columns, { key: 'act', title: t('act'), cell: edit }];
}

/** The hall's table, a page at a time; the address keeps what is looked for. */
export function WordTable(props: WordTableProps): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const words = useWords(params.toString());
  const find = (q: string): void => setParams(q === '' ? {} : { q }, { replace: true });
  return (
    <>
      <p className="word-find" role="search">
        <label>
          {t('find')}{' '}
          <input
            className="select"
            type="search"
            maxLength={60}
            defaultValue={params.get('q') ?? ''}
            onKeyDown={(event) => event.key === 'Enter' && find(event.currentTarget.value)}
            onBlur={(event) => find(event.currentTarget.value)}
          />
        </label>
      </p>
      <Table
        caption={t('table', { n: words.data?.total ?? 0 })}
        columns={useColumns(props)}
        rows={words.data?.rows}
        keyOf={({ official }) => official}
        empty={{ title: t('noRows') }}
        asked={words}
      />
      <Pages next={words.data?.next} />
    </>
  );
}

function Pages({ next }: { readonly next: string | undefined }): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const q = params.get('q');
  const kept = q === null ? {} : { q };
  return (
    <p className="done-links">
      {params.has('cursor') && <Link to={`?${new URLSearchParams(kept).toString()}`}>{t('firstPage')}</Link>}
      {next !== undefined && (
        <Link to={`?${new URLSearchParams({ ...kept, cursor: next }).toString()}`}>{t('more')}</Link>
      )}
    </p>
  );
}
