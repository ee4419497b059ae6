import type { Day, Instant } from '@yimen/kernel';
import { itemId } from '@yimen/core/catalogue';
import {
  allLedgerKinds,
  firstDayOf,
  HALL,
  keeperOf,
  lastDayOf,
  ledgerKinds,
  reconcile,
  type CoveringCase,
  type FeeStatement,
  type Fen,
  type LedgerKind,
  type LedgerRow,
  type Month,
  type OnRecord,
  type OutputOnRecord,
  type Reconciliation,
  type RowState,
  type TicketOutcome,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';

/** Which ledger, of whom: a department, or the hall itself. */
export interface LedgerName {
  readonly jurisdiction: string;
  readonly authority: string;
  readonly kind: LedgerKind;
}
export interface LedgerKey extends LedgerName {
  readonly month: Month;
}

/** Whose rows a ledger holds: its department's, or everybody's. */
export const rowsUnder = (authority: string): readonly string[] | undefined =>
  authority === HALL ? undefined : [authority];

/** A month of a hall; only the rows some departments answer for, where given. */
export interface MonthAsked {
  readonly jurisdiction: string;
  readonly month: Month;
  readonly authorities?: readonly string[] | undefined;
}

export interface Ledger {
  readonly authority: string;
  readonly kind: LedgerKind;
  readonly revision: number;
  readonly imported_by: string;
  readonly imported_at: Instant;
  readonly first_on: Day;
}

interface RowRow {
  readonly authority: string;
  readonly kind: LedgerKind;
  readonly serial: string;
  readonly line: number;
  readonly item_id: string | null;
  readonly department: string | null;
  readonly issued_on: Day;
  readonly case_numbers: readonly string[];
  readonly outcome: TicketOutcome | null;
  /** As text: a bigint. */
  readonly amount_fen: string | null;
  readonly listed: FeeStatement | null;
}

interface CaseRow {
  readonly case_id: string;
  readonly number: string;
  readonly item_id: string;
  readonly authority: string;
  readonly received_on: Day | null;
  readonly accepted_on: Day | null;
  readonly decided_on: Day | null;
  readonly serials: Readonly<Partial<Record<OnRecord, readonly string[]>>>;
}

interface FollowRow {
  readonly authority: string;
  readonly kind: LedgerKind;
  readonly serial: string;
  readonly state: RowState;
  readonly card_id: string | null;
}

interface OutputRow {
  readonly authority: string;
  readonly kind: OnRecord;
  readonly serial: string | null;
  readonly case_id: string;
  readonly number: string;
  readonly item_id: string;
  readonly on: Day;
}

/** Everything a month's reconciling needs, of all departments at once: a fixed number of questions whatever their number. */
export interface MonthOnRecord {
  readonly ledgers: readonly Ledger[];
  readonly rows: readonly RowRow[];
  readonly cases: readonly CaseRow[];
  readonly follow: readonly FollowRow[];
  readonly outputs: readonly OutputRow[];
}

const own = (authorities: readonly string[] | undefined, column = sql.ref('authority')) =>
  authorities === undefined ? sql`true` : sql`${column} = any(${[...authorities]}::text[])`;

/** The kinds the record has something of in this way. */
const kindsWith = (record: OnRecord): readonly LedgerKind[] =>
  allLedgerKinds.filter((kind) => ledgerKinds[kind].record === record);

export async function readMonth(db: Db, asked: MonthAsked): Promise<MonthOnRecord> {
  const { jurisdiction, month, authorities } = asked;
  const keepers = authorities === undefined ? undefined : [HALL, ...authorities];
  const ledgers = await sql<Ledger>`select authority, kind, revision, imported_by,
      to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as imported_at, first_on::text as first_on
    from supervision.ledgers where jurisdiction = ${jurisdiction} and month = ${month} and ${own(keepers)}`.execute(db);
  const rows =
    await sql<RowRow>`select authority, kind, serial, line, item_id, department, issued_on::text as issued_on, case_numbers,
      outcome, amount_fen::text as amount_fen, listed
    from supervision.ledger_rows where jurisdiction = ${jurisdiction} and month = ${month} and current
      and ${own(authorities, sql.ref('department'))}
    order by line`.execute(db);
  const serials = rows.rows.map(({ serial }) => serial);
  return {
    ledgers: ledgers.rows,
    rows: rows.rows,
    outputs: await outputsOf(db, asked),
    cases: serials.length === 0 ? [] : await casesOf(db, jurisdiction, rows.rows),
    follow: serials.length === 0 ? [] : await followOf(db, jurisdiction, serials),
  };
}

/** What the record has of the month: serials, numbers, and — where a ledger of them is there — visits at the window. */
async function outputsOf(db: Db, { jurisdiction, month, authorities }: MonthAsked): Promise<readonly OutputRow[]> {
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const { rows } =
    await sql<OutputRow>`select w.authority, o.kind, o.serial, w.case_id, w.number, w.item_id, o.on_day::text as "on"
    from supervision.outputs o join supervision.watch w using (jurisdiction, case_id)
    where o.jurisdiction = ${jurisdiction} and o.on_day between ${from}::date and ${to}::date
      and ${own(authorities, sql.ref('w.authority'))}
    union all
    select w.authority, 'visit', null, w.case_id, w.number, w.item_id, w.received_on::text from supervision.watch w
    where w.jurisdiction = ${jurisdiction} and w.received_on between ${from}::date and ${to}::date and w.channel = 'window'
      and ${own(authorities, sql.ref('w.authority'))}
      and exists (select from supervision.ledgers l where l.jurisdiction = w.jurisdiction and l.month = ${month}
        and l.kind = any(${[...kindsWith('visit')]}::text[]))
    order by 3, 5`.execute(db);
  return rows;
}

async function casesOf(db: Db, jurisdiction: string, rows: readonly RowRow[]): Promise<readonly CaseRow[]> {
  const serials = rows.map(({ serial }) => serial);
  const numbers = rows.flatMap(({ case_numbers: some }) => some);
  const found = await sql<CaseRow>`with hits as (
      select case_id from supervision.outputs where jurisdiction = ${jurisdiction} and serial = any(${serials}::text[])
      union select case_id from supervision.watch where jurisdiction = ${jurisdiction} and number = any(${numbers}::text[]))
    select w.case_id, w.number, w.item_id, w.authority, w.received_on::text as received_on, w.accepted_on::text as accepted_on,
      w.decided_on::text as decided_on,
      coalesce((select json_object_agg(o.kind, o.serials) from (
        select kind, json_agg(serial order by serial) as serials from supervision.outputs
        where jurisdiction = w.jurisdiction and case_id = w.case_id group by kind) o), '{}') as serials
    from hits join supervision.watch w on w.jurisdiction = ${jurisdiction} and w.case_id = hits.case_id
    order by w.number`.execute(db);
  return found.rows;
}

async function followOf(db: Db, jurisdiction: string, serials: readonly string[]): Promise<readonly FollowRow[]> {
  const found = await sql<FollowRow>`select authority, kind, serial, state, card_id from supervision.ledger_follow
    where jurisdiction = ${jurisdiction} and serial = any(${[...serials]}::text[])`.execute(db);
  return found.rows;
}

function rowOf(row: RowRow): LedgerRow {
  const { line, serial, item_id: item, department, issued_on: issuedOn, case_numbers: caseNumbers } = row;
  const { amount_fen: amount, outcome, listed } = row;
  return {
    line,
    serial,
    issuedOn,
    caseNumbers,
    ...(item !== null && { itemId: itemId(item) }),
    ...(department !== null && { department }),
    ...(amount !== null && { amount: Number(amount) as Fen }),
    ...(outcome !== null && { outcome }),
    ...(listed !== null && { listed }),
  };
}

function caseOf(row: CaseRow, kind: LedgerKind): CoveringCase {
  const { received_on: receivedOn, accepted_on: acceptedOn, decided_on: decidedOn } = row;
  return {
    caseId: row.case_id,
    caseNumber: row.number,
    itemId: row.item_id,
    authority: row.authority,
    serials: row.serials[ledgerKinds[kind].record] ?? [],
    ...(receivedOn !== null && { receivedOn }),
    ...(acceptedOn !== null && { acceptedOn }),
    ...(decidedOn !== null && { decidedOn }),
  };
}

/** One ledger of the month against the record; of a ledger the hall keeps, a department's rows where a department is named. */
export function reconciled(
  on: MonthOnRecord,
  { authority, kind }: Pick<LedgerName, 'authority' | 'kind'>,
): Reconciliation {
  const keeper = keeperOf(kind).under(authority);
  const mine = (one: { readonly authority: string; readonly kind: string }): boolean =>
    one.authority === keeper && one.kind === kind;
  const whole = authority === keeper;
  const { record } = ledgerKinds[kind];
  return reconcile({
    kind,
    rows: on.rows.filter((one) => mine(one) && (whole || one.department === authority)).map(rowOf),
    cases: on.cases.map((one) => caseOf(one, kind)),
    follow: new Map(on.follow.filter(mine).map(({ serial, state }) => [serial, state])),
    outputs: on.outputs
      .filter((one) => one.kind === record && (authority === HALL || one.authority === authority))
      .map(outputOf),
  });
}

function outputOf({ serial, case_id: caseId, number: caseNumber, item_id: item, on }: OutputRow): OutputOnRecord {
  return { ...(serial !== null && { serial }), caseId, caseNumber, itemId: item, on };
}
