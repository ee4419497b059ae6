import { useMessages, useSay } from '@yimen/ui';
import type { Session } from '@yimen/contract';
import { lazy, Suspense, useState, type JSX } from 'react';
import { SignInPage } from '../features/session/SignInPage.tsx';
import { useSession } from '../features/session/api.ts';
import { problemOf } from '../shared/forms/refusal.ts';
import { ProofDialog } from '../shared/proof/ProofDialog.tsx';
import { SessionContext } from '../shared/session.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Shell } from './Shell.tsx';

/** Loaded only for whoever has to set up a factor or change a password first. */
const FirstThings = lazy(async () => ({
  default: (await import('../features/account/FirstThings.tsx')).FirstThings,
}));

const messages = {
  loading: { zh: '正在打开工作台…', en: 'Opening the desk…' },
  again: { zh: '重试', en: 'Try again' },
};

/** Nobody sees a screen of the desk before signing in; whoever is signed out comes back to the same address. */
export function Gate(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const session = useSession();
  if (session.isPending) return <p className="loading">{t('loading')}</p>;
  // A refetch that failed takes nothing away that is being shown.
  if (session.data === undefined) {
    return (
      <main className="trouble" role="alert">
        <p>{say(problemOf(session.error)?.words ?? messages.loading)}</p>
        <button type="button" className="link" onClick={() => void session.refetch()}>
          {t('again')}
        </button>
      </main>
    );
  }
  if (session.data === null) return <SignInPage languageSwitch={<LanguageSwitch />} />;
  return <Inside session={session.data} />;
}

/**
 * What has to come first, then the desk. Whoever is at the first things stays there until they say they are done, also
 * when the session is asked for again meanwhile: recovery codes are shown once.
 */
function Inside({ session }: { readonly session: Session }): JSX.Element {
  const [first, setFirst] = useState(session.must);
  if (first === undefined && session.must !== undefined) setFirst(session.must);
  return (
    <SessionContext value={session}>
      {first === undefined ? (
        <Shell />
      ) : (
        <Suspense>
          <FirstThings must={first} languageSwitch={<LanguageSwitch />} onDone={() => setFirst(undefined)} />
        </Suspense>
      )}
      <ProofDialog />
    </SessionContext>
  );
}
