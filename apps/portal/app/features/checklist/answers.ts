import type { Guide, QuestionView } from '@yimen/contract';
import { situationQuestions } from '@yimen/core/catalogue';
import { typedAnswer } from '../apply/filing.ts';
import { textOf } from '../../form.ts';

type Typed = Readonly<Record<string, string>>;

/** What has to be asked for a checklist of one's own; empty where the item is the same for everybody. */
export function questionsOf({ detail }: Guide): readonly QuestionView[] {
  return detail === undefined ? [] : situationQuestions(detail);
}

/** What was typed, by question. */
export function typedIn(form: FormData, questions: readonly QuestionView[]): Typed {
  return Object.fromEntries(questions.map(({ id }) => [id, textOf(form, `q-${id}`)]));
}

/** As the API wants it; what was left empty is not sent. */
export function answersOf(
  typed: Typed,
  questions: readonly QuestionView[],
): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(questions.flatMap((question) => typedAnswer(question, (typed[question.id] ?? '').trim())));
}
