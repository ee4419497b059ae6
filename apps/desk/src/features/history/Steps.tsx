import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import type { ViewProps } from './view.ts';
import { messages } from './messages.ts';
import { Rows, type Column } from './Rows.tsx';
import { useActivity, useSpan } from './words.ts';

type Step = ViewProps['mined']['steps']['rows'][number];

/** Where the time of each step went; the step that took most in all comes first. */
export function Steps({ mined: { steps, labels } }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(labels);
  const known = steps.rows.some(({ working }) => working.count > 0);
  const time = (name: 'whole' | 'waiting' | 'working', column: 'whole' | 'waited' | 'worked'): Column<Step> => ({
    name: column,
    cell: (row) => (row[name].count === 0 ? '—' : span(row[name].median)),
    sortBy: (row) => row[name].median,
  });
  return (
    <>
      {!known && <p className="sub">{t('noStarts')}</p>}
      <Rows
        caption={t('stepTimes')}
        rows={steps.rows.toSorted((left, right) => right.whole.total - left.whole.total)}
        all={steps.all}
        keyOf={({ activity }) => activity}
        columns={[
          { name: 'activity', cell: ({ activity }) => called(activity) },
          { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
          ...(known ? [time('waiting', 'waited'), time('working', 'worked')] : []),
          time('whole', 'whole'),
          {
            name: 'longest',
            cell: ({ whole }) => (whole.count === 0 ? '—' : span(whole.longest)),
            sortBy: ({ whole }) => whole.longest,
          },
          {
            name: 'total',
            cell: ({ whole }) => (whole.count === 0 ? '—' : span(whole.total)),
            sortBy: ({ whole }) => whole.total,
          },
        ]}
      />
    </>
  );
}
