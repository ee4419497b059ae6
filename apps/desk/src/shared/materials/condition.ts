import type { Guide, MaterialView } from '@yimen/contract';
import type { FormAnswers } from '@yimen/core/casework';

/** The comparisons nearly every condition is made of; anything richer is left to the server, which evaluates FEEL whole. */
const COMPARISON = /^(\w+)\s*(=|!=|>=|<=|>|<)\s*(true|false|-?\d+(?:\.\d+)?|"[^"]*")$/;

type Value = FormAnswers[string];
type Operator = (left: Value, right: Value) => boolean;

const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>=': (left, right) => Number(left) >= Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '<': (left, right) => Number(left) < Number(right),
};

function literal(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.startsWith('"') ? text.slice(1, -1) : Number(text);
}

/**
 * Whether a material is asked for with these answers: a help for the clerk's checklist, never the decision. Undefined
 * where it cannot be told here.
 */
export function isAskedFor({ condition }: MaterialView, answers: FormAnswers): boolean | undefined {
  if (condition === undefined) return true;
  const match = COMPARISON.exec(condition.trim());
  const answer = answers[match?.[1] ?? ''];
  const compare = OPERATORS[match?.[2] ?? ''];
  if (match === null || answer === undefined || compare === undefined) return undefined;
  return compare(answer, literal(match[3] ?? ''));
}

/** The condition with the form's own labels in place of their ids. */
export function conditionInWords(condition: string, item: Guide): string {
  const questions = item.detail?.form.flatMap((group) => group.questions) ?? [];
  const labelled = questions.reduce(
    (text, { id, label }) => text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), `“${label}”`),
    condition,
  );
  return labelled
    .replaceAll(/\btrue\b/g, '是')
    .replaceAll(/\bfalse\b/g, '否')
    .replaceAll(/\band\b/g, '且')
    .replaceAll(/\bor\b/g, '或');
}
