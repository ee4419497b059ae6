import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import type { ViewProps } from './view.ts';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';
import { percent, useActivity } from './words.ts';

/** What was done again, and where work went back. */
export function Rework({ log, mined: { rework, labels } }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const called = useActivity(labels);
  const share = percent(log.counts.cases === 0 ? 0 : rework.cases / log.counts.cases);
  return (
    <>
      <p>{t('reworkCases', { n: rework.cases, share })}</p>
      <Rows
        caption={t('repeated')}
        rows={rework.repeated.rows}
        all={rework.repeated.all}
        keyOf={({ activity }) => activity}
        columns={[
          { name: 'activity', cell: ({ activity }) => called(activity) },
          { name: 'again', cell: ({ count }) => count, sortBy: ({ count }) => count },
          { name: 'inCases', cell: ({ cases }) => cases, sortBy: ({ cases }) => cases },
        ]}
      />
      <Rows
        caption={t('returns')}
        rows={rework.returns.rows}
        all={rework.returns.all}
        keyOf={({ from, to }) => `${from}\n${to}`}
        columns={[
          { name: 'fromStep', cell: ({ from }) => called(from) },
          { name: 'toStep', cell: ({ to }) => called(to) },
          { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
        ]}
      />
    </>
  );
}
