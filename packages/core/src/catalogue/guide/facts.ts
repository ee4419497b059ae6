import type { Day } from '@yimen/kernel';
import type { Limit, SpecialProcedure } from '../../clock/index.ts';
import type { ImplementationFacts, IntermediaryService, ServiceModes } from '../implementation.ts';
import type { LegalBasis, MaterialRequirement, Question, ServiceItem } from '../item.ts';

/** A limit with its basis as one cites it. */
export interface GuideLimit extends Pick<Limit, 'count' | 'unit' | 'startsOn'> {
  readonly basis: string;
}

export interface GuideStep {
  readonly id: string;
  readonly name: string;
  readonly duty: 'examination' | 'approval' | 'consultation';
  readonly authorityName: string;
  readonly limitDays: number;
  /** Branch letter where steps run side by side; the condition where it is not always taken. */
  readonly parallel?: string;
  readonly condition?: string;
  readonly integrityRiskPoint?: string;
}

export interface GuideSpecial {
  readonly procedure: SpecialProcedure;
  readonly name: { readonly zh: string; readonly en: string };
  readonly basis: string;
  readonly plannedDays: number;
  readonly stopsStatutory: boolean;
  readonly stopsPromise: boolean;
}

export type GuideMaterial = Pick<
  MaterialRequirement,
  'id' | 'name' | 'basis' | 'source' | 'form' | 'copies' | 'necessity' | 'condition' | 'acceptanceRules' | 'fillNotes'
>;

export interface GuideFee {
  readonly name: string;
  readonly standard: string;
  readonly basis: LegalBasis;
  readonly condition?: string;
  readonly relief?: { readonly standard: string; readonly basis: string };
}

/** Limits that hold instead of the ordinary ones when a condition is true. */
export interface GuideVariant {
  readonly id: string;
  readonly when: string;
  readonly statutory?: GuideLimit;
  readonly promised?: GuideLimit;
}

/** Everything Art. 30 wants published, and what a citizen asks besides. */
export interface GuideDetail extends Pick<
  ServiceItem,
  'serves' | 'bases' | 'conditions' | 'quantityLimit' | 'service' | 'remedies' | 'demonstration'
> {
  readonly materials: readonly GuideMaterial[];
  readonly form: readonly { readonly id: string; readonly title: string; readonly questions: readonly Question[] }[];
  /** Questions of the situations beside the form's (情形). */
  readonly situationQuestions: readonly Question[];
  readonly steps: readonly GuideStep[];
  readonly legalReview: boolean;
  readonly meeting: boolean;
  readonly specialProcedures: readonly GuideSpecial[];
  readonly limits: {
    readonly acceptance: GuideLimit;
    readonly statutory: GuideLimit;
    readonly promised: GuideLimit;
    readonly delivery: GuideLimit;
    readonly extension?: GuideLimit;
  };
  readonly limitVariants: readonly GuideVariant[];
  readonly statutoryNote?: string;
  readonly promisedNote?: string;
  readonly fees: readonly GuideFee[];
  readonly result: ServiceItem['result'];
  readonly modes?: Pick<
    ServiceModes,
    'visits' | 'visitReason' | 'online' | 'express' | 'sameCity' | 'appointment' | 'selfService'
  >;
  readonly entrustment?: { readonly principal: string; readonly agent: string; readonly basis: string };
  readonly jointBodies?: readonly string[];
  readonly intermediaries?: readonly IntermediaryService[];
  readonly questions?: NonNullable<ImplementationFacts['questions']>;
}

/**
 * What the public may read of one version of an item: THE facts. Web guide, printed notice, touch screen, handling manual
 * and open data are all made of this one value, and the hash they carry is of its canonical JSON.
 */
export interface GuideFacts {
  readonly jurisdiction: string;
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly name: string;
  readonly kind: string;
  readonly kindName: string;
  readonly theme: string;
  readonly level: ServiceItem['level'];
  readonly authorityName: string;
  readonly availability: 'applicable' | 'guideOnly';
  readonly codes: { readonly implementation?: string; readonly basic?: string; readonly local?: string };
  readonly handling?: 'instant' | 'promised';
  readonly statutory?: GuideLimit;
  readonly promised?: GuideLimit;
  /** Where a list points for the full guide. */
  readonly sourceUrl?: string;
  /** Absent for what is only listed. */
  readonly detail?: GuideDetail;
}
