import { type CaseCommand } from '@yimen/core/casework';
import { type ItemId } from '@yimen/core/catalogue';
import { type SpecialProcedure } from '@yimen/core/clock';
import { type PersonId } from '@yimen/core/people';
import { z } from 'zod';
import { Applicant_, Defect_, FormAnswers_, HandedIn_ } from './facts.ts';
import { branded, CommandId, Day_, Instant_, Revision, typed } from './primitives.ts';

const Person = branded<PersonId>(typed(60));
const Item = branded<ItemId>(typed(80));
const Reason = typed(1000);
const Materials = z.array(HandedIn_).max(60);
const Method = z.enum(['inPerson', 'post', 'electronic', 'leaving', 'publicNotice']);
const Procedure = z.string().max(40) as unknown as z.ZodType<SpecialProcedure>;
const Remedies_ = z.object({ reconsiderationBody: typed(100), court: typed(100) });

const act = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** Every act on a case as it comes over the wire; equal to core's `CaseCommand`. */
export const CaseCommand_ = z.discriminatedUnion('type', [
  act('file', {
    itemId: Item,
    applicant: Applicant_,
    answers: FormAnswers_,
    materials: Materials,
    channel: z.enum(['window', 'web', 'station', 'agent']),
  }),
  act('receive', { materials: Materials }),
  act('notifyCorrection', {
    defects: z.array(Defect_).max(60),
    contact: typed(100),
    override: z.object({ reason: Reason }).exactOptional(),
  }),
  act('deliverCorrection', { answers: FormAnswers_.exactOptional(), materials: Materials, complete: z.boolean() }),
  act('accept', {}),
  act('declineAcceptance', {
    ground: z.enum(['notCompetent', 'notConforming']),
    reason: Reason,
    basis: Reason,
    competentAuthority: typed(100).exactOptional(),
  }),
  act('declareLicenceNotRequired', { reason: Reason, basis: Reason }),
  act('proposeReturn', { reason: Reason, basis: Reason }),
  act('confirmReturn', { agreed: z.boolean(), opinion: Reason, toldBy: z.enum(['faceToFace', 'message']) }),
  act('lapse', {}),
  act('claimStep', { stepId: typed(60) }),
  act('releaseStep', { stepId: typed(60), reason: Reason }),
  act('handOverStep', { stepId: typed(60), to: Person, reason: Reason }),
  act('completeStep', { stepId: typed(60), agreed: z.boolean(), opinion: Reason }),
  act('returnToStep', { fromStepId: typed(60), toStepId: typed(60), reason: Reason }),
  act('startSpecialProcedure', {
    procedure: Procedure,
    reason: Reason,
    plannedDays: z.int().min(0).max(3650),
    servedOn: Day_,
    servedBy: Method,
    officers: z.array(Person).max(20),
  }),
  act('endSpecialProcedure', { procedureId: typed(60), receivedOn: Day_, result: Reason }),
  act('extend', { days: z.int().min(0).max(3650), reason: Reason }),
  act('proposeDecision', {
    outcome: z.enum(['grant', 'partialGrant', 'refuse']),
    facts: typed(4000),
    basis: Reason,
    conditions: z.array(typed(500)).max(30),
    reason: typed(4000).exactOptional(),
    remedies: Remedies_.exactOptional(),
  }),
  act('reviewLegality', { agreed: z.boolean(), opinion: Reason }),
  act('attachMinutes', { title: typed(200), heldOn: Day_, conclusion: Reason, file: typed(64).exactOptional() }),
  act('sign', { opinion: Reason }),
  act('declineToSign', { toStepId: typed(60), reason: Reason }),
  act('seal', {}),
  act('issue', {
    licenceNumber: typed(60).exactOptional(),
    validFrom: Day_.exactOptional(),
    validTo: Day_.exactOptional(),
  }),
  act('serve', {
    method: Method,
    receiver: typed(100),
    receiverIsApplicant: z.boolean(),
    servedOn: Day_,
    proof: Reason,
    witness: typed(60).exactOptional(),
  }),
  act('close', {}),
  act('withdraw', { reason: Reason }),
  act('terminate', { reason: Reason, basis: Reason }),
  act('void', { reason: Reason }),
]) satisfies z.ZodType<CaseCommand>;

/** Acts done one after another in one transaction, all or none: intake is file → receive → accept in one go. */
export const ActRequest = z.object({
  commandId: CommandId,
  /** The revision the screen showed; a newer one means somebody acted meanwhile (409). Absent for a new case. */
  revision: Revision.optional(),
  commands: z.array(CaseCommand_).min(1).max(12),
  deviceTime: Instant_.optional(),
});
export type ActRequest = z.infer<typeof ActRequest>;

export const AvailableAct = z.object({
  act: z.string(),
  available: z.boolean(),
  /** For acts on a step or a procedure: which one. */
  on: z.string().optional(),
  /** Why not: code, words and article. */
  why: z
    .object({ code: z.string(), words: z.object({ zh: z.string(), en: z.string() }), article: z.string().optional() })
    .optional(),
});
export type AvailableAct = z.infer<typeof AvailableAct>;

export const ActAnswer = z.object({
  caseId: z.string(),
  number: z.string(),
  revision: z.int(),
  acts: z.array(AvailableAct),
  /** Only in the answer to the act that filed the case: printed on the receipt, told to the applicant once. */
  queryCode: z.string().optional(),
});
export type ActAnswer = z.infer<typeof ActAnswer>;
