import type { Brand, Day } from '@yimen/kernel';
import type { AuthorityId, Jurisdiction } from '../people/index.ts';
import type { Limit } from '../clock/index.ts';
import type { DecisionTable } from './discretion.ts';
import type { FileReference, ImplementationFacts } from './implementation.ts';
import type { Procedure } from './procedure.ts';

export type ItemId = Brand<string, 'ItemId'>;
export const itemId = (text: string): ItemId => text as ItemId;

/** The eleven kinds of power (national two-digit codes) and public services. */
export const itemKinds = {
  licence: { code: '01', zh: '行政许可', en: 'administrative licence' },
  penalty: { code: '02', zh: '行政处罚', en: 'administrative penalty' },
  coercion: { code: '03', zh: '行政强制', en: 'administrative coercion' },
  levy: { code: '04', zh: '行政征收', en: 'administrative levy' },
  benefit: { code: '05', zh: '行政给付', en: 'administrative benefit' },
  inspection: { code: '06', zh: '行政检查', en: 'administrative inspection' },
  confirmation: { code: '07', zh: '行政确认', en: 'administrative confirmation' },
  award: { code: '08', zh: '行政奖励', en: 'administrative award' },
  adjudication: { code: '09', zh: '行政裁决', en: 'administrative adjudication' },
  otherPower: { code: '10', zh: '其他行政权力', en: 'other administrative power' },
  publicService: { code: '20', zh: '公共服务', en: 'public service' },
} as const;
export type ItemKind = keyof typeof itemKinds;

export interface LegalBasis {
  readonly law: string;
  readonly article: string;
  /** The version relied on, by the day it was last amended. */
  readonly version?: Day;
  /** A licence fee may rest only on the first two (Art. 58). */
  readonly rank: 'law' | 'administrativeRegulation' | 'localRegulation' | 'departmentRule' | 'normativeDocument';
  readonly text?: string;
  /** From this day on it is no longer in force. */
  readonly repealedFrom?: Day;
}

export interface MaterialRequirement {
  readonly id: string;
  readonly name: string;
  readonly basis: string;
  readonly source: 'applicant' | 'government' | 'other';
  readonly form: 'original' | 'copy' | 'originalAndCopy' | 'electronic';
  readonly copies: number;
  readonly necessity: 'required' | 'optional' | 'acceptOnPromise';
  /** FEEL over the form's answers; required only when true. */
  readonly condition?: string;
  /** Checkable points for a window clerk who is not of the trade (受理标准). */
  readonly acceptanceRules: readonly string[];
  readonly type?: 'certificate' | 'form' | 'other';
  readonly medium?: 'paper' | 'electronic' | 'both';
  /** The lowest grade of trust that satisfies it (国办函〔2016〕108号): A issued here, B checked, C uploaded, D declared. */
  readonly trustGrade?: 'A' | 'B' | 'C' | 'D';
  /** Obtainable by sharing between authorities; then it may not be demanded (国务院令第716号 Art. 7). */
  readonly shareable?: boolean;
  readonly sourceNote?: string;
  readonly pageFormat?: string;
  /** 本地依据: the local regulation a hall demands it by beside the template of the hall above. */
  readonly localBasis?: string;
  /** 填报须知 */
  readonly fillNotes?: string;
  readonly blankForm?: FileReference;
  readonly sample?: FileReference;
}

export interface Question {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'longText' | 'number' | 'day' | 'choice' | 'yesNo';
  readonly required: boolean;
  readonly hint?: string;
  readonly options?: readonly string[];
  readonly maxLength?: number;
}

/** One page of the application. */
export interface QuestionGroup {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly [Question, ...Question[]];
}

export interface FeeLine {
  readonly name: string;
  readonly standard: string;
  readonly basis: LegalBasis;
  /** FEEL over the answers; charged only when true. */
  readonly condition?: string;
  /** FEEL: the amount in 分. */
  readonly formula?: string;
  /** 减免 with its basis; absent where none is allowed. */
  readonly relief?: { readonly standard: string; readonly basis: string };
}

/** Limits of one situation; the first whose condition is true holds instead of the ordinary ones. */
export interface LimitVariant {
  readonly id: string;
  readonly when: string;
  readonly statutory?: Limit;
  readonly promised?: Limit;
}

/** 情形: questions of the guide, whose answers choose materials, fees, steps (by their conditions) and limits. */
export interface Situations {
  readonly questions: readonly Question[];
  readonly limits?: readonly LimitVariant[];
}

/** A warning somebody looked at and left standing; it stays visible with the version. */
export interface AcceptedWarning {
  readonly rule: string;
  readonly field: string;
  readonly reason: string;
  readonly by: string;
  readonly on: Day;
}

/** Who hears an appeal against a refusal; printed on it (Art. 38). */
export interface Remedies {
  readonly reconsiderationBody: string;
  readonly court: string;
}

/**
 * One published version of a service item (实施清单). A running case keeps the version it was accepted under.
 * `limits.promised` ≤ `limits.statutory`; all eight things of Art. 30 are here.
 */
export interface ServiceItem {
  readonly jurisdiction: Jurisdiction;
  readonly id: ItemId;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly effectiveTo?: Day;
  readonly name: string;
  /** Words people use for it; search finds the item by them. */
  readonly everydayWords: readonly string[];
  readonly theme: string;
  readonly kind: ItemKind;
  /** Codes with the scheme they belong to: 31-character implementation code, 12-digit basic code, local codes. */
  readonly codes: {
    readonly implementation?: string;
    readonly basic?: string;
    /** 地方实施编码 */
    readonly local?: string;
    /** 地方基本编码 */
    readonly localBasic?: string;
  };
  readonly level: 'province' | 'city' | 'county' | 'town' | 'village';
  readonly serves: readonly ('naturalPerson' | 'organisation')[];
  readonly authority: AuthorityId;
  readonly handling: 'instant' | 'promised';
  /** `guideOnly`: published for information; applications are not taken here yet. */
  readonly availability: 'applicable' | 'guideOnly';
  readonly bases: readonly LegalBasis[];
  readonly conditions: readonly string[];
  readonly quantityLimit?: string;
  readonly materials: readonly MaterialRequirement[];
  readonly form: readonly QuestionGroup[];
  readonly procedure: Procedure;
  readonly limits: {
    readonly acceptance: Limit;
    readonly statutory: Limit;
    readonly promised: Limit;
    readonly delivery: Limit;
    /** How long the head of the authority may extend, and by which article; absent where the law allows none. */
    readonly extension?: Limit;
  };
  readonly fees: readonly FeeLine[];
  readonly result: {
    readonly name: string;
    readonly form: 'licence' | 'approval' | 'certificate' | 'other';
    readonly validYears?: number;
  };
  readonly service: {
    readonly windows: readonly string[];
    readonly address: string;
    readonly hours: string;
    readonly phone: string;
    readonly complaintPhone: string;
  };
  readonly remedies: Remedies;
  /** Anything on this version that is invented for the demonstration, said in words. */
  readonly demonstration?: string;
  readonly implementation?: ImplementationFacts;
  readonly situations?: Situations;
  readonly discretion?: readonly DecisionTable[];
  readonly acceptedWarnings?: readonly AcceptedWarning[];
}
