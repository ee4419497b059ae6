import type { Day } from '@yimen/kernel';
import type { Words } from '../words.ts';
import type { LedgerKind, LedgerRow } from './ledger.ts';
import type { RowState } from './row.ts';

/** A case as the record has it: what left the department under it. */
export interface CoveringCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemId: string;
  readonly authority: string;
  readonly decidedOn?: Day;
  /** Serials and document numbers on record for it. */
  readonly serials: readonly string[];
}

export const standings = {
  covered: { zh: '有办件', en: 'has its case' },
  laterEntry: { zh: '已补录', en: 'entered later' },
  explained: { zh: '已说明', en: 'explained' },
  carded: { zh: '已发牌', en: 'carded' },
  unexplained: { zh: '未说明', en: 'unexplained' },
} as const;
export type Standing_ = keyof typeof standings;

export const mismatches = {
  no_case: { zh: '没有对应办件', en: 'no case' },
  other_department: { zh: '对应办件属于其他部门', en: 'the case is another department’s' },
  other_item: { zh: '对应办件是其他事项', en: 'the case is of another item' },
  other_serial: { zh: '办件记录的编号与台账不同', en: 'the case records another serial' },
  not_decided: { zh: '对应办件尚未决定', en: 'the case has not been decided' },
  before_decision: { zh: '发出日期早于办件的决定日', en: 'issued before the case was decided' },
} as const;
export type Mismatch = keyof typeof mismatches;

export interface ReconciledRow {
  readonly row: LedgerRow;
  readonly standing: Standing_;
  readonly caseNumber?: string;
  readonly caseId?: string;
  readonly mismatch?: Mismatch;
}

/** Counts of a ledger, or of one item in it. `of` is what should have a case: rows explained fall out of it. */
export interface Coverage {
  readonly rows: number;
  readonly covered: number;
  readonly laterEntry: number;
  readonly explained: number;
  readonly carded: number;
  readonly unexplained: number;
  readonly of: number;
  /** (有办件 + 已补录) ÷ (台账行数 − 已说明); null where there is nothing to divide by. */
  readonly ratio: number | null;
}

export const coverageFormula: Words = {
  zh: '覆盖率 =（有办件 + 已补录）÷（台账行数 − 已说明）',
  en: 'Coverage = (rows with a case + entered later) ÷ (rows of the ledger − explained)',
};

export interface Reconciliation {
  readonly rows: readonly ReconciledRow[];
  readonly total: Coverage;
  readonly byItem: ReadonlyMap<string, Coverage>;
  /** On record for a case and not in the ledger: the ledger is not whole. */
  readonly notInLedger: readonly { readonly serial: string; readonly caseNumber: string; readonly itemId: string }[];
}

export interface Reconciling {
  readonly kind: LedgerKind;
  readonly authority: string;
  readonly rows: readonly LedgerRow[];
  readonly cases: readonly CoveringCase[];
  /** What was done about rows, by serial. */
  readonly follow: ReadonlyMap<string, RowState>;
  /** Outputs of the department's cases in the month. */
  readonly outputs: Reconciliation['notInLedger'];
}

/** Why this case does not account for the row; undefined where it does. A seal may be used before the decision, a licence not. */
function mismatchOf(row: LedgerRow, found: CoveringCase, { kind, authority }: Reconciling): Mismatch | undefined {
  if (found.authority !== authority) return 'other_department';
  if (found.itemId !== row.itemId) return 'other_item';
  if (found.serials.length > 0 && !found.serials.includes(row.serial)) return 'other_serial';
  if (kind === 'seal') return undefined;
  if (found.decidedOn === undefined) return 'not_decided';
  return row.issuedOn < found.decidedOn ? 'before_decision' : undefined;
}

interface Index {
  readonly bySerial: ReadonlyMap<string, readonly CoveringCase[]>;
  readonly byNumber: ReadonlyMap<string, CoveringCase>;
}

function indexOf(cases: readonly CoveringCase[]): Index {
  const bySerial = new Map<string, CoveringCase[]>();
  for (const one of cases) {
    for (const serial of one.serials) bySerial.set(serial, [...(bySerial.get(serial) ?? []), one]);
  }
  return { bySerial, byNumber: new Map(cases.map((one) => [one.caseNumber, one])) };
}

function judged(row: LedgerRow, index: Index, asked: Reconciling): ReconciledRow {
  const named = row.caseNumber === undefined ? undefined : index.byNumber.get(row.caseNumber);
  const found = [...(index.bySerial.get(row.serial) ?? []), ...(named === undefined ? [] : [named])];
  const covering = found.find((one) => mismatchOf(row, one, asked) === undefined);
  if (covering !== undefined) return { row, standing: 'covered', ...nameOf(covering) };
  const state = asked.follow.get(row.serial);
  const [nearest] = found;
  const mismatch = nearest === undefined ? 'no_case' : (mismatchOf(row, nearest, asked) ?? 'no_case');
  const near = nearest === undefined ? {} : nameOf(nearest);
  return { row, standing: standingOf(state), mismatch, ...near };
}

const nameOf = ({ caseNumber, caseId }: CoveringCase) => ({ caseNumber, caseId });

function standingOf(state: RowState | undefined): Standing_ {
  if (state?.at === 'explained') return 'explained';
  if (state?.at === 'carded') return 'carded';
  return state?.at === 'laterEntered' ? 'laterEntry' : 'unexplained';
}

function coverageOf(rows: readonly ReconciledRow[]): Coverage {
  const count = (standing: Standing_): number => rows.filter((one) => one.standing === standing).length;
  const [covered, laterEntry, explained] = [count('covered'), count('laterEntry'), count('explained')];
  const of = rows.length - explained;
  return {
    rows: rows.length,
    covered,
    laterEntry,
    explained,
    carded: count('carded'),
    unexplained: count('unexplained'),
    of,
    ratio: of === 0 ? null : (covered + laterEntry) / of,
  };
}

/**
 * 对账: every row of a department's ledger against the cases on record, and back. A row the record accounts for needs
 * nothing; each other one stays unexplained until somebody explained it on record, entered it later, or raised a card.
 */
export function reconcile(asked: Reconciling): Reconciliation {
  const index = indexOf(asked.cases);
  const rows = asked.rows.map((row) => judged(row, index, asked));
  const listed = new Set(asked.rows.map(({ serial }) => serial));
  const items = new Map<string, ReconciledRow[]>();
  for (const one of rows) {
    const known = items.get(one.row.itemId);
    if (known === undefined) items.set(one.row.itemId, [one]);
    else known.push(one);
  }
  return {
    rows,
    total: coverageOf(rows),
    byItem: new Map([...items].map(([item, some]) => [item, coverageOf(some)])),
    notInLedger: asked.outputs.filter(({ serial }) => !listed.has(serial)),
  };
}
