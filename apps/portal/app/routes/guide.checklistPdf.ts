import type { Route } from './+types/guide.checklistPdf.ts';
import { redirect } from 'react-router';
import { checklistPdf } from '../features/checklist/checklist.ts';

export function action(args: Route.ActionArgs): Promise<Response> {
  return checklistPdf(args, args.params);
}

/** Its address alone has no answers: they are asked again. */
export function loader({ params }: Route.LoaderArgs): Response {
  return redirect(`/halls/${params.jurisdiction}/items/${encodeURIComponent(params.itemId)}/checklist`);
}
