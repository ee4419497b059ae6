import type { Day, Instant } from '@yimen/kernel';
import { itemId } from '@yimen/core/catalogue';
import {
  firstDayOf,
  lastDayOf,
  reconcile,
  type CoveringCase,
  type LedgerKind,
  type LedgerRow,
  type Month,
  type Reconciliation,
  type RowState,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';

export interface LedgerName {
  readonly jurisdiction: string;
  readonly authority: string;
  readonly kind: LedgerKind;
}
export interface LedgerKey extends LedgerName {
  readonly month: Month;
}

/** A month of a hall; of some departments only where given. */
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
  readonly item_id: string;
  readonly issued_on: Day;
  readonly case_number: string | null;
}

interface CaseRow {
  readonly case_id: string;
  readonly number: string;
  readonly item_id: string;
  readonly authority: string;
  readonly decided_on: Day | null;
  readonly licences: readonly string[];
  readonly documents: readonly string[];
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
  readonly kind: 'licence' | 'document';
  readonly serial: string;
  readonly number: string;
  readonly item_id: string;
}

/** Everything a month's reconciling needs, of all departments at once: a fixed number of questions whatever their number. */
export interface MonthOnRecord {
  readonly ledgers: readonly Ledger[];
  readonly rows: readonly RowRow[];
  readonly cases: readonly CaseRow[];
  readonly follow: readonly FollowRow[];
  readonly outputs: readonly OutputRow[];
}

const OUTPUT = { licence: 'licence', seal: 'document' } as const;
const own = (authorities: readonly string[] | undefined, column = sql.ref('authority')) =>
  authorities === undefined ? sql`true` : sql`${column} = any(${[...authorities]}::text[])`;

export async function readMonth(db: Db, { jurisdiction, month, authorities }: MonthAsked): Promise<MonthOnRecord> {
  const ledgers = await sql<Ledger>`select authority, kind, revision, imported_by,
      to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as imported_at, first_on::text as first_on
    from supervision.ledgers where jurisdiction = ${jurisdiction} and month = ${month} and ${own(authorities)}`.execute(
    db,
  );
  const rows =
    await sql<RowRow>`select authority, kind, serial, line, item_id, issued_on::text as issued_on, case_number
    from supervision.ledger_rows where jurisdiction = ${jurisdiction} and month = ${month} and current and ${own(authorities)}
    order by line`.execute(db);
  const outputs =
    await sql<OutputRow>`select w.authority, o.kind, o.serial, w.number, w.item_id from supervision.outputs o
    join supervision.watch w using (jurisdiction, case_id)
    where o.jurisdiction = ${jurisdiction} and o.on_day between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date
      and ${own(authorities, sql.ref('w.authority'))} order by o.serial`.execute(db);
  const serials = rows.rows.map(({ serial }) => serial);
  return {
    ledgers: ledgers.rows,
    rows: rows.rows,
    outputs: outputs.rows,
    cases: serials.length === 0 ? [] : await casesOf(db, jurisdiction, rows.rows),
    follow: serials.length === 0 ? [] : await followOf(db, jurisdiction, serials),
  };
}

async function casesOf(db: Db, jurisdiction: string, rows: readonly RowRow[]): Promise<readonly CaseRow[]> {
  const serials = rows.map(({ serial }) => serial);
  const numbers = rows.flatMap(({ case_number: number }) => number ?? []);
  const found = await sql<CaseRow>`with hits as (
      select case_id from supervision.outputs where jurisdiction = ${jurisdiction} and serial = any(${serials}::text[])
      union select case_id from supervision.watch where jurisdiction = ${jurisdiction} and number = any(${numbers}::text[]))
    select w.case_id, w.number, w.item_id, w.authority, w.decided_on::text as decided_on,
      array(select o.serial from supervision.outputs o where o.jurisdiction = w.jurisdiction and o.case_id = w.case_id
        and o.kind = 'licence' order by o.serial) as licences,
      array(select o.serial from supervision.outputs o where o.jurisdiction = w.jurisdiction and o.case_id = w.case_id
        and o.kind = 'document' order by o.serial) as documents
    from hits join supervision.watch w on w.jurisdiction = ${jurisdiction} and w.case_id = hits.case_id
    order by w.number`.execute(db);
  return found.rows;
}

