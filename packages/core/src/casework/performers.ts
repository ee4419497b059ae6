import { findStep, type ServiceItem } from '../catalogue/index.ts';
import { roleWords, type AuthorityId, type OfficerAct, type Role } from '../people/index.ts';
import type { CaseAct, CaseCommand } from './commands.ts';
import type { CaseContext } from './context.ts';
import type { Actor } from './entries.ts';
import { refusalOf, type CaseRefusal } from './refusals.ts';

/** Which authorised act an officer needs; `byDuty` depends on the step's duty; `system` is nobody's but the worker's. */
export const officerActFor: Readonly<Record<CaseAct, OfficerAct | 'byDuty' | 'system'>> = {
  file: 'receive',
  receive: 'receive',
  notifyCorrection: 'notifyCorrection',
  deliverCorrection: 'deliverCorrection',
  accept: 'accept',
  declineAcceptance: 'declineAcceptance',
  declareLicenceNotRequired: 'declareLicenceNotRequired',
  proposeReturn: 'proposeReturn',
  confirmReturn: 'confirmReturn',
  lapse: 'system',
  claimStep: 'byDuty',
  releaseStep: 'byDuty',
  handOverStep: 'byDuty',
  completeStep: 'byDuty',
  returnToStep: 'byDuty',
  startSpecialProcedure: 'specialProcedure',
  endSpecialProcedure: 'specialProcedure',
  extend: 'extend',
  proposeDecision: 'proposeDecision',
  reviewLegality: 'legalReview',
  attachMinutes: 'attachMinutes',
  sign: 'sign',
  declineToSign: 'sign',
  seal: 'seal',
  issue: 'issue',
  serve: 'serve',
  close: 'close',
  withdraw: 'receive',
  terminate: 'terminate',
  void: 'void',
};

/** Acts that are not (only) an officer's. An applicant files, corrects and withdraws; silence is the system's to record. */
const performers: Partial<Readonly<Record<CaseAct, readonly Actor['kind'][]>>> = {
  file: ['applicant', 'officer'],
  deliverCorrection: ['applicant', 'officer'],
  withdraw: ['applicant', 'officer'],
  lapse: ['system'],
  close: ['officer', 'system'],
};

/** Offices the act belongs to whatever the authorisation says: 机关负责人 extends (Art. 42), 首席代表 signs. */
const rolesFor: Partial<Readonly<Record<CaseAct, readonly Role[]>>> = {
  confirmReturn: ['windowHead'],
  extend: ['authorityHead'],
  reviewLegality: ['legalReviewer'],
  sign: ['chiefRepresentative', 'authorityHead'],
  declineToSign: ['chiefRepresentative', 'authorityHead'],
  seal: ['sealKeeper'],
  terminate: ['approver', 'chiefRepresentative', 'authorityHead'],
  void: ['supervisor'],
};

const actOfDuty = {
  examination: 'examine',
  approval: 'approve',
  consultation: 'consult',
} as const;

/** What an officer must be authorised for, and by whom: the question to put to `mayAct`. */
export interface Needed {
  readonly act: OfficerAct;
  readonly authority: AuthorityId;
}

/**
 * The authorisation an officer needs for an act, `on` being the step where the act is on one. `system` for acts no
 * officer may do. A step of another authority (consultation, parallel examination) needs that authority's.
 */
export function neededFor(act: CaseAct, item: ServiceItem, on?: string): Needed | 'system' {
  const needed = officerActFor[act];
  if (needed === 'system') return 'system';
  if (needed !== 'byDuty') return { act: needed, authority: item.authority };
  const step = on === undefined ? undefined : findStep(item.procedure, on);
  return { act: actOfDuty[step?.duty ?? 'examination'], authority: step?.authority ?? item.authority };
}

/** The step or special procedure a command is about, if it is about one. */
export function subjectOf(command: CaseCommand): string | undefined {
  if ('stepId' in command) return command.stepId;
  if ('fromStepId' in command) return command.fromStepId;
  return 'procedureId' in command ? command.procedureId : undefined;
}

/** Why this actor may not do this act, whatever the case; undefined when they may. */
export function notPerformer(act: CaseAct, context: CaseContext, on?: string): CaseRefusal | undefined {
  const { actor, authority, item } = context;
  if (!(performers[act] ?? ['officer']).includes(actor.kind)) return refusalOf('not_for_this_actor');
  if (actor.kind !== 'officer') return undefined;
  const needed = neededFor(act, item, on);
  if (needed === 'system' || authority === undefined) return refusalOf('not_authorised');
  if (authority.authority !== needed.authority) return refusalOf('wrong_authority');
  if (!authority.acts.includes(needed.act)) return refusalOf('not_authorised');
  const roles = rolesFor[act];
  if (roles === undefined || roles.some((role) => authority.roles.includes(role))) return undefined;
  return refusalOf('role_missing', { about: eitherOf(roles) });
}

const eitherOf = (roles: readonly Role[]): { readonly zh: string; readonly en: string } => ({
  zh: roles.map((role) => roleWords[role].zh).join('或'),
  en: roles.map((role) => roleWords[role].en).join(' or '),
});
