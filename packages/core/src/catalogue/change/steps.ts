import type { Day } from '@yimen/kernel';
import type { Role } from '../../people/index.ts';

interface StepRow {
  readonly zh: string;
  readonly en: string;
  /** Whose it is. The department applies; the others are offices of the place. */
  readonly role: Role;
  readonly phase: ChangePhase;
}

/** Where a change stands; several steps of the review stand side by side. */
export const changePhases = {
  application: { zh: '单位申请', en: 'Application' },
  transfer: { zh: '转办', en: 'Transfer' },
  review: { zh: '审核', en: 'Review' },
  deliberation: { zh: '审议', en: 'Deliberation' },
  publication: { zh: '公布', en: 'Publication' },
  closed: { zh: '已了结', en: 'Closed' },
} as const;
export type ChangePhase = keyof typeof changePhases;

/** The five steps (惠济区 五个环节), the review being two offices side by side, three where a fee is touched. */
export type ChangeStep = 'application' | 'transfer' | ReviewStep | 'deliberation' | 'publication';
export type ReviewStep = 'legalReview' | 'staffingReview' | 'feeReview';
export const changeSteps: Readonly<Record<ChangeStep, StepRow>> = {
  application: { zh: '单位申请', en: 'Application by the department', role: 'authorityHead', phase: 'application' },
  transfer: { zh: '改革办转办', en: 'Transfer by the reform office', role: 'reformOffice', phase: 'transfer' },
  legalReview: { zh: '法制机构审核', en: 'Review by the legal office', role: 'legalOffice', phase: 'review' },
  staffingReview: { zh: '编办审核', en: 'Review by the staffing office', role: 'staffingOffice', phase: 'review' },
  feeReview: { zh: '发改委收费审核', en: 'Review of the fee', role: 'pricingOffice', phase: 'review' },
  deliberation: { zh: '领导小组审议', en: 'Deliberation', role: 'leadingGroup', phase: 'deliberation' },
  publication: { zh: '公布', en: 'Publication', role: 'reformOffice', phase: 'publication' },
};

/** To whom a step may give it back: to the department, or to the phase before. */
export const returnsTo: Readonly<Record<ChangeStep, readonly ChangePhase[]>> = {
  application: [],
  transfer: ['application'],
  legalReview: ['transfer', 'application'],
  staffingReview: ['transfer', 'application'],
  feeReview: ['transfer', 'application'],
  deliberation: ['review', 'application'],
  publication: ['deliberation', 'application'],
};

/** The steps that open with a phase. */
export function stepsOfPhase(phase: ChangePhase, needsFee: boolean): readonly ChangeStep[] {
  const steps: Readonly<Record<ChangePhase, readonly ChangeStep[]>> = {
    application: ['application'],
    transfer: ['transfer'],
    review: needsFee ? ['legalReview', 'staffingReview', 'feeReview'] : ['legalReview', 'staffingReview'],
    deliberation: ['deliberation'],
    publication: ['publication'],
    closed: [],
  };
  return steps[phase];
}

/** Working days a step may take, from a day on. */
export interface ChangeLimits {
  readonly from: Day;
  readonly days: Readonly<Record<ChangeStep, number>>;
  readonly source: string;
}

/**
 * Limits as data with a date: a place that decides others adds a row. The source documents demand five steps and 即时到位 and
 * name no days; these are a proposal, said so wherever they are shown.
 */
export const changeLimits: readonly ChangeLimits[] = [
  {
    from: '2000-01-01' as Day,
    days: {
      application: 10,
      transfer: 3,
      legalReview: 10,
      staffingReview: 10,
      feeReview: 10,
      deliberation: 15,
      publication: 5,
    },
    source: '本系统默认值，可由当地改革办以文件另定',
  },
];

/** The limits that hold for what is opened on a day: the latest begun. */
export function limitsOn(on: Day, limits: readonly ChangeLimits[] = changeLimits): ChangeLimits['days'] {
  const begun = limits.filter(({ from }) => from <= on).toSorted((left, right) => (left.from < right.from ? 1 : -1));
  const [latest] = begun;
  if (latest === undefined) throw new RangeError(`no limits of changes on ${on}`);
  return latest.days;
}
