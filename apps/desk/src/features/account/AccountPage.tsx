import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useAccount } from './api.ts';
import { Factors } from './Factors.tsx';
import { messages } from './messages.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { Sessions } from './Sessions.tsx';

/** One's own account: second factors, password, sessions. */
export function AccountPage(): JSX.Element {
  const t = useMessages(messages);
  const asked = useAccount();
  const account = asked.data;
  const problem = problemOf(asked.error);
  return (
    <div className="page account">
      <h1>{t('title')}</h1>
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void asked.refetch()} />}
      {account === undefined && problem === undefined && <Loading words={t('loading')} />}
      {account !== undefined && (
        <>
          <p>{t('username', { name: account.username })}</p>
          <Factors account={account} />
          <section aria-labelledby="password">
            <h2 id="password">{t('password')}</h2>
            <PasswordForm profile={account.passwordProfile} />
          </section>
          <Sessions sessions={account.sessions} />
        </>
      )}
    </div>
  );
}
