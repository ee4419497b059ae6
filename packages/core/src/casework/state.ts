import type { Day, Instant } from '@yimen/kernel';
import type { ItemId } from '../catalogue/index.ts';
import type { PersonId } from '../people/index.ts';
import type { CaseFact } from './entries.ts';
import type { Acceptance, Applicant, CaseNumber, Channel, Defect, FormAnswers, HandedIn, Outcome } from './facts.ts';

type FactOf<T extends CaseFact['type']> = Omit<Extract<CaseFact, { readonly type: T }>, 'type'>;

export interface Application {
  readonly number: CaseNumber;
  readonly itemId: ItemId;
  /** The version the case keeps, whatever is published later. */
  readonly itemVersion: number;
  readonly applicant: Applicant;
  readonly answers: FormAnswers;
  /** The latest of each requirement; a correction replaces what it corrects. */
  readonly materials: readonly HandedIn[];
  readonly channel: Channel;
  readonly filedAt: Instant;
}

/** The one correction notice, and what has come in answer to it. */
export interface Correction {
  readonly defects: readonly Defect[];
  /** The day of the first notice. */
  readonly notifiedOn: Day;
  readonly delivered: readonly HandedIn[];
  /** The day on which the last of it came; absent while it is awaited. */
  readonly completedOn?: Day;
}

export interface Breach {
  readonly rule: 'secondCorrection' | 'silentOnAcceptance';
  readonly article: string;
  readonly detail: string;
  readonly at: Instant;
}

interface StepRound {
  readonly round: number;
  readonly openedAt: Instant;
}
export type StepState =
  | (StepRound & { readonly status: 'open' })
  | (StepRound & { readonly status: 'held'; readonly by: PersonId })
  | (StepRound & {
      readonly status: 'done';
      readonly by: PersonId;
      readonly completedAt: Instant;
      readonly agreed: boolean;
      readonly opinion: string;
    })
  /** Fallen with a return to an earlier step; opens again in its next round. */
  | (StepRound & { readonly status: 'undone' });

export type SpecialProcedureState = FactOf<'specialProcedureStarted'> & {
  readonly receivedOn?: Day;
  readonly result?: string;
};

export type Extension = FactOf<'timeExtended'> & { readonly extendedOn: Day };

export type Proposal = FactOf<'decisionProposed'> & {
  readonly by: PersonId;
  readonly at: Instant;
  /** Absent until the legal reviewer has spoken on this very proposal. */
  readonly legality?: FactOf<'legalityReviewed'> & { readonly by: PersonId };
};

export type Minutes = FactOf<'minutesAttached'>;

export interface Decision {
  readonly proposal: Proposal;
  readonly outcome: Outcome;
  readonly decidedOn: Day;
  readonly signedBy: PersonId;
}

/** What every case has from its filing on. */
export interface Filed {
  readonly application: Application;
  readonly breaches: readonly Breach[];
}

export interface Received extends Filed {
  readonly receivedOn: Day;
  /** Officers who received or accepted: they may not examine or approve (受审分离). */
  readonly intake: readonly PersonId[];
  readonly correction?: Correction;
  readonly returnProposal?: FactOf<'returnProposed'> & { readonly by: PersonId };
}

export interface Accepted extends Received {
  readonly acceptance: Acceptance;
  readonly steps: { readonly [stepId: string]: StepState };
  /** Whoever completed an examination or an approval, in any round: a return does not make one a stranger to the case. */
  readonly examiners: readonly PersonId[];
  readonly approvers: readonly PersonId[];
  readonly specialProcedures: readonly SpecialProcedureState[];
  readonly extension?: Extension;
}

export interface Deciding extends Accepted {
  readonly proposal?: Proposal;
  readonly minutes: readonly Minutes[];
}

export interface Decided extends Accepted {
  readonly minutes: readonly Minutes[];
  readonly decision: Decision;
  readonly sealedAt?: Instant;
  readonly issued?: FactOf<'resultIssued'>;
}

export interface Served extends Decided {
  readonly service: FactOf<'decisionServed'>;
}

export type LiveCase =
  | (Filed & { readonly stage: 'filed' })
  | (Received & { readonly stage: 'received' })
  | (Received & { readonly stage: 'awaitingCorrection'; readonly correction: Correction })
  | (Accepted & { readonly stage: 'examining' })
  | (Deciding & { readonly stage: 'deciding' })
  | (Decided & { readonly stage: 'signed' })
  | (Decided & { readonly stage: 'sealed' })
  | (Decided & { readonly stage: 'issued' })
  | (Served & { readonly stage: 'served' });

export const endings = ['closed', 'declined', 'notRequired', 'returned', 'withdrawn', 'terminated', 'void'] as const;
export type Ending = (typeof endings)[number];

/** Nothing happens to an ended case any more; `was` is the case as it stood. */
export interface EndedCase {
  readonly stage: Ending;
  readonly endedOn: Day;
  /** Absent where the ending gives none (a case closed in the ordinary way). */
  readonly reason?: string;
  readonly was: LiveCase;
}

/** Plain JSON: it is stored beside the case as a snapshot, so that one act costs the same whatever the history. */
export type CaseState = { readonly stage: 'unfiled' } | LiveCase | EndedCase;

export const initialState: CaseState = { stage: 'unfiled' };

const ended: readonly string[] = endings;
export function isEnded(state: CaseState): state is EndedCase {
  return ended.includes(state.stage);
}

/** The case as it stands, or as it stood when it ended; undefined before it was filed. */
export function liveOf(state: CaseState): LiveCase | undefined {
  if (state.stage === 'unfiled') return undefined;
  return isEnded(state) ? state.was : state;
}

export type InStage<S extends LiveCase['stage']> = Extract<LiveCase, { readonly stage: S }>;

/** Narrowings by what a stage has, for readers that do not care which stage it is. */
export function isReceived(state: LiveCase): state is Exclude<LiveCase, { readonly stage: 'filed' }> {
  return state.stage !== 'filed';
}

export function isAccepted(
  state: LiveCase,
): state is Exclude<LiveCase, { readonly stage: 'filed' | 'received' | 'awaitingCorrection' }> {
  return 'acceptance' in state;
}

export function isDecided(state: LiveCase): state is InStage<'signed' | 'sealed' | 'issued' | 'served'> {
  return 'decision' in state;
}
