import type { ScoresView } from '@yimen/contract';
import { Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useMonth } from '../../shared/when.ts';
import { useScores } from './scoreApi.ts';
import { MonthChoice } from './MonthChoice.tsx';
import { messages } from './scoreMessages.ts';
import { shareOf } from './share.ts';

type Row = ScoresView['lines'][number];

function useColumns(month: string): readonly Column<Row>[] {
  const t = useMessages(messages);
  const say = useSay();
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
    {
      key: 'quarter',
      title: t('quarter'),
      cell: ({ quarter }) => (quarter === undefined ? '—' : `${String(quarter.mean)} · ${say(quarter.gradeName)}`),
    },
    {
      key: 'satisfaction',
      title: t('satisfaction'),
      cell: ({ satisfaction, short }) => (
        <>
          {shareOf({ ratio: satisfaction })} {short && <span className="tag tag--stale">{t('short')}</span>}
        </>
      ),
    },
  ];
}

/** 部门计分: the departments in their own order, by the sheet in force; no line is a person's. */
export function ScoresPage(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const [params] = useSearchParams();
  const asked = useScores(params.get('month'));
  const month = asked.data?.month ?? '';
  const inWords = useMonth();
  return (
    <div className="page">
      <h1>{t('scores')}</h1>
      <p className="sub">{t('intro')}</p>
      <p>
        <Link to={month === '' ? '/supervision/posts' : `/supervision/posts?month=${month}`}>{t('byPost')}</Link>
      </p>
      <MonthChoice month={month} />
      {asked.data !== undefined && (
        <p className="sub">
          <Mixed text={t('fromSheet', { title: say(asked.data.sheet.title), source: asked.data.sheet.source })} />
        </p>
      )}
      <Table
        caption={t('caption', { month: inWords(month), n: asked.data?.lines.length ?? 0 })}
        columns={useColumns(month)}
        rows={asked.data?.lines}
        keyOf={({ authority }) => authority}
        empty={{ title: t('none') }}
        asked={asked}
      />
    </div>
  );
}
