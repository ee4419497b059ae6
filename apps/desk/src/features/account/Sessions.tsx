import type { Account } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { useEndOthers } from './api.ts';
import { messages } from './messages.ts';
import { useWhen } from '../../shared/when.ts';

const COLUMNS = ['began', 'seen', 'from', 'with'] as const;

/** Where one is signed in now; the others can be ended at once. */
export function Sessions({ sessions }: { readonly sessions: Account['sessions'] }): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const ending = useEndOthers();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <table className="grid">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, current, createdAt, lastSeenAt, address, factor }) => (
            <tr key={id}>
              <td data-label={t('began')}>
                {when(createdAt)} {current && <strong>（{t('thisOne')}）</strong>}
              </td>
              <td data-label={t('seen')}>{when(lastSeenAt)}</td>
              <td data-label={t('from')}>{address}</td>
              <td data-label={t('with')}>{t(`factor_${factor}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <Button disabled={sessions.length < 2} loading={ending.isPending} onClick={() => ending.mutate()}>
          {t('endOthers')}
        </Button>
      </div>
      <p role="status">{ending.data !== undefined && t('ended', { count: String(ending.data.ended) })}</p>
    </section>
  );
}
