import { redirect } from 'react-router';
import type { Route } from './+types/kiosk.reset.ts';
import { forgottenCookie } from '../cookies.ts';

/** Begins anew for the next person: Chinese, ordinary letters, and nothing to go back to. */
export function loader({ params }: Route.LoaderArgs): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const name of ['language', 'large'] as const) headers.append('set-cookie', forgottenCookie(name));
  return redirect(`/kiosk/${params.jurisdiction}`, { headers });
}
