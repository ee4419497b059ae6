import { Reply, ReplyAct } from '@yimen/contract';
import type { Route } from './+types/keep.reply.ts';
import { send } from '../api.ts';
import { typedIn } from '../features/apply/draft.ts';
import { replyPath } from '../features/track/act.ts';
import { loadTracked } from '../features/track/load.ts';

const names = ['reason', 'level', 'comment', 'complete'];

/** What the page of an act on a running case saves of itself while it is being typed. */
export async function action(args: Route.ActionArgs): Promise<Response> {
  const { number } = args.params;
  const act = ReplyAct.safeParse(args.params.act);
  if (!act.success) return new Response(null, { status: 404 });
  const fields = typedIn(await args.request.formData(), names);
  const { token } = await loadTracked(args, number);
  const saved = await send(args, replyPath(number, act.data), { method: 'PATCH', body: { fields }, token }, Reply);
  return saved.ok ? Response.json({ elsewhere: [] }) : new Response(null, { status: saved.error.status });
}
