import { Refused, type Problem } from '@yimen/contract';
import type { ErrorLine, Words } from '@yimen/ui';
import type { FieldErrors } from './fields.ts';

/** The problem of a refusal; a bug is rethrown to the page that shows bugs. */
export function problemOf(error: Error | null): Problem | undefined {
  if (error === null) return undefined;
  if (error instanceof Refused) return error.problem;
  throw error;
}

/** `commands.0.reason` and `reason` are both the field `reason`. */
const lastOf = (path: string): string => path.split(/[./]/).at(-1) ?? path;

/** Where the server says the trouble is, by field of this form. */
export function errorsOf(problem: Problem | undefined, names: readonly string[]): FieldErrors {
  if (problem === undefined) return {};
  const one = problem.field === undefined ? [] : [{ field: problem.field, words: problem.words }];
  return Object.fromEntries(
    [...one, ...(problem.fields ?? [])]
      .map(({ field, words }) => [lastOf(field), words] as const)
      .filter(([field]) => names.includes(field)),
  );
}

export interface SummaryOf {
  readonly errors: FieldErrors;
  readonly problem?: Problem | undefined;
  readonly idOf: (name: string) => string;
  readonly say: (words: Words) => string;
}

/** Lines of the error summary: those of fields lead to them, the refusal itself comes first when it names no field. */
export function summaryLines({ errors, problem, idOf, say }: SummaryOf): readonly ErrorLine[] {
  const fields = Object.entries(errors).map(([name, words]) => ({ field: idOf(name), text: say(words) }));
  const said = new Set(fields.map(({ text }) => text));
  return problem === undefined || said.has(say(problem.words)) ? fields : [{ text: say(problem.words) }, ...fields];
}
