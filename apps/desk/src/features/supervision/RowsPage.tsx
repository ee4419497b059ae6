import type { RowsAnswer } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CaseLink } from '../../shared/table/CaseLink.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { useRows } from './api.ts';
import { messages } from './messages.ts';

type Row = RowsAnswer['rows'][number];

const tookOf = ({ tookDays, promisedDays }: Row): string =>
  `${String(tookDays ?? '—')} / ${String(promisedDays ?? '—')}`;

function useColumns(): readonly Column<Row>[] {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  return [
    {
      key: 'number',
      title: t('number'),
      cell: ({ caseId, number }) => <CaseLink number={number} to={`/cases/${encodeURIComponent(caseId)}`} />,
      sortBy: ({ number }) => number,
    },
    {
      key: 'department',
      title: t('department'),
      cell: ({ authorityName }) => <Zh>{authorityName}</Zh>,
      sortBy: ({ authorityName }) => authorityName,
    },
    {
      key: 'stage',
      title: t('stage'),
      cell: ({ stageName }) => say(stageName),
      sortBy: ({ stageName }) => stageName.zh,
    },
    { key: 'due', title: t('due'), cell: ({ due }) => day(due), sortBy: ({ due }) => due ?? '' },
    { key: 'took', title: t('took'), cell: tookOf, sortBy: ({ tookDays }) => tookDays ?? -1 },
  ];
}

/** The cases a number of the board counted. */
export function RowsPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const asked = useRows(params.toString());
  return (
    <div className="page">
      <p>
        <Link to="/supervision">{t('back')}</Link>
      </p>
      <h1>{asked.data === undefined ? t('behind') : t('rows', { n: asked.data.total })}</h1>
      <Table
        caption={t('rowsCaption', { n: asked.data?.rows.length ?? 0 })}
        columns={useColumns()}
        rows={asked.data?.rows}
        keyOf={({ caseId }) => caseId}
        empty={{ title: t('noRows') }}
        asked={asked}
      />
    </div>
  );
}
