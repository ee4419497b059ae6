import type { Day } from '@yimen/kernel';
import type { LegalBasisRef } from './legal-basis.ts';
import type { SpecialProcedure } from './special-procedures.ts';

/** Licences count working days (Art. 82); other laws say calendar days or months, and only what they say counts. */
export const limitUnits = {
  workingDay: { zh: '个工作日', en: 'working day' },
  calendarDay: { zh: '日', en: 'calendar day' },
  month: { zh: '个月', en: 'month' },
} as const;
export type LimitUnit = keyof typeof limitUnits;

/** The day on which a limit starts; that day itself is never counted (Civil Code Art. 201). */
export const startEvents = {
  receipt: { zh: '收到申请材料之日', en: 'the day the application was received' },
  correction: { zh: '收到全部补正材料之日', en: 'the day the corrections were received' },
  acceptance: { zh: '受理之日', en: 'the day of acceptance' },
  decision: { zh: '作出决定之日', en: 'the day of the decision' },
  step: { zh: '环节开始之日', en: 'the day the step was opened' },
  extension: { zh: '原期限届满之日', en: 'the day the original limit ends' },
  jointAcceptance: { zh: '统一受理之日', en: 'the day of joint acceptance' },
  submission: { zh: '报送上级机关之日', en: 'the day of submission to the higher authority' },
  reply: { zh: '收到上级机关批复之日', en: 'the day the reply of the higher authority was received' },
  formation: { zh: '信息形成或者变更之日', en: 'the day the information arose or changed' },
  renewalApplication: { zh: '收到延续申请之日', en: 'the day the application for renewal was received' },
} as const;
export type StartEvent = keyof typeof startEvents;

/** How long, in what unit, from what day, by which provision. One per clock and item. */
export interface Limit {
  /** Whole number ≥ 0; 0 is the start day itself (即办). */
  readonly count: number;
  readonly unit: LimitUnit;
  readonly startsOn: StartEvent;
  readonly basis: LegalBasisRef;
}

/**
 * Time that does not count: the clock stops at the end of the day on which the notice is served and runs again from the day after
 * the result is received. Without `received` it is open.
 */
export interface SuspensionSpan {
  readonly served: Day;
  readonly received?: Day | undefined;
  readonly plannedEnd?: Day | undefined;
}

export interface Suspension extends SuspensionSpan {
  readonly procedure: SpecialProcedure;
  /** Number of the served notice (特别程序告知书) that named the time needed; without it nothing stops (Art. 45). */
  readonly notice: string;
  readonly stopsStatutory: boolean;
  readonly stopsPromise: boolean;
  readonly basis?: LegalBasisRef | undefined;
}

export interface ExtensionSpan {
  readonly count: number;
  /** The limit's own unit where absent. */
  readonly unit?: LimitUnit | undefined;
  readonly basis?: LegalBasisRef | undefined;
}

/** A granted extension (延期), told to the applicant. */
export interface Extension extends ExtensionSpan {
  readonly approvedOn: Day;
  readonly notice: string;
  readonly basis: LegalBasisRef;
  /** The promise moves only where the extension says so: a statutory extension does not rewrite the promise made to the applicant. */
  readonly extendsPromise?: boolean | undefined;
}

/** The law's name in short, as it is cited everywhere. */
export const licensingLaw = '中华人民共和国行政许可法';

export type LicensingLimit = 'acceptance' | 'decision' | 'jointDecision' | 'extension' | 'jointExtension' | 'delivery';

const licensing = (count: number, startsOn: StartEvent, article: string): Limit => ({
  count,
  unit: 'workingDay',
  startsOn,
  basis: { law: licensingLaw, article },
});

/** The limits the Administrative Licensing Law sets where no other law says otherwise. */
export const licensingLimits: Readonly<Record<LicensingLimit, Limit>> = {
  acceptance: licensing(5, 'receipt', '第三十二条第一款第四项'),
  decision: licensing(20, 'acceptance', '第四十二条第一款'),
  jointDecision: licensing(45, 'jointAcceptance', '第四十二条第二款'),
  extension: licensing(10, 'extension', '第四十二条第一款'),
  jointExtension: licensing(15, 'extension', '第四十二条第二款'),
  delivery: licensing(10, 'decision', '第四十四条'),
};
