import type { Session } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { useSignOut } from '../session/api.ts';
import { useAccount, useFreshSession } from './api.ts';
import { messages } from './messages.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { Setup } from './Setup.tsx';

interface FirstThingsProps {
  readonly must: NonNullable<Session['must']>;
  readonly languageSwitch: JSX.Element;
  readonly onDone: () => void;
}

/** What stands between signing in and the desk: a second factor to set up, or a password to change. */
export function FirstThings({ must, languageSwitch, onDone }: FirstThingsProps): JSX.Element {
  const t = useMessages(messages);
  const account = useAccount().data;
  const fresh = useFreshSession();
  const goOn = (): void => void fresh().then(onDone);
  const signOut = useSignOut();
  const enrol = must === 'enrol';
  return (
    <div className="door">
      <header>
        <strong>{t('product')}</strong>
        {languageSwitch}
      </header>
      <main className="narrow">
        <section>
          <h1>{t(enrol ? 'enrolTitle' : 'passwordTitle')}</h1>
          <p>{t(enrol ? 'enrolWhy' : 'passwordWhy')}</p>
          {account === undefined && <p className="loading">{t('loading')}</p>}
          {account !== undefined && enrol && <Setup hasTotp={account.totpSince !== undefined} onDone={goOn} />}
          {account !== undefined && !enrol && <PasswordForm profile={account.passwordProfile} onDone={goOn} />}
          <p>
            <button type="button" className="link" onClick={() => signOut.mutate()}>
              {t('signOut')}
            </button>
          </p>
        </section>
      </main>
    </div>
  );
}
