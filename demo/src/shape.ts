import type { Applicant } from '@yimen/core/casework';
import type { AuthorityId, PersonId } from '@yimen/core/people';

/** Said wherever the demonstration shows a thing nobody measured, promised or signed. */
export const demonstrationLabel = '演示数据，非真实';

/** A department of the demonstration hall (实施机关): it decides in its own name and seal. */
export interface DemoDepartment {
  readonly id: AuthorityId;
  readonly name: string;
  /** 机关简称 of document numbers: 安建〔2026〕1号. */
  readonly documentPrefix: string;
  /** GB 32100 with a right check character; the number itself is invented. */
  readonly creditCode: string;
  readonly phone: string;
  readonly demonstration: string;
}

/** 审办科: stands alone, shares an office with another duty, or lets the comprehensive window act (三种形式). */
export interface DemoApprovalOffice {
  readonly id: string;
  readonly authority: AuthorityId;
  readonly name: string;
  readonly form: 'dedicated' | 'joint' | 'delegated';
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

export interface DemoWindow {
  readonly id: string;
  /** What hangs above it: 3F-08. */
  readonly number: string;
  readonly name: string;
  readonly floor: number;
  readonly kind: 'department' | 'comprehensive' | 'delivery' | 'guide';
  readonly class?: WindowClass;
  readonly authorities: readonly AuthorityId[];
}

export interface DemoPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly phone: string;
  readonly demonstration: string;
}

/** A login of the demonstration only; the password is the same for all and labelled as such. */
export interface DemoAccount {
  readonly userName: string;
  readonly person: PersonId;
  /** What this account shows, for the list printed at start. */
  readonly shows: string;
}

export interface DemoApplicant {
  readonly key: string;
  readonly applicant: Applicant;
  readonly demonstration: string;
}

export interface DemoCentre {
  readonly jurisdiction: string;
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
  readonly complaintPhone: string;
  readonly demonstration: string;
}
