export { dutyStates, ledgerDuty, LEDGER_DUE, type DutyState, type LedgerDuty } from './duty.ts';
export {
  ledgerKinds,
  readLedger,
  type LedgerColumn,
  type LedgerFault,
  type LedgerKind,
  type LedgerLine,
  type LedgerRow,
} from './ledger.ts';
export { firstDayOf, lastDayOf, monthBefore, monthOf, parseMonth, type Month } from './month.ts';
export {
  coverageFormula,
  mismatches,
  reconcile,
  standings,
  type Coverage,
  type CoveringCase,
  type Mismatch,
  type ReconciledRow,
  type Reconciliation,
} from './reconcile.ts';
export { coverageRefusal, coverageRefusals, type CoverageRefusal } from './refusals.ts';
export {
  decideRow,
  evolveRow,
  openRow,
  rowActs,
  type RowAct,
  type RowCommand,
  type RowFact,
  type RowState,
} from './row.ts';
