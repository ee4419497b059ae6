import { Checklist, Guide, type Problem } from '@yimen/contract';
import type { Result } from '@yimen/kernel';
import { read, send } from '../../api.ts';
import { preferencesOf } from '../../cookies.ts';
import { visitContext, type Loading } from '../../visit.ts';
import { guidePath, type ItemKey } from '../guide/load.ts';
import { answersOf, questionsOf, typedIn } from './answers.ts';

/** What the page of a checklist shows: the questions, what was typed, and the checklist once something was asked of it. */
export interface ChecklistData {
  readonly guide: Guide;
  readonly typed: Readonly<Record<string, string>>;
  readonly made: Result<Checklist, Problem> | undefined;
}

/** An item that asks nothing shows its checklist at once. */
export async function loadChecklist(loading: Loading, key: ItemKey): Promise<ChecklistData> {
  const guide = await read(loading, guidePath(key), Guide);
  if (guide.detail === undefined) throw new Response(null, { status: 404 });
  const asks = questionsOf(guide).length > 0;
  return { guide, typed: {}, made: asks ? undefined : await ask(loading, key, {}) };
}

export async function answerChecklist(loading: Loading, key: ItemKey): Promise<ChecklistData> {
  const guide = await read(loading, guidePath(key), Guide);
  const questions = questionsOf(guide);
  const typed = typedIn(await loading.request.formData(), questions);
  return { guide, typed, made: await ask(loading, key, answersOf(typed, questions)) };
}

function ask(loading: Loading, key: ItemKey, answers: object): Promise<Result<Checklist, Problem>> {
  const { language } = preferencesOf(loading.request);
  return send(loading, `${guidePath(key)}/checklist`, { method: 'POST', body: { answers, language } }, Checklist);
}

/** The same checklist as a file; what was answered travels in the body and stands in no address. */
export async function checklistPdf(loading: Loading, key: ItemKey): Promise<Response> {
  const guide = await read(loading, guidePath(key), Guide);
  const questions = questionsOf(guide);
  const answers = answersOf(typedIn(await loading.request.formData(), questions), questions);
  const { language } = preferencesOf(loading.request);
  const made = await loading.context.get(visitContext).api(`/api/v1${guidePath(key)}/checklist.pdf`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers, language }),
  });
  if (!made.ok) throw new Response(null, { status: made.status });
  return new Response(made.body, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': made.headers.get('content-disposition') ?? 'inline',
      'cache-control': 'no-store',
    },
  });
}