async function followOf(db: Db, jurisdiction: string, serials: readonly string[]): Promise<readonly FollowRow[]> {
  const found = await sql<FollowRow>`select authority, kind, serial, state, card_id from supervision.ledger_follow
    where jurisdiction = ${jurisdiction} and serial = any(${[...serials]}::text[])`.execute(db);
  return found.rows;
}

const rowOf = ({ line, serial, item_id, issued_on, case_number }: RowRow): LedgerRow => ({
  line,
  serial,
  itemId: itemId(item_id),
  issuedOn: issued_on,
  ...(case_number === null ? {} : { caseNumber: case_number }),
});

const caseOf =
  (kind: LedgerKind) =>
  ({ case_id, number, item_id, authority, decided_on, ...serials }: CaseRow): CoveringCase => ({
    caseId: case_id,
    caseNumber: number,
    itemId: item_id,
    authority,
    serials: kind === 'licence' ? serials.licences : serials.documents,
    ...(decided_on === null ? {} : { decidedOn: decided_on }),
  });

/** One department's ledger of the month against the record. */
export function reconciled(
  on: MonthOnRecord,
  { authority, kind }: Pick<LedgerName, 'authority' | 'kind'>,
): Reconciliation {
  const mine = (one: { readonly authority: string; readonly kind: string }): boolean =>
    one.authority === authority && one.kind === kind;
  return reconcile({
    kind,
    authority,
    rows: on.rows.filter(mine).map(rowOf),
    cases: on.cases.map(caseOf(kind)),
    follow: new Map(on.follow.filter(mine).map(({ serial, state }) => [serial, state])),
    outputs: on.outputs
      .filter((one) => one.authority === authority && one.kind === OUTPUT[kind])
      .map(({ serial, number, item_id: item }) => ({ serial, caseNumber: number, itemId: item })),
  });
}

/** The month a serial of a department stands in, where another than this one. */
export async function serialsElsewhere(
  db: Db,
  { jurisdiction, authority, kind, month }: LedgerKey,
  serials: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ serial: string; month: string }>`select serial, month from supervision.ledger_rows
    where jurisdiction = ${jurisdiction} and authority = ${authority} and kind = ${kind} and month <> ${month} and current
      and serial = any(${[...serials]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.serial, row.month]));
}

export interface WrittenLedger extends LedgerKey {
  readonly revision: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: Instant;
  readonly on: Day;
  readonly rows: readonly LedgerRow[];
}

/** The ledger as handed in; rows of an earlier handing-in that are no longer there are marked, never deleted. */
export async function writeLedger(tx: Db, ledger: WrittenLedger): Promise<void> {
  const { jurisdiction, authority, kind, month, revision, sha256, by, at, on, rows } = ledger;
  await sql`insert into supervision.ledgers (jurisdiction, authority, kind, month, revision, sha256, imported_by, imported_at, first_on)
    values (${jurisdiction}, ${authority}, ${kind}, ${month}, ${revision}, ${sha256}, ${by}, ${at}::timestamptz, ${on}::date)
    on conflict (jurisdiction, authority, kind, month) do update set revision = excluded.revision, sha256 = excluded.sha256,
      imported_by = excluded.imported_by, imported_at = excluded.imported_at`.execute(tx);
  await sql`update supervision.ledger_rows set current = false where jurisdiction = ${jurisdiction} and authority = ${authority}
    and kind = ${kind} and month = ${month}`.execute(tx);
  const flat = rows.map(({ itemId: item, issuedOn, caseNumber, ...row }) => ({
    ...row,
    item_id: item,
    issued_on: issuedOn,
    case_number: caseNumber ?? null,
  }));
  await sql`insert into supervision.ledger_rows (jurisdiction, authority, kind, month, serial, line, item_id, issued_on, case_number)
    select ${jurisdiction}, ${authority}, ${kind}, ${month}, serial, line, item_id, issued_on, case_number
    from json_to_recordset(${JSON.stringify(flat)}::json) as r(serial text, line int, item_id text, issued_on date, case_number text)
    on conflict (jurisdiction, authority, kind, serial) do update set month = excluded.month, line = excluded.line,
      item_id = excluded.item_id, issued_on = excluded.issued_on, case_number = excluded.case_number, current = true`.execute(
    tx,
  );
}
