import type { MaterialView } from '@yimen/contract';
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
