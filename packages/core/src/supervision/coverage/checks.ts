import type { Day } from '@yimen/kernel';
import type { Words } from '../words.ts';
import type { LedgerRow } from './ledgerRow.ts';

/** A case as the record has it: what left the department under it, and when it got how far. */
export interface CoveringCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemId: string;
  readonly authority: string;
  readonly receivedOn?: Day;
  readonly acceptedOn?: Day;
  readonly decidedOn?: Day;
  /** Serials and document numbers on record for it. */
  readonly serials: readonly string[];
}

export type RowCheck = 'fee_unfounded' | 'number_missing';

/** What keeps a row from being accounted for by itself, whatever case it names: true where it is so. */
export const rowChecks: Readonly<Record<RowCheck, (row: LedgerRow) => boolean>> = {
  fee_unfounded: ({ listed }) => listed?.fees.length === 0,
  number_missing: ({ caseNumbers }) => caseNumbers.length === 0,
};

export type CaseCheck =
  | 'other_department'
  | 'other_item'
  | 'other_serial'
  | 'not_decided'
  | 'before_decision'
  | 'not_accepted'
  | 'before_acceptance'
  | 'other_day';

/** What keeps a case from accounting for a row: true where it is so. */
export const caseChecks: Readonly<Record<CaseCheck, (row: LedgerRow, found: CoveringCase) => boolean>> = {
  other_department: (row, found) => found.authority !== row.department,
  other_item: (row, found) => found.itemId !== row.itemId,
  other_serial: (row, found) => found.serials.length > 0 && !found.serials.includes(row.serial),
  not_decided: (_row, found) => found.decidedOn === undefined,
  before_decision: (row, found) => found.decidedOn !== undefined && row.issuedOn < found.decidedOn,
  not_accepted: (_row, found) => found.acceptedOn === undefined,
  before_acceptance: (row, found) => found.acceptedOn !== undefined && row.issuedOn < found.acceptedOn,
  other_day: (row, found) => found.receivedOn !== row.issuedOn,
};

export type Mismatch = RowCheck | CaseCheck | 'no_case';

/** Why the record does not account for a row. */
export const mismatches: Readonly<Record<Mismatch, Words>> = {
  no_case: { zh: '没有对应办件', en: 'no case' },
  other_department: { zh: '对应办件属于其他部门', en: 'the case is another department’s' },
  other_item: { zh: '对应办件是其他事项', en: 'the case is of another item' },
  other_serial: { zh: '办件记录的编号与台账不同', en: 'the case records another serial' },
  not_decided: { zh: '对应办件尚未决定', en: 'the case has not been decided' },
  before_decision: { zh: '发出日期早于办件的决定日', en: 'issued before the case was decided' },
  fee_unfounded: { zh: '收费无依据', en: 'a fee without basis' },
  number_missing: { zh: '票据没有写明办件编号', en: 'the receipt names no case' },
  not_accepted: { zh: '对应办件没有受理，即已收费', en: 'charged for a case that was never accepted' },
  before_acceptance: { zh: '收费早于办件的受理日', en: 'charged before the case was accepted' },
  other_day: { zh: '对应办件不是当日收件', en: 'the case was received on another day' },
};

/** Under which rule a red card is raised for it, where not under that of what has no case. */
const rules: Partial<Readonly<Record<Mismatch, string>>> = { fee_unfounded: 'C02' };
export const ruleOfMismatch = (mismatch: Mismatch | undefined): string => rules[mismatch ?? 'no_case'] ?? 'O01';
