import type { AccountRow, SystemState } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Loading } from '../../shared/states/Loading.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { useWhen } from '../../shared/when.ts';
import { AccountTable } from './AccountTable.tsx';
import { useAccounts, useSystem, useTask } from './api.ts';
import { Confirm } from './Confirm.tsx';
import { messages } from './messages.ts';
import { NewAccount } from './NewAccount.tsx';
import { Refusal } from './Refusal.tsx';

function State({ system }: { readonly system: SystemState }): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const { accounts, disabled, sessions, lastBackupAt } = system;
  const rows = [
    ['accounts', String(accounts)],
    ['disabledCount', String(disabled)],
    ['sessions', String(sessions)],
    ['backup', lastBackupAt === undefined ? t('noBackup') : when(lastBackupAt)],
  ] as const;
  return (
    <section aria-labelledby="system">
      <h2 id="system">{t('systemState')}</h2>
      <dl className="figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The system administrator: how the installation stands, and the accounts, on and off. No case, no role. */
export function SystemPage(): JSX.Element {
  const t = useMessages(messages);
  const { person: me } = useSignedIn();
  const system = useSystem();
  const accounts = useAccounts();
  const task = useTask();
  const loading = system.data === undefined || accounts.data === undefined;
  if (loading && system.error === null && accounts.error === null) return <Loading words={t('loading')} />;
  const switchOf = ({ person, name, disabled }: AccountRow): JSX.Element | null =>
    person === me ? null : (
      <Confirm
        does={t(disabled ? 'enable' : 'disable')}
        whose={name}
        question={t(disabled ? 'enableWhat' : 'disableWhat')}
        onYes={() => task.mutate({ path: 'accounts/switch', person, enabled: disabled })}
      />
    );
  return (
    <div className="page account">
      <h1>{t('systemTitle')}</h1>
      <Refusal error={task.error ?? system.error} />
      {system.data && <State system={system.data} />}
      <section aria-labelledby="accounts">
        <h2 id="accounts">{t('accounts')}</h2>
        <AccountTable accounts={accounts.data?.accounts} asked={accounts} actions={switchOf} />
      </section>
      <NewAccount />
    </div>
  );
}
