import type { Day } from '@yimen/kernel';
import type { ItemId, Remedies } from '../catalogue/index.ts';
import type { PersonId } from '../people/index.ts';
import type { SpecialProcedure } from '../clock/index.ts';
import type { Applicant, Channel, Defect, FormAnswers, HandedIn, Outcome, ServiceMethod } from './facts.ts';

/**
 * Every act on a case. One name per act, imperative; the same names go through API, table of policies and screens.
 * Nothing here says who or when: that is the stamp the server puts on it.
 */
export type CaseCommand =
  | {
      readonly type: 'file';
      readonly itemId: ItemId;
      readonly applicant: Applicant;
      readonly answers: FormAnswers;
      readonly materials: readonly HandedIn[];
      readonly channel: Channel;
    }
  | { readonly type: 'receive'; readonly materials: readonly HandedIn[] }
  | {
      readonly type: 'notifyCorrection';
      readonly defects: readonly Defect[];
      readonly contact: string;
      readonly override?: { readonly reason: string };
    }
  | {
      readonly type: 'deliverCorrection';
      readonly answers?: FormAnswers;
      readonly materials: readonly HandedIn[];
      readonly complete: boolean;
    }
  | { readonly type: 'accept' }
  | {
      readonly type: 'declineAcceptance';
      readonly ground: 'notCompetent' | 'notConforming';
      readonly reason: string;
      readonly basis: string;
      readonly competentAuthority?: string;
    }
  | { readonly type: 'declareLicenceNotRequired'; readonly reason: string; readonly basis: string }
  | { readonly type: 'proposeReturn'; readonly reason: string; readonly basis: string }
  | {
      readonly type: 'confirmReturn';
      readonly agreed: boolean;
      readonly opinion: string;
      readonly toldBy: 'faceToFace' | 'message';
    }
  | { readonly type: 'lapse' }
  | { readonly type: 'claimStep'; readonly stepId: string }
  | { readonly type: 'releaseStep'; readonly stepId: string; readonly reason: string }
  | { readonly type: 'handOverStep'; readonly stepId: string; readonly to: PersonId; readonly reason: string }
  | { readonly type: 'completeStep'; readonly stepId: string; readonly agreed: boolean; readonly opinion: string }
  | { readonly type: 'returnToStep'; readonly fromStepId: string; readonly toStepId: string; readonly reason: string }
  | {
      readonly type: 'startSpecialProcedure';
      readonly procedure: SpecialProcedure;
      readonly reason: string;
      readonly plannedDays: number;
      readonly servedOn: Day;
      readonly servedBy: ServiceMethod;
      readonly officers: readonly PersonId[];
    }
  | {
      readonly type: 'endSpecialProcedure';
      readonly procedureId: string;
      readonly receivedOn: Day;
      readonly result: string;
    }
  | { readonly type: 'extend'; readonly days: number; readonly reason: string }
  | {
      readonly type: 'proposeDecision';
      readonly outcome: Outcome;
      readonly facts: string;
      readonly basis: string;
      readonly conditions: readonly string[];
      readonly reason?: string;
      readonly remedies?: Remedies;
    }
  | { readonly type: 'reviewLegality'; readonly agreed: boolean; readonly opinion: string }
  | {
      readonly type: 'attachMinutes';
      readonly title: string;
      readonly heldOn: Day;
      readonly conclusion: string;
      readonly file?: string;
    }
  | { readonly type: 'sign'; readonly opinion: string }
  | { readonly type: 'declineToSign'; readonly toStepId: string; readonly reason: string }
  | { readonly type: 'seal' }
  | { readonly type: 'issue'; readonly licenceNumber?: string; readonly validFrom?: Day; readonly validTo?: Day }
  | {
      readonly type: 'serve';
      readonly method: ServiceMethod;
      readonly receiver: string;
      readonly receiverIsApplicant: boolean;
      readonly servedOn: Day;
      readonly proof: string;
      readonly witness?: string;
    }
  | { readonly type: 'close' }
  | { readonly type: 'withdraw'; readonly reason: string }
  | { readonly type: 'terminate'; readonly reason: string; readonly basis: string }
  | { readonly type: 'void'; readonly reason: string };

export type CaseAct = CaseCommand['type'];
export type CommandOf<A extends CaseAct> = Extract<CaseCommand, { readonly type: A }>;
