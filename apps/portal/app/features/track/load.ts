import { TrackView } from '@yimen/contract';
import { redirect } from 'react-router';
import { raw } from '../../api.ts';
import { trackingTokenOf } from '../../cookies.ts';
import type { Loading } from '../../visit.ts';

export interface Tracked {
  readonly view: TrackView;
  readonly token: string;
}

/** The case this browser holds a key to; without one, or once it has run out, the number and code are asked again. */
export async function loadTracked(loading: Loading, number: string): Promise<Tracked> {
  const token = trackingTokenOf(loading.request, number);
  const again = `/track?number=${encodeURIComponent(number)}`;
  if (token === undefined) throw redirect(again);
  const answer = await raw(loading, `/tracking/${encodeURIComponent(number)}`, token);
  if (answer.status === 401 || answer.status === 403 || answer.status === 404) throw redirect(again);
  if (!answer.ok) throw new Response(null, { status: answer.status });
  return { view: TrackView.parse(await answer.json()), token };
}
