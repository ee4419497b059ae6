import type { Applicant, Defect, FormAnswers, HandedIn } from '@yimen/core/casework';
import { z } from 'zod';
import { Sha256, typed } from './primitives.ts';

export const IdentityPaper = z.enum([
  'residentId',
  'passport',
  'hkMacaoPermit',
  'taiwanPermit',
  'hkMacaoTaiwanResidence',
  'foreignPermanentResidence',
]);

const Agent = z.object({
  name: typed(60),
  paper: IdentityPaper,
  paperNumber: typed(40),
  phone: typed(30),
  mandate: typed(200),
});

export const Applicant_ = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('naturalPerson'),
    name: typed(60),
    paper: IdentityPaper,
    paperNumber: typed(40),
    phone: typed(30),
    address: typed(200).exactOptional(),
    agent: Agent.exactOptional(),
  }),
  z.object({
    kind: z.literal('organisation'),
    name: typed(120),
    creditCode: typed(18),
    legalRepresentative: typed(60),
    contactName: typed(60),
    phone: typed(30),
    address: typed(200).exactOptional(),
    agent: Agent.exactOptional(),
  }),
]) satisfies z.ZodType<Applicant>;

export const FormAnswers_ = z.record(
  z.string().max(60),
  z.union([z.string().max(4000), z.number(), z.boolean()]),
) satisfies z.ZodType<FormAnswers>;

/** An uploaded file as an act names it. */
const HandedFile = z.object({ sha256: Sha256, name: typed(200), mediaType: typed(100), bytes: z.int().min(0) });

/**
 * An uploaded file as the server tells of it. `state`: what the virus scan found; `unscanned` where the hall has no
 * scanner, `pending` until it has looked. Not part of an act: a caller cannot call a file clean.
 */
export const StoredFile = HandedFile.extend({
  state: z.enum(['clean', 'unscanned', 'pending', 'infected']).exactOptional(),
});

export const HandedIn_ = z.object({
  requirementId: typed(60),
  copies: z.int().min(0).max(99),
  form: z.enum(['original', 'copy', 'originalAndCopy', 'electronic']),
  file: HandedFile.exactOptional(),
  rulesMet: z.array(z.int().min(0).max(99)).max(50).exactOptional(),
}) satisfies z.ZodType<HandedIn>;

export const HandedInView = HandedIn_.extend({ file: StoredFile.exactOptional() });

export const Defect_ = z.object({
  requirementId: typed(60).exactOptional(),
  defect: typed(500),
  standard: typed(500),
}) satisfies z.ZodType<Defect>;
