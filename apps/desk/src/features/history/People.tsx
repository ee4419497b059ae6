import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import type { ViewProps } from './view.ts';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';
import { useActivity, useSpan } from './words.ts';

const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Completed steps by hour of the day; each number stands beside its bar. */
function Hours({ hours }: { readonly hours: readonly number[] }): JSX.Element {
  const t = useMessages(messages);
  const most = Math.max(1, ...hours);
  const worked = hours.map((count, hour) => ({ hour, count })).filter(({ count }) => count > 0);
  return (
    <Rows
      caption={t('hours')}
      rows={worked}
      keyOf={({ hour }) => String(hour)}
      columns={[
        { name: 'hour', cell: ({ hour }) => hourWords(hour) },
        {
          name: 'count',
          cell: ({ count }) => (
            <span className="history-bar">
              <meter min={0} max={most} value={count} aria-hidden="true" /> {count}
            </span>
          ),
        },
      ]}
    />
  );
}

/** Between which posts work went, and when in the day it was done. */
export function People({ log, mined: { handOvers, hours, labels } }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(labels);
  return (
    <>
      {log.counts.resources === 0 ? (
        <p className="sub">{t('noPosts')}</p>
      ) : (
        <Rows
          caption={t('handOvers')}
          rows={handOvers.rows}
          all={handOvers.all}
          keyOf={({ from, to }) => `${from}\n${to}`}
          columns={[
            { name: 'fromStep', cell: ({ from }) => called(from) },
            { name: 'toStep', cell: ({ to }) => called(to) },
            { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
            { name: 'between', cell: ({ time }) => span(time.median), sortBy: ({ time }) => time.median },
          ]}
        />
      )}
      <Hours hours={hours} />
    </>
  );
}
