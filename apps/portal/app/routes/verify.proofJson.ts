import type { Route } from './+types/verify.proofJson.ts';
import { raw } from '../api.ts';

/** The proof as the file that `verify.py --proof` checks. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const answer = await raw(args, `/verification/${encodeURIComponent(args.params.code)}/proof`);
  if (!answer.ok) return new Response(null, { status: answer.status });
  return new Response(await answer.text(), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="proof.json"',
      'cache-control': 'no-store',
    },
  });
}
