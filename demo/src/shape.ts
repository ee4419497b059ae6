import type { Applicant } from '@yimen/core/casework';
import type { Centre, Department } from '@yimen/core/network';
import type { PersonId } from '@yimen/core/people';

/** Said wherever the demonstration shows a thing nobody measured, promised or signed. */
export const demonstrationLabel = '演示数据，非真实';

interface Invented {
  /** What of it is invented, in words for the screen. */
  readonly demonstration: string;
}

export interface DemoCentre extends Centre, Invented {
  readonly hours: string;
  readonly complaintPhone: string;
}

export interface DemoDepartment extends Department, Invented {
  readonly phone: string;
}

/** The five classes of comprehensive window (五个一口受理窗口). */
export const windowClasses = {
  market: '市场准入综合窗口',
  project: '项目建设综合窗口',
  social: '社会事务综合窗口',
  public: '公共服务综合窗口',
  realEstate: '不动产综合窗口',
} as const;
export type WindowClass = keyof typeof windowClasses;

export interface DemoPerson extends Invented {
  readonly id: PersonId;
  readonly name: string;
  readonly phone: string;
}

/** A login of the demonstration only; the password is the same for all and labelled as such. */
export interface DemoAccount {
  readonly userName: string;
  readonly person: PersonId;
  /** What this account shows, for the list printed at start; empty for those not listed there. */
  readonly shows: string;
}

export interface DemoApplicant extends Invented {
  readonly key: string;
  readonly applicant: Applicant;
}
