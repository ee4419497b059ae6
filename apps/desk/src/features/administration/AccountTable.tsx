import type { AccountRow } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { useWhen } from '../../shared/when.ts';
import { Zh } from '../../shared/Zh.tsx';
import { messages } from './messages.ts';

const COLUMNS = ['person', 'username', 'posts', 'factors', 'state', 'seen', 'actions'] as const;

interface AccountTableProps {
  readonly accounts: readonly AccountRow[];
  readonly actions: (account: AccountRow) => ReactNode;
}

function Row({ account, children }: { readonly account: AccountRow; readonly children: ReactNode }): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const { name, username, posts, factors, disabled, locked, lastSeenAt } = account;
  return (
    <tr>
      <th scope="row" data-label={t('person')}>
        <Zh>{name}</Zh>
      </th>
      <td data-label={t('username')}>{username}</td>
      <td data-label={t('posts')}>
        <Zh>{posts.map((post) => post.name).join('、')}</Zh>
        {posts.length === 0 && '—'}
      </td>
      <td data-label={t('factors')}>{factors === 0 ? t('noFactor') : String(factors)}</td>
      <td data-label={t('state')}>
        {disabled && <span className="tag tag--failed">{t('disabled')}</span>}{' '}
        {locked && <span className="tag tag--failed">{t('locked')}</span>}
        {!disabled && !locked && t('enabled')}
      </td>
      <td data-label={t('seen')}>{lastSeenAt === undefined ? '—' : when(lastSeenAt)}</td>
      <td data-label={t('actions')}>{children}</td>
    </tr>
  );
}

/** The accounts of the hall: who, which posts, how guarded; on the right what this administrator may do. */
export function AccountTable({ accounts, actions }: AccountTableProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <table className="grid">
      <caption>{t('count', { count: String(accounts.length) })}</caption>
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
        {accounts.map((account) => (
          <Row key={account.person} account={account}>
            {actions(account)}
          </Row>
        ))}
      </tbody>
    </table>
  );
}
