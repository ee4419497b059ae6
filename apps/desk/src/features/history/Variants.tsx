import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import type { ViewProps } from './view.ts';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';
import { percent, useActivity, useSpan } from './words.ts';

/** The most frequent paths through the work. */
export function Variants({ mined: { variants, labels } }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(labels);
  return (
    <Rows
      caption={t('paths')}
      rows={variants.rows}
      all={variants.all}
      keyOf={(row) => row.path.join('\n')}
      columns={[
        { name: 'path', cell: (row) => <span className="history-path">{row.path.map(called).join(' → ')}</span> },
        { name: 'cases', cell: (row) => row.count, sortBy: (row) => row.count },
        { name: 'share', cell: (row) => percent(row.share) },
        { name: 'median', cell: (row) => span(row.duration.median), sortBy: (row) => row.duration.median },
        { name: 'longest', cell: (row) => span(row.duration.longest), sortBy: (row) => row.duration.longest },
      ]}
    />
  );
}
