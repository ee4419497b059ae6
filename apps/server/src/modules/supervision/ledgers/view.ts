import type { LedgerRowView, LedgerView } from '@yimen/contract';
import {
  amountsOf,
  columnsOf,
  coverageFormula,
  feeStatementWords,
  gapsIn,
  HALL,
  inYuan,
  keeperOf,
  keepsKind,
  ledgerKinds,
  mismatches,
  openRow,
  rowActs,
  standings,
  ticketOutcomes,
  whyNotHandIn,
  type LedgerRow,
  type ReconciledRow,
  type Reconciliation,
  type RowState,
} from '@yimen/core/supervision';
import { asSupervisor } from '../asSupervisor.ts';
import { watchesHall, type Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { dutiesOf, ownersOf } from './duties.ts';
import { rowContext } from './follow.ts';
import { dutyLine, itemNames, keeperNames, ledgersSeen } from './overview.ts';
import { doubledIn, type Doubled } from './rows.ts';
import { readMonth, reconciled, rowsUnder, type Ledger, type LedgerKey, type MonthOnRecord } from './store.ts';

/** May this person open it: their own department's, and of what the hall keeps the rows their department answers for. */
function seesLedger(asking: Asking, { authority, kind }: LedgerKey): boolean {
  const own = ledgersSeen(asking);
  const seen = own === undefined || own.some((one) => keeperOf(kind).under(one) === authority);
  return seen && keepsKind(authority, kind);
}

/** What the database has of one ledger, as far as this person may see it. */
async function readLedgerOf(world: Supervision, asking: Asking, key: LedgerKey, departments: readonly string[]) {
  const { jurisdiction, authority, kind, month } = key;
  const authorities = rowsUnder(authority) ?? ledgersSeen(asking);
  const mine = (one: { readonly authority: string; readonly kind: string }): boolean =>
    one.kind === kind && one.authority === authority;
  return asSupervisor(world, async (tx) => {
    const on = await readMonth(tx, { jurisdiction, month, authorities });
    const serials = on.rows.filter(mine).map(({ serial }) => serial);
    const doubled = await doubledIn(tx, key, departments, serials);
    return {
      on,
      ledger: on.ledgers.find(mine),
      follow: new Map(on.follow.filter(mine).map((one) => [one.serial, one])),
      others: new Map(doubled.map((one) => [one.serial, one])),
      /** Not only the rows one department answers for. */
      whole: authority !== HALL || authorities === undefined,
    };
  });
}

/** One ledger whole: its rows against the record, and what may be done about each. */
export async function viewLedger(world: Supervision, asking: Asking, key: LedgerKey): Promise<LedgerView | undefined> {
  const { jurisdiction, authority, kind, month } = key;
  const names = await keeperNames(world, jurisdiction);
  if (!names.has(authority) || !seesLedger(asking, key)) return undefined;
  const { on, ledger, whole, ...kept } = await readLedgerOf(world, asking, key, [...names.keys()]);
  const found = reconciled(on, key);
  const laid = (await dutiesOf(world, jurisdiction)).get(`${authority} ${kind}`);
  const coverage = ledger === undefined ? undefined : found.total;
  const items = await itemNames(world, jurisdiction);
  const drawing = { world, asking, key, items, names, importedBy: ledger?.imported_by ?? '', ...kept };
  return {
    ...(await dutyLine(world, { on, names, key, duty: laid, coverage })),
    month,
    formula: coverageFormula,
    columns: columnsOf(kind).map(([, heading]) => heading),
    hint: ledgerKinds[kind].hint,
    missing: ledgerKinds[kind].missing,
    ...(await handedIn(world, key, ledger)),
    mayHandIn: whyNotHandIn(asking.actor, { kind, authority, owner: laid?.owner }) === undefined,
    owed: laid !== undefined || ledgerKinds[kind].standing,
    items: [...found.byItem].map(([item, of]) => ({ itemId: item, name: items.get(item) ?? item, coverage: of })),
    rows: found.rows.map((row) => rowView(row, drawing)),
    notInLedger: found.notInLedger.map((one) => ({ ...one, itemName: items.get(one.itemId) ?? one.itemId })),
    gaps: whole ? gapsOf(found) : [],
    ...amountsView(found.rows),
    ...(await peopleNamed(world, asking, key)),
  };
}

/** What the record has and the ledger leaves out is told as such, and no gap. */
function gapsOf({ rows, notInLedger }: Reconciliation): LedgerView['gaps'] {
  const known = [...rows.map(({ row }) => row.serial), ...notInLedger.flatMap(({ serial }) => serial ?? [])];
  return gapsIn(known).map((gap) => ({ ...gap }));
}

function amountsView(rows: readonly ReconciledRow[]): Pick<LedgerView, 'amounts'> {
  const sums = amountsOf(rows);
  return sums === undefined ? {} : { amounts: { all: inYuan(sums.all), unexplained: inYuan(sums.unexplained) } };
}

async function handedIn(
  world: Supervision,
  { jurisdiction }: LedgerKey,
  ledger: Ledger | undefined,
): Promise<Pick<LedgerView, 'handedIn'>> {
  if (ledger === undefined) return {};
  const { imported_by: by, imported_at: at, revision: times } = ledger;
  const names = await world.near.peopleNames(jurisdiction, [by]);
  return { handedIn: { at, by: names.get(by) ?? by, times } };
}

/** Whom whoever watches the hall may name. */
async function peopleNamed(world: Supervision, { actor }: Asking, key: LedgerKey): Promise<Pick<LedgerView, 'people'>> {
  return watchesHall(actor) ? { people: [...(await ownersOf(world, key))] } : {};
}

interface Drawing {
  readonly world: Supervision;
  readonly asking: Asking;
  readonly key: LedgerKey;
  /** What was done about rows of this ledger, by serial. */
  readonly follow: ReadonlyMap<string, MonthOnRecord['follow'][number]>;
  /** Serials another department lists, too. */
  readonly others: ReadonlyMap<string, Doubled>;
  readonly items: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly importedBy: string;
}

function rowView(one: ReconciledRow, drawing: Drawing): LedgerRowView {
  const { world, asking, follow, importedBy } = drawing;
  const { row, standing, mismatch, caseId, caseNumber } = one;
  const followed = follow.get(row.serial);
  const state = followed?.state ?? openRow;
  const context = rowContext(asking.actor, todayOf(world), { row: one, importedBy });
  return {
    line: row.line,
    serial: row.serial,
    issuedOn: row.issuedOn,
    ...subjectOf(row, drawing),
    ...cellsOf(row),
    ...doubledView(row, drawing),
    standing,
    standingName: standings[standing],
    ...(mismatch !== undefined && standing === 'unexplained' && { mismatch: mismatches[mismatch] }),
    ...(caseId !== undefined && caseNumber !== undefined && { caseId, caseNumber }),
    ...followView(state, followed?.card_id ?? undefined),
    acts: [...rowActs(state, context)],
  };
}

/** What the row is about; the department only where the ledger is not its own. */
function subjectOf({ itemId, department }: LedgerRow, { items, names, key }: Drawing) {
  const foreign = department === undefined || department === key.authority ? undefined : department;
  return {
    itemName: itemId === undefined ? '' : (items.get(itemId) ?? itemId),
    ...(itemId !== undefined && { itemId }),
    ...(foreign !== undefined && { department: { id: foreign, name: names.get(foreign) ?? foreign } }),
  };
}

/** What only some kinds have, in words. */
const cellsOf = ({ amount, outcome, listed }: LedgerRow) => ({
  ...(amount !== undefined && { amount: inYuan(amount) }),
  ...(outcome !== undefined && { outcome: ticketOutcomes[outcome] }),
  ...(listed !== undefined && { listed: feeStatementWords(listed) }),
});

function doubledView({ serial }: LedgerRow, { others, names }: Drawing): Pick<LedgerRowView, 'doubled'> {
  const other = others.get(serial);
  if (other === undefined) return {};
  return { doubled: { department: names.get(other.authority) ?? other.authority, month: other.month } };
}

/** What was done about the row so far. */
function followView({ at, reason, record, receivedOn, decidedOn }: RowState, cardId: string | undefined) {
  return {
    waiting: at === 'laterProposed',
    ...(reason === undefined ? {} : { reason }),
    ...(record === undefined ? {} : { record }),
    ...(decidedOn === undefined ? {} : { receivedOn, decidedOn }),
    ...(cardId === undefined ? {} : { cardId }),
  };
}
