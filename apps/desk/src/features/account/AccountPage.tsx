import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { useAccount } from './api.ts';
import { Factors } from './Factors.tsx';
import { messages } from './messages.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { Sessions } from './Sessions.tsx';

/** One's own account: second factors, password, sessions. */
export function AccountPage(): JSX.Element {
  const t = useMessages(messages);
  const account = useAccount().data;
  return (
    <div className="page account">
      <h1>{t('title')}</h1>
      {account === undefined ? (
        <p className="loading">{t('loading')}</p>
      ) : (
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
