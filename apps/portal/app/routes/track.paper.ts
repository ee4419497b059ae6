import type { Route } from './+types/track.paper.ts';
import { raw } from '../api.ts';
import { loadTracked } from '../features/track/load.ts';

export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { number, paperId } = args.params;
  const { token } = await loadTracked(args, number);
  const paper = await raw(
    args,
    `/tracking/${encodeURIComponent(number)}/papers/${encodeURIComponent(paperId)}.pdf`,
    token,
  );
  if (!paper.ok) throw new Response(null, { status: paper.status });
  const headers = new Headers({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  headers.set('content-disposition', paper.headers.get('content-disposition') ?? 'inline');
  return new Response(paper.body, { headers });
}
