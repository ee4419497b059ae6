import type { Guide, QuestionView } from '@yimen/contract';
import {
  missing,
  same,
  YES_NO,
  type FieldErrors,
  type FieldKind,
  type FieldSpec,
  type Values,
} from '../../shared/forms/fields.ts';

const KINDS: Readonly<Record<QuestionView['type'], FieldKind>> = {
  text: 'text',
  longText: 'longText',
  number: 'number',
  day: 'day',
  choice: 'choice',
  yesNo: 'radio',
};

export const specOf = (question: QuestionView): FieldSpec => ({
  name: question.id,
  label: same(question.label),
  kind: KINDS[question.type],
  required: question.required,
  hint: question.hint === undefined ? undefined : same(question.hint),
  maxLength: question.maxLength,
  options: question.type === 'yesNo' ? YES_NO : question.options?.map((value) => ({ value, label: same(value) })),
});

export interface QuestionGroupShown {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
}

export function groupsOf(guide: Guide | undefined): readonly QuestionGroupShown[] {
  return (guide?.detail?.form ?? []).map(({ id, title, questions }) => ({ id, title, fields: questions.map(specOf) }));
}

export function answerErrors(guide: Guide | undefined, typed: Values): FieldErrors {
  return missing(
    groupsOf(guide).flatMap(({ fields }) => fields),
    typed,
  );
}

const VALUE: Readonly<Record<QuestionView['type'], (text: string) => string | number | boolean>> = {
  text: (text) => text.trim(),
  longText: (text) => text.trim(),
  number: Number,
  day: (text) => text,
  choice: (text) => text,
  yesNo: (text) => text === 'yes',
};

type Answers = Readonly<Record<string, string | number | boolean>>;

/** Answers to the form in their own types; what was left empty is left out. */
export function toAnswers(guide: Guide, typed: Values): Answers {
  return answersTo(guide.detail?.form.flatMap((group) => group.questions) ?? [], typed);
}

export function answersTo(questions: readonly QuestionView[], typed: Values): Answers {
  return Object.fromEntries(
    questions.flatMap(({ id, type }) => {
      const text = typed[id] ?? '';
      return text.trim() === '' ? [] : [[id, VALUE[type](text)]];
    }),
  );
}
