import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import type { ViewProps } from './view.ts';
import { messages } from './messages.ts';
import { Rows, type Column } from './Rows.tsx';
import { useActivity, useSpan } from './words.ts';

type Mined = ViewProps['mined'];
type Timed = Pick<Mined['steps']['rows'][number], 'count' | 'whole' | 'waiting' | 'working'>;

/** Where time went: waiting against working where starts are known, and both together. */
export function timeColumns<T extends Timed>(span: (ms: number) => string, known: boolean): readonly Column<T>[] {
  const time = (name: 'whole' | 'waiting' | 'working', column: 'whole' | 'waited' | 'worked'): Column<T> => ({
    name: column,
    cell: (row) => (row[name].count === 0 ? '—' : span(row[name].median)),
    sortBy: (row) => row[name].median,
  });
  return [...(known ? [time('waiting', 'waited'), time('working', 'worked')] : []), time('whole', 'whole')];
}

function allColumns<T extends Timed>(span: (ms: number) => string, known: boolean): readonly Column<T>[] {
  const sum = (name: 'longest' | 'total'): Column<T> => ({
    name,
    cell: ({ whole }) => (whole.count === 0 ? '—' : span(whole[name])),
    sortBy: ({ whole }) => whole[name],
  });
  return [
    { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
    ...timeColumns<T>(span, known),
    sum('longest'),
    sum('total'),
  ];
}

/** What took most in all comes first. */
const longestFirst = <T extends Timed>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((left, right) => right.whole.total - left.whole.total);

/** Where the time of each step went, and of each post. */
export function Steps({ mined: { steps, posts, labels } }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(labels);
  const known = steps.rows.some(({ working }) => working.count > 0);
  return (
    <>
      {!known && <p className="sub">{t('noStarts')}</p>}
      <Rows
        caption={t('stepTimes')}
        rows={longestFirst(steps.rows)}
        all={steps.all}
        keyOf={({ activity }) => activity}
        columns={[{ name: 'activity', cell: ({ activity }) => called(activity) }, ...allColumns(span, known)]}
      />
      {posts.all === 0 ? (
        <p className="sub">{t('noPosts')}</p>
      ) : (
        <Rows
          caption={t('postTimes')}
          rows={longestFirst(posts.rows)}
          all={posts.all}
          keyOf={({ resource }) => resource}
          columns={[
            { name: 'post', cell: ({ resource }) => called(resource) },
            { name: 'kinds', cell: ({ activities }) => activities, sortBy: ({ activities }) => activities },
            ...allColumns(span, known),
          ]}
        />
      )}
    </>
  );
}
