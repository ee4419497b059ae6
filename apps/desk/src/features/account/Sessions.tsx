import type { Account } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { useEndOthers } from './api.ts';
import { messages } from './messages.ts';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useWhen } from '../../shared/when.ts';

type Row = Account['sessions'][number];

/** Where one is signed in now; the others can be ended at once. */
export function Sessions({ sessions }: { readonly sessions: Account['sessions'] }): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const ending = useEndOthers();
  const columns: readonly Column<Row>[] = [
    {
      key: 'began',
      title: t('began'),
      cell: ({ createdAt, current }) => (
        <>
          {when(createdAt)} {current && <strong className="tag tag--ready">{t('thisOne')}</strong>}
        </>
      ),
    },
    { key: 'seen', title: t('seen'), cell: ({ lastSeenAt }) => when(lastSeenAt) },
    { key: 'from', title: t('from'), cell: ({ address }) => address },
    { key: 'with', title: t('with'), cell: ({ factor }) => t(`factor_${factor}`) },
  ];
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <Table
        caption={t('sessionsCount', { n: sessions.length })}
        columns={columns}
        rows={sessions}
        keyOf={({ id }) => id}
        empty={{ title: t('sessionsCount', { n: 0 }) }}
      />
      <div className="row">
        <Button disabled={sessions.length < 2} loading={ending.isPending} onClick={() => ending.mutate()}>
          {t('endOthers')}
        </Button>
      </div>
      <p role="status">{ending.data !== undefined && t('ended', { count: String(ending.data.ended) })}</p>
    </section>
  );
}
