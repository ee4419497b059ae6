import { ok, refuse } from '@yimen/kernel';
import { evaluate } from 'feelin';
import type { Evaluation, FormValues } from '../shell.ts';

const LONGEST = 500;
/**
 * A condition looks at the answers and nothing else. What reads the machine's clock would give another answer tomorrow;
 * loops and patterns could keep a server busy for as long as their author likes.
 */
const FORBIDDEN =
  /\b(now|today|random number|matches|replace|split|for|some|every|function|external)\b(?=\s*\(|\s+\w+\s+(in|satisfies)\b)|\.\./;

/**
 * A FEEL condition over the answers of one form. Refused, never guessed: an expression that does not parse, names a
 * question that was not answered, compares what cannot be compared, or is not true or false. The words say why.
 */
export function evaluateCondition(expression: string, answers: FormValues): Evaluation {
  if (expression.length > LONGEST) return refuse(`longer than ${String(LONGEST)} characters`);
  const forbidden = FORBIDDEN.exec(withoutText(expression));
  if (forbidden !== null) return refuse(`may not use ${forbidden[0]}`);
  try {
    const { value, warnings } = evaluate(expression, { ...answers });
    const [warning] = warnings;
    if (warning !== undefined) return refuse(warning.message);
    return typeof value === 'boolean' ? ok(value) : refuse('is neither true nor false');
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Quoted text may say anything. */
function withoutText(expression: string): string {
  return expression.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
}
