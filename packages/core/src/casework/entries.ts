import type { Day, Instant } from '@yimen/kernel';
import type { ItemId, Remedies, StepNode } from '../catalogue/index.ts';
import type { PersonId, PostId, Role } from '../people/index.ts';
import type { SpecialProcedure } from '../clock/index.ts';
import type { Applicant, CaseNumber, Channel, Defect, FormAnswers, HandedIn, Outcome, ServiceMethod } from './facts.ts';

/** Who did it and under what; stamped by the server on every entry. */
export type Actor =
  | {
      readonly kind: 'officer';
      readonly person: PersonId;
      readonly name: string;
      readonly post: PostId;
      readonly authorisation?: string;
      readonly onBehalfOf?: PersonId;
      readonly roles: readonly Role[];
    }
  | { readonly kind: 'applicant'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** What happened to a case, past tense. Facts only; never changed, never deleted. */
export type CaseFact =
  | {
      readonly type: 'applicationFiled';
      readonly number: CaseNumber;
      readonly itemId: ItemId;
      readonly itemVersion: number;
      readonly applicant: Applicant;
      readonly answers: FormAnswers;
      readonly materials: readonly HandedIn[];
      readonly channel: Channel;
    }
  | { readonly type: 'applicationReceived'; readonly materials: readonly HandedIn[]; readonly receivedOn: Day }
  | {
      readonly type: 'correctionNotified';
      readonly defects: readonly Defect[];
      readonly contact: string;
      readonly second: boolean;
    }
  | {
      readonly type: 'breachRecorded';
      readonly rule: 'secondCorrection' | 'silentOnAcceptance';
      readonly article: string;
      readonly detail: string;
    }
  | {
      readonly type: 'correctionDelivered';
      readonly answers?: FormAnswers;
      readonly materials: readonly HandedIn[];
      readonly complete: boolean;
      readonly deliveredOn: Day;
    }
  | { readonly type: 'caseAccepted'; readonly how: 'officer' | 'deemed'; readonly acceptedOn: Day }
  | {
      readonly type: 'acceptanceDeclined';
      readonly ground: 'notCompetent' | 'notConforming';
      readonly reason: string;
      readonly basis: string;
      readonly competentAuthority?: string;
      readonly remedies: Remedies;
    }
  | { readonly type: 'licenceNotRequiredDeclared'; readonly reason: string; readonly basis: string }
  | { readonly type: 'returnProposed'; readonly reason: string; readonly basis: string }
  | {
      readonly type: 'returnDecided';
      readonly agreed: boolean;
      readonly opinion: string;
      readonly toldBy?: 'faceToFace' | 'message';
      readonly copiedTo: readonly ('centre' | 'department')[];
    }
  | { readonly type: 'stepOpened'; readonly stepId: string; readonly round: number }
  | { readonly type: 'stepClaimed'; readonly stepId: string; readonly by: PersonId }
  | { readonly type: 'stepReleased'; readonly stepId: string; readonly reason: string }
  | { readonly type: 'stepHandedOver'; readonly stepId: string; readonly to: PersonId; readonly reason: string }
  | {
      readonly type: 'stepCompleted';
      readonly stepId: string;
      readonly duty: StepNode['duty'];
      readonly agreed: boolean;
      readonly opinion: string;
    }
  | {
      readonly type: 'stepReturned';
      readonly fromStepId: string;
      readonly toStepId: string;
      readonly reason: string;
      /** Every step whose work falls: the one returned to and all that follow it. */
      readonly undone: readonly string[];
    }
  | { readonly type: 'examinationCompleted' }
  | {
      readonly type: 'specialProcedureStarted';
      readonly procedureId: string;
      readonly procedure: SpecialProcedure;
      readonly basis: string;
      readonly reason: string;
      readonly plannedDays: number;
      readonly plannedEnd: Day;
      readonly servedOn: Day;
      readonly servedBy: ServiceMethod;
      readonly officers: readonly PersonId[];
      readonly stopsStatutory: boolean;
      readonly stopsPromise: boolean;
    }
  | {
      readonly type: 'specialProcedureEnded';
      readonly procedureId: string;
      readonly receivedOn: Day;
      readonly result: string;
    }
  | { readonly type: 'timeExtended'; readonly days: number; readonly reason: string; readonly basis: string }
  | {
      readonly type: 'decisionProposed';
      readonly outcome: Outcome;
      readonly facts: string;
      readonly basis: string;
      readonly conditions: readonly string[];
      readonly reason?: string;
      readonly remedies?: Remedies;
    }
  | { readonly type: 'legalityReviewed'; readonly agreed: boolean; readonly opinion: string }
  | {
      readonly type: 'minutesAttached';
      readonly title: string;
      readonly heldOn: Day;
      readonly conclusion: string;
      readonly file?: string;
    }
  | { readonly type: 'decisionSigned'; readonly opinion: string; readonly decidedOn: Day }
  | {
      readonly type: 'signatureDeclined';
      readonly toStepId: string;
      readonly reason: string;
      readonly undone: readonly string[];
    }
  | { readonly type: 'decisionSealed' }
  | { readonly type: 'resultIssued'; readonly licenceNumber?: string; readonly validFrom?: Day; readonly validTo?: Day }
  | {
      readonly type: 'decisionServed';
      readonly method: ServiceMethod;
      readonly receiver: string;
      readonly receiverIsApplicant: boolean;
      readonly servedOn: Day;
      readonly proof: string;
      readonly witness?: string;
    }
  | { readonly type: 'caseClosed' }
  | { readonly type: 'applicationWithdrawn'; readonly reason: string }
  | { readonly type: 'caseTerminated'; readonly reason: string; readonly basis: string }
  | { readonly type: 'caseVoided'; readonly reason: string }
  /** Moved from the version it was filed under, by an explicit act; with all that it changed for the applicant. */
  | {
      readonly type: 'versionMoved';
      readonly from: number;
      readonly to: number;
      readonly reason: string;
      /** The law that demands it, where the applicant is worse off. */
      readonly basis?: string;
      readonly effects: readonly { readonly words: string; readonly effect: 'better' | 'worse' | 'neutral' }[];
    };

export type CaseFactType = CaseFact['type'];

/** A fact as it stands in the ledger: where in the stream, when on the server's clock, by whom. */
export interface CaseEntry {
  readonly revision: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly fact: CaseFact;
}
