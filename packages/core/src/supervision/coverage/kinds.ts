import type { Words } from '../words.ts';
import type { CaseCheck, RowCheck } from './checks.ts';
import type { Keeper } from './keepers.ts';

/** Cells a ledger's line may have; which of them, and under which headings, is its kind's. */
export type LedgerColumn = 'serial' | 'item' | 'issuedOn' | 'amount' | 'outcome' | 'caseNumber';

/** What the record holds that a ledger of a kind should list: licences issued, papers numbered, visits at the window, nothing. */
export type OnRecord = 'licence' | 'document' | 'visit' | 'none';

export interface KindOfLedger {
  readonly name: Words;
  readonly keptBy: Keeper;
  /** A duty of every month without being laid down. */
  readonly standing: boolean;
  /** The headings of its sheet, in their order. */
  readonly columns: Readonly<Partial<Record<LedgerColumn, string>>>;
  /** What a row is known by. Queue machines begin at one every morning: only the day makes their numbers unique. */
  readonly knownBy: readonly LedgerColumn[];
  readonly record: OnRecord;
  /** What must hold of a row by itself, and of the case it is held against; the first that fails is told. */
  readonly ofRow: readonly RowCheck[];
  readonly ofCase: readonly CaseCheck[];
  /** What is told whoever makes the sheet. */
  readonly hint: Words;
  /** What stands on record and not in the ledger. */
  readonly missing: Words;
  /** A row that names no case is accounted for by one of the same item and day, each case once. */
  readonly paired: boolean;
}

export type LedgerKind = 'licence' | 'seal' | 'fee' | 'ticket';

const MAY_LACK_NUMBER: Words = { zh: '办件编号可以空着。', en: 'The case number may be empty.' };
const NOT_LISTED: Words = { zh: '办件有、台账无', en: 'On record and not in the ledger' };

/** What is kept outside the cases and reconciled with them: one record a kind. */
export const ledgerKinds: Readonly<Record<LedgerKind, KindOfLedger>> = {
  /** A licence is issued by a decision, never before it. */
  licence: {
    name: { zh: '证照台账', en: 'Licences' },
    keptBy: 'department',
    standing: true,
    columns: { serial: '证照编号', item: '事项', issuedOn: '发证日期', caseNumber: '办件编号' },
    knownBy: ['serial'],
    hint: MAY_LACK_NUMBER,
    missing: NOT_LISTED,
    record: 'licence',
    ofRow: [],
    ofCase: ['other_department', 'other_item', 'other_serial', 'not_decided', 'before_decision'],
    paired: false,
  },
  /** A seal may be used before the decision: on the acceptance notice. */
  seal: {
    name: { zh: '用印台账', en: 'Seal uses' },
    keptBy: 'department',
    standing: false,
    columns: { serial: '文号', item: '事项', issuedOn: '用印日期', caseNumber: '办件编号' },
    knownBy: ['serial'],
    hint: MAY_LACK_NUMBER,
    missing: NOT_LISTED,
    record: 'document',
    ofRow: [],
    ofCase: ['other_department', 'other_item', 'other_serial'],
    paired: false,
  },
  /** 非税票据: each names the case it was taken for; nothing is taken for an item that charges nothing, or before acceptance. */
  fee: {
    name: { zh: '收费台账', en: 'Fees' },
    keptBy: 'department',
    standing: false,
    columns: { serial: '票据号', item: '事项', issuedOn: '收费日期', amount: '金额', caseNumber: '办件编号' },
    knownBy: ['serial'],
    hint: {
      zh: '金额以元计，最多两位小数；退付的票据不列。每张票据写明办件编号。',
      en: 'Amounts in yuan, two decimals at most; receipts paid back are left out. Each receipt names its case.',
    },
    missing: NOT_LISTED,
    record: 'none',
    ofRow: ['fee_unfounded', 'number_missing'],
    ofCase: ['other_department', 'other_item', 'not_accepted', 'before_acceptance'],
    paired: false,
  },
  /** 取号记录: whoever was served for a matter has a case of that day, and whoever was received had a number. */
  ticket: {
    name: { zh: '取号记录', en: 'Queue tickets' },
    keptBy: 'hall',
    standing: false,
    columns: { serial: '号票号', item: '事项', issuedOn: '取号时间', outcome: '办理结果', caseNumber: '办件编号' },
    knownBy: ['issuedOn', 'serial'],
    hint: {
      zh: '办理结果写办件、咨询或者过号，只有办件须有办件记录。办件编号可以空着；一号办几件的，用顿号隔开。不要列出姓名、身份证号。',
      en: 'The outcome is 办件, 咨询 or 过号; only 办件 must have a case. The case number may be empty; several stand apart by 、. No names, no identity numbers.',
    },
    missing: { zh: '窗口收件、当日没有取号', en: 'Received at the window without a ticket of that day' },
    record: 'visit',
    ofRow: [],
    ofCase: ['other_department', 'other_item', 'other_day'],
    paired: true,
  },
};

const isLedgerKind = (text: string): text is LedgerKind => Object.hasOwn(ledgerKinds, text);
export const allLedgerKinds: readonly LedgerKind[] = Object.keys(ledgerKinds).filter(isLedgerKind);

/** The columns of a kind with their headings, in the order of its sheet. */
export function columnsOf(kind: LedgerKind): readonly (readonly [LedgerColumn, string])[] {
  const { columns } = ledgerKinds[kind];
  return LEDGER_COLUMNS.flatMap((column) => {
    const heading = columns[column];
    return heading === undefined ? [] : [[column, heading] as const];
  });
}

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  'serial',
  'item',
  'issuedOn',
  'amount',
  'outcome',
  'caseNumber',
];
