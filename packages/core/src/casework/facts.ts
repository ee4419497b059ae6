import type { Brand, Day } from '@yimen/kernel';
import type { IdentityPaper } from '../people/index.ts';

export type CaseId = Brand<string, 'CaseId'>;
export const caseId = (text: string): CaseId => text as CaseId;

/** Date, serial and check digit; a name for a case, never a key to its data. */
export type CaseNumber = Brand<string, 'CaseNumber'>;

export type Channel = 'window' | 'web' | 'station' | 'agent';

export interface NaturalPerson {
  readonly kind: 'naturalPerson';
  readonly name: string;
  readonly paper: IdentityPaper;
  readonly paperNumber: string;
  readonly phone: string;
  readonly address?: string;
}

export interface Organisation {
  readonly kind: 'organisation';
  readonly name: string;
  /** Unified social credit code, GB 32100. */
  readonly creditCode: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly phone: string;
  readonly address?: string;
}

/** Acts for the applicant by a written mandate (授权委托书); never decides. */
export interface Agent {
  readonly name: string;
  readonly paper: IdentityPaper;
  readonly paperNumber: string;
  readonly phone: string;
  readonly mandate: string;
}

export type Applicant = (NaturalPerson | Organisation) & { readonly agent?: Agent };

export type FormAnswers = { readonly [questionId: string]: string | number | boolean };

/** One material handed in: which requirement it answers, in what form, and the scan's content hash where there is one. */
export interface HandedIn {
  readonly requirementId: string;
  readonly copies: number;
  readonly form: 'original' | 'copy' | 'originalAndCopy' | 'electronic';
  readonly file?: {
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
  };
  /** The requirement's rules the window clerk ticked, by position. */
  readonly rulesMet?: readonly number[];
}

/** One thing that is missing or wrong, and the standard it fails: all of them in the one notice (Art. 32(4)). */
export interface Defect {
  /** The material it concerns, or absent when it concerns the form. */
  readonly requirementId?: string;
  readonly defect: string;
  readonly standard: string;
}

export type Outcome = 'grant' | 'partialGrant' | 'refuse';

export type ServiceMethod = 'inPerson' | 'post' | 'electronic' | 'leaving' | 'publicNotice';

/** What a person learns of a case, coarse to fine. Internal stages never reach public pages. */
export const stages = [
  'filed',
  'received',
  'awaitingCorrection',
  'examining',
  'deciding',
  'signed',
  'sealed',
  'issued',
  'served',
  'closed',
  'declined',
  'notRequired',
  'returned',
  'withdrawn',
  'terminated',
  'void',
] as const;
export type Stage = (typeof stages)[number];

export type Acceptance = { readonly how: 'officer' | 'deemed'; readonly acceptedOn: Day };
