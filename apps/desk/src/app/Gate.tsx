import { useMessages, useSay } from '@yimen/ui';
import { lazy, Suspense, type JSX } from 'react';
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
  if (session.isError) {
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
  const { must } = session.data;
  return (
    <SessionContext value={session.data}>
      {must === undefined ? (
        <Shell />
      ) : (
        <Suspense>
          <FirstThings must={must} languageSwitch={<LanguageSwitch />} />
        </Suspense>
      )}
      <ProofDialog />
    </SessionContext>
  );
}
