import { redirect } from 'react-router';
import type { Route } from './+types/preferences.ts';
import { preferenceCookie } from '../cookies.ts';

export async function action({ request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData();
  const back = form.get('back');
  const headers = new Headers();
  for (const name of ['language', 'large'] as const) {
    const value = form.get(name);
    if (typeof value === 'string') headers.append('set-cookie', preferenceCookie(name, value.slice(0, 3)));
  }
  return redirect(ownPath(back), { headers });
}

/** Only a path of this site: `//elsewhere` and `/\elsewhere` would leave it. */
function ownPath(back: FormDataEntryValue | null): string {
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/';
}

export function loader(): Response {
  return redirect('/');
}
