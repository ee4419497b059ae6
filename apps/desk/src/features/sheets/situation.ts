import type { Guide, QuestionView } from '@yimen/contract';
import { situationQuestions } from '@yimen/core/catalogue';
import type { Values } from '../../shared/forms/fields.ts';

export const checklistPath = (itemId: string): string => `/checklist/${encodeURIComponent(itemId)}`;

/** What has to be asked before one person's papers are known. */
export function questionsOf({ detail }: Guide): readonly QuestionView[] {
  return detail === undefined ? [] : situationQuestions(detail);
}

/** Of what the intake has typed already, what the checklist asks too: nothing else leaves the intake. */
export function typedHere(guide: Guide, typed: Values): { readonly typed: Values } {
  const asked = questionsOf(guide).flatMap(({ id }) => (typed[id] === undefined ? [] : [[id, typed[id]] as const]));
  return { typed: Object.fromEntries(asked) };
}

/** What came along from the intake on this page's own history entry. */
export function typedIn(state: unknown): Values {
  if (typeof state !== 'object' || state === null || !('typed' in state)) return {};
  const { typed } = state;
  if (typeof typed !== 'object' || typed === null) return {};
  return Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
