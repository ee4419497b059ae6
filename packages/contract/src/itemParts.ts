import { isSpecialProcedure, limitUnits, startEvents, type SpecialProcedure } from '@yimen/core/clock';
import type { AuthorityId } from '@yimen/core/people';
import { z } from 'zod';
import { branded, Day_, Sha256 } from './primitives.ts';

/** What a database can keep: no control characters but tab and line ends, no half of a character. */
const safe = (max: number, min = 0): z.ZodString =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/)
    .refine((typedText) => typedText.isWellFormed());
/** A line; empty while an editor has not come to it. */
export const line = safe(300);
export const text = safe(4000);
export const word = safe(120, 1);
export const expression = safe(500);
export const count = z.int().min(0).max(100_000);
export const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>): z.ZodEnum<{ [K in T]: K }> =>
  z.enum(Object.keys(table) as T[]);

export const basis = z.object({
  law: line,
  article: line,
  version: Day_.exactOptional(),
  rank: z.enum(['law', 'administrativeRegulation', 'localRegulation', 'departmentRule', 'normativeDocument']),
  text: text.exactOptional(),
  repealedFrom: Day_.exactOptional(),
});
export const limit = z.object({
  count,
  unit: keysOf(limitUnits),
  startsOn: keysOf(startEvents),
  basis: z.object({ law: line, article: line, text: text.exactOptional() }),
});
export const file = z.object({ name: line, sha256: Sha256 });

export const material = z.object({
  id: word,
  name: line,
  basis: line,
  source: z.enum(['applicant', 'government', 'other']),
  form: z.enum(['original', 'copy', 'originalAndCopy', 'electronic']),
  copies: z.int().min(0).max(99),
  necessity: z.enum(['required', 'optional', 'acceptOnPromise']),
  condition: expression.exactOptional(),
  acceptanceRules: z.array(line).max(30),
  type: z.enum(['certificate', 'form', 'other']).exactOptional(),
  medium: z.enum(['paper', 'electronic', 'both']).exactOptional(),
  trustGrade: z.enum(['A', 'B', 'C', 'D']).exactOptional(),
  shareable: z.boolean().exactOptional(),
  sourceNote: line.exactOptional(),
  pageFormat: line.exactOptional(),
  localBasis: line.exactOptional(),
  fillNotes: text.exactOptional(),
  blankForm: file.exactOptional(),
  sample: file.exactOptional(),
});

export const question = z.object({
  id: word,
  label: line,
  type: z.enum(['text', 'longText', 'number', 'day', 'choice', 'yesNo']),
  required: z.boolean(),
  hint: line.exactOptional(),
  options: z.array(line).max(60).exactOptional(),
  maxLength: count.exactOptional(),
});
export const group = z.object({ id: word, title: line, questions: z.tuple([question], question) });

const step = z.object({
  kind: z.literal('step'),
  id: word,
  name: line,
  duty: z.enum(['examination', 'approval', 'consultation']),
  authority: branded<AuthorityId>(word).exactOptional(),
  limitDays: count,
  integrityRiskPoint: line.exactOptional(),
});
const steps = z.tuple([step], step);
export const node = z.discriminatedUnion('kind', [
  step,
  z.object({ kind: z.literal('parallel'), id: word, branches: z.tuple([steps, steps], steps) }),
  z.object({ kind: z.literal('when'), id: word, condition: expression, then: steps }),
]);
export const special = z.object({
  procedure: branded<SpecialProcedure>(z.string().refine((name) => isSpecialProcedure(name))),
  basis: line,
  plannedDays: count,
  stopsStatutory: z.boolean(),
  stopsPromise: z.boolean(),
  namedLaw: line.exactOptional(),
});

export const fee = z.object({
  name: line,
  standard: line,
  basis,
  condition: expression.exactOptional(),
  formula: expression.exactOptional(),
  relief: z.object({ standard: line, basis: line }).exactOptional(),
});

export const table = z.object({
  id: word,
  name: line,
  hitPolicy: z.enum(['U', 'A', 'F', 'C']),
  inputs: z.array(z.object({ id: word, label: line, expression: expression })).max(20),
  outputs: z.array(z.object({ id: word, label: line })).max(20),
  rules: z
    .array(
      z.object({
        id: word,
        when: z.array(expression).max(20),
        then: z.array(expression).max(20),
        note: line.exactOptional(),
      }),
    )
    .max(200),
});
