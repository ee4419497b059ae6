import type { Route } from './+types/keep.draft.ts';
import { baseOf, loadApplying, saveTyped, typedIn } from '../features/apply/draft.ts';
import { namesOfPart } from '../features/apply/names.ts';

/** What a page of an application saves of itself while it is being typed. */
export async function action(args: Route.ActionArgs): Promise<Response> {
  const { draftId, part } = args.params;
  if (part !== 'applicant' && part !== 'answers') return new Response(null, { status: 404 });
  const form = await args.request.formData();
  const applying = await loadApplying(args, draftId);
  const typed = typedIn(form, namesOfPart(part, applying.detail));
  const { elsewhere } = await saveTyped(args, applying, { part, typed, base: baseOf(form) });
  return Response.json({ elsewhere });
}
