export { mismatches, ruleOfMismatch, type CoveringCase, type Mismatch } from './checks.ts';
export {
  amountsOf,
  coverageFormula,
  coverageTogether,
  sideBySide,
  type Coverage,
  type RowsOfKind,
  type SideBySide,
} from './coverage.ts';
export { dutyStates, ledgerDuty, LEDGER_DUE, type DutyState, type LedgerDuty } from './duty.ts';
export { feeStatementWords, type FeeStatement } from './feeStatement.ts';
export { inYuan, parseYuan, type Fen } from './fen.ts';
export { gapsIn } from './gaps.ts';
export { HALL, type Keeper } from './keepers.ts';
export { keeperOf, keepsKind, owesLedger, whyNotHandIn } from './keeping.ts';
export {
  allLedgerKinds,
  columnsOf,
  LEDGER_COLUMNS,
  ledgerKinds,
  type LedgerColumn,
  type LedgerKind,
  type OnRecord,
} from './kinds.ts';
export { readLedger, serialOf, type LedgerFault, type LedgerLine, type ListedItem } from './ledger.ts';
export { ticketOutcomes, type LedgerRow, type TicketOutcome } from './ledgerRow.ts';
export { firstDayOf, lastDayOf, monthBefore, monthOf, parseMonth, type Month } from './month.ts';
export { reconcile, type OutputOnRecord, type Reconciliation } from './reconcile.ts';
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
export { standings, type ReconciledRow, type RowStanding } from './standing.ts';
