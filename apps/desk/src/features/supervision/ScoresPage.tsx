import type { ScoresView } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useMonth } from '../../shared/when.ts';
import { useScores } from './scoreApi.ts';
import { messages } from './scoreMessages.ts';
import { Content, Quarter, ScoresFrame } from './ScoresFrame.tsx';

type Row = ScoresView['lines'][number];

function useColumns(month: string): readonly Column<Row>[] {
  const t = useMessages(messages);
  return [
    { key: 'department', title: t('department'), names: true, cell: ({ name }) => <Zh>{name}</Zh> },
    {
      key: 'total',
      title: t('total'),
      cell: ({ authority, name, total }) => (
        <Link
          className="opens"
          to={`/supervision/scores/${encodeURIComponent(authority)}/${month}`}
          aria-label={`${name} ${String(total)}`}
        >
          {total}
        </Link>
      ),
    },
    { key: 'quarter', title: t('quarter'), cell: ({ quarter }) => <Quarter of={quarter} /> },
    {
      key: 'satisfaction',
      title: t('satisfaction'),
      cell: ({ satisfaction, short }) => <Content share={satisfaction} told={short && t('short')} />,
    },
  ];
}

/** 部门计分: the departments in their own order, by the sheet in force; no line is a person's. */
export function ScoresPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const asked = useScores(params.get('month'));
  const month = asked.data?.month ?? '';
  const inWords = useMonth();
  return (
    <ScoresFrame
      title={t('scores')}
      intro={t('intro')}
      month={month}
      sheet={asked.data?.sheet}
      above={
        <p>
          <Link to={month === '' ? '/supervision/posts' : `/supervision/posts?month=${month}`}>{t('byPost')}</Link>
        </p>
      }
    >
      <Table
        caption={t('caption', { month: inWords(month), n: asked.data?.lines.length ?? 0 })}
        columns={useColumns(month)}
        rows={asked.data?.lines}
        keyOf={({ authority }) => authority}
        empty={{ title: t('none') }}
        asked={asked}
      />
    </ScoresFrame>
  );
}
