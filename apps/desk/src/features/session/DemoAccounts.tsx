import type { DemoState } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';

type Account = NonNullable<DemoState['accounts']>[number];

interface DemoAccountsProps {
  readonly accounts: readonly Account[];
  readonly onChoose: (account: Account) => void;
}

/** Choosing one fills it in; signing in stays an act of the visitor. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <section className="door-demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demoAccounts')}</h2>
      <p className="hint">{t('demoHint', { password: accounts[0]?.password ?? '' })}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" className="link" onClick={() => onChoose(account)}>
              {account.username}
            </button>
            <span lang="zh-CN">
              {account.name} — {account.shows}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
