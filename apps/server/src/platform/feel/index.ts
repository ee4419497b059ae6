import { ok, refuse } from '@yimen/kernel';
import { evaluate } from 'feelin';
import type { Evaluation, FormValues } from '../shell.ts';
import { refusedIn } from './limits.ts';

export { readFeel, tableFeel } from './read.ts';

/**
 * A FEEL condition over the answers of one form. Refused, never guessed: an expression that does not parse, names a
 * question that was not answered, compares what cannot be compared, or is not true or false. The words say why.
 */
export function evaluateCondition(expression: string, answers: FormValues): Evaluation {
  const forbidden = refusedIn(expression, 'condition');
  if (forbidden !== undefined) return refuse(forbidden.en);
  try {
    const { value, warnings } = evaluate(expression, { ...answers });
    const [warning] = warnings;
    if (warning !== undefined) return refuse(warning.message);
    return typeof value === 'boolean' ? ok(value) : refuse('is neither true nor false');
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
