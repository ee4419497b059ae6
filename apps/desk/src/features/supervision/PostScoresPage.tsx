import type { PostScoresView } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useMonth } from '../../shared/when.ts';
import { usePostScores } from './scoreApi.ts';
import { messages } from './scoreMessages.ts';
import { Content, Quarter, ScoresFrame } from './ScoresFrame.tsx';

type Row = PostScoresView['lines'][number];

function Total({ row: { post, name, total }, month }: { readonly row: Row; readonly month: string }): JSX.Element {
  const t = useMessages(messages);
  if (total === null) return <span className="sub">{t('idle')}</span>;
  return (
    <Link
      className="opens"
      to={`/supervision/posts/${encodeURIComponent(post)}/${month}`}
      aria-label={t('openPost', { name, total })}
    >
      <span className="on-wide">{total}</span>
      <span className="on-narrow">{t('look')}</span>
    </Link>
  );
}

function useColumns(month: string): readonly Column<Row>[] {
  const t = useMessages(messages);
  return [
    { key: 'post', title: t('post'), names: true, cell: ({ name }) => <Zh>{name}</Zh> },
    { key: 'department', title: t('department'), cell: ({ department }) => <Zh>{department}</Zh> },
    { key: 'deeds', title: t('deeds'), cell: ({ deeds }) => t('times', { n: deeds }) },
    { key: 'total', title: t('total'), cell: (row) => <Total row={row} month={month} /> },
    { key: 'quarter', title: t('quarter'), cell: ({ quarter }) => <Quarter of={quarter} /> },
    {
      key: 'satisfaction',
      title: t('satisfaction'),
      cell: ({ satisfaction, passedOver }) => <Content share={satisfaction} told={passedOver && t('passedOver')} />,
    },
  ];
}

/** 岗位计分: the posts this person may see, by department and name. On a telephone no points stand beside one another. */
export function PostScoresPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const asked = usePostScores(params.get('month'));
  const month = asked.data?.month ?? '';
  const inWords = useMonth();
  return (
    <ScoresFrame title={t('postScores')} intro={t('postIntro')} month={month} sheet={asked.data?.sheet}>
      <Table
        className="post-scores"
        caption={t('postCaption', { month: inWords(month), n: asked.data?.lines.length ?? 0 })}
        columns={useColumns(month)}
        rows={asked.data?.lines}
        keyOf={({ post }) => post}
        empty={{ title: t('noPost'), hint: t('noPostHint') }}
        asked={asked}
      />
    </ScoresFrame>
  );
}
