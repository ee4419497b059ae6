import { htmlLanguage, LanguageContext } from '@yimen/ui';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from 'react-router';
import type { Route } from './+types/root.ts';
import { preferencesOf, type Preferences } from './cookies.ts';
import { Connection } from './features/shell/Connection.tsx';
import { KioskTrouble } from './features/kiosk/KioskTrouble.tsx';
import { Footer } from './features/shell/Footer.tsx';
import { Header } from './features/shell/Header.tsx';
import { ErrorPage, OFFLINE } from './features/shell/ErrorPage.tsx';
import { visitContext } from './visit.ts';
import '@yimen/ui/styles.css';
import './styles/portal.css';
import './styles/guide.css';

export function loader({
  request,
  context,
}: Route.LoaderArgs): Preferences & { readonly demo: boolean; readonly nonce: string } {
  const visit = context.get(visitContext);
  return { ...preferencesOf(request), demo: visit.demo, nonce: visit.nonce };
}

const fallback = { language: 'zh', large: false, demo: false, nonce: '' } as const;

export function Layout({ children }: { readonly children: React.ReactNode }): React.JSX.Element {
  const { language, large, demo, nonce } = useRouteLoaderData<typeof loader>('root') ?? fallback;
  // The screen in a hall has a frame of its own, out of which nothing leads.
  const kiosk = useLocation().pathname.startsWith('/kiosk');
  return (
    <html lang={htmlLanguage[language]} className={large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links nonce={nonce} />
      </head>
      <body>
        <LanguageContext value={language}>
          {kiosk ? (
            children
          ) : (
            <>
              <Header language={language} large={large} demo={demo} />
              <Connection />
              <main id="main" tabIndex={-1}>
                {children}
              </main>
              <Footer />
            </>
          )}
        </LanguageContext>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root(): React.JSX.Element {
  return <Outlet />;
}

/** What a browser throws when nobody answers is a `TypeError`; on the server one is a mistake of ours. */
function statusOf(error: unknown): number {
  if (isRouteErrorResponse(error)) return error.status;
  return typeof window !== 'undefined' && error instanceof TypeError ? OFFLINE : 500;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps): React.JSX.Element {
  const kiosk = useLocation().pathname.startsWith('/kiosk');
  return kiosk ? <KioskTrouble /> : <ErrorPage status={statusOf(error)} />;
}
