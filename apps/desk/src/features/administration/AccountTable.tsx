import type { AccountRow } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useWhen } from '../../shared/when.ts';
import { messages } from './messages.ts';

interface AccountTableProps {
  readonly accounts: readonly AccountRow[] | undefined;
  readonly asked: { readonly error: Error | null; readonly refetch: () => unknown };
  readonly actions: (account: AccountRow) => ReactNode;
}

function Posts({ posts }: Pick<AccountRow, 'posts'>): JSX.Element {
  return posts.length === 0 ? <>—</> : <Zh>{posts.map((post) => post.name).join('、')}</Zh>;
}

function State({ disabled, locked }: Pick<AccountRow, 'disabled' | 'locked'>): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      {disabled && <span className="tag tag--failed">{t('disabled')}</span>}{' '}
      {locked && <span className="tag tag--failed">{t('locked')}</span>}
      {!disabled && !locked && t('enabled')}
    </>
  );
}

/** The accounts of the hall: who, which posts, how guarded; on the right what this administrator may do. */
export function AccountTable({ accounts, asked, actions }: AccountTableProps): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const columns: readonly Column<AccountRow>[] = [
    {
      key: 'person',
      title: t('person'),
      cell: ({ name }) => <Zh>{name}</Zh>,
      names: true,
      sortBy: ({ name }) => name,
    },
    { key: 'username', title: t('username'), cell: ({ username }) => username, sortBy: ({ username }) => username },
    { key: 'posts', title: t('posts'), cell: ({ posts }) => <Posts posts={posts} /> },
    {
      key: 'factors',
      title: t('factors'),
      cell: ({ factors }) => (factors === 0 ? t('noFactor') : String(factors)),
      sortBy: ({ factors }) => factors,
    },
    { key: 'state', title: t('state'), cell: (account) => <State {...account} /> },
    {
      key: 'seen',
      title: t('seen'),
      cell: ({ lastSeenAt }) => (lastSeenAt === undefined ? '—' : when(lastSeenAt)),
      sortBy: ({ lastSeenAt }) => lastSeenAt ?? '',
    },
    { key: 'actions', title: t('actions'), cell: actions },
  ];
  return (
    <Table
      caption={t('count', { count: String(accounts?.length ?? 0) })}
      columns={columns}
      rows={accounts}
      keyOf={({ person }) => person}
      empty={{ title: t('count', { count: '0' }) }}
      asked={asked}
    />
  );
}
