import type { Day } from '@yimen/kernel';
import type { PaperKind } from './kinds.ts';

/** What every paper carries. */
export interface PaperHead<K extends PaperKind> {
  readonly kind: K;
  /** 文号 as {@link paperNumber} writes it; `null` only for the kinds that bear none. */
  readonly number: string | null;
  readonly caseNumber: string;
  readonly issuer: Issuer;
  readonly seal: PaperSeal | null;
  readonly addressee: Party;
  readonly item: PaperItem;
  /** 成文日期. */
  readonly issuedOn: Day;
  readonly verification: Verification | null;
  /** Made in the demonstration: printed on the paper and across its seal, so that it never passes as real. */
  readonly demonstration: boolean;
}

/** In whose name the paper speaks. For a delegated power that is the delegating authority (Art. 24). */
export interface Issuer {
  readonly role: IssuerRole;
  readonly name: string;
}
export type IssuerRole = 'authority' | 'centre' | 'applicant';

export interface PaperSeal {
  readonly kind: SealKind;
  /** The body whose seal it is; always the issuer. */
  readonly holder: Issuer;
}
export type SealKind = 'approvalSeal' | 'authoritySeal' | 'centreReceiptSeal';

export interface Party {
  /** Addressed as 你 or 你单位. */
  readonly kind: 'naturalPerson' | 'organisation';
  readonly name: string;
  /** 统一社会信用代码 in full for an organisation; a natural person's number masked, or `null`. */
  readonly identity: string | null;
}

/** `licence`: an administrative licence, under the Licensing Law; `other`: confirmation, benefit, public service…, under its own law. */
export interface PaperItem {
  readonly name: string;
  readonly code: string | null;
  readonly matter: 'licence' | 'other';
}

export interface Verification {
  /** The public page that says genuine, altered or revoked. */
  readonly url: string;
  /** The short code as people type it, `XXXX-XXXX-XXXX`. */
  readonly code: string;
  /** SHA-256 of the entry of the record the paper stands on, hexadecimal; absent on papers made before it was printed. */
  readonly entryHash?: string;
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly place: string | null;
}

export interface Officer {
  readonly name: string;
  readonly post: string;
}

/** The two bodies Art. 38 makes a refusal name; the lengths (60 days, 6 months) are the law's and not data. */
export interface Remedies {
  readonly reconsiderationBody: string;
  readonly court: string;
}

/** One limit as the applicant is told it. `length` 0 means decided on the spot. */
export interface LimitLine {
  readonly length: number;
  readonly unit: 'workingDay' | 'calendarDay' | 'month';
  readonly startEvent: 'acceptance' | 'receipt';
  readonly due: Day;
  /** The next year's holiday notice is not out yet. */
  readonly provisional: boolean;
  readonly basis: string | null;
}

export interface LicenceLine {
  readonly name: string;
  readonly number: string | null;
}
