import type { Day, Instant } from '@yimen/kernel';
import type { LedgerRow, Month } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import type { LedgerKey, LedgerName } from './store.ts';

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

export interface Doubled {
  readonly serial: string;
  readonly authority: string;
  readonly month: Month;
}

/** Serials of these that another of the departments lists, too, in whatever month. */
export async function doubledIn(
  db: Db,
  { jurisdiction, authority, kind }: LedgerName,
  departments: readonly string[],
  serials: readonly string[],
): Promise<readonly Doubled[]> {
  const others = departments.filter((one) => one !== authority);
  const { rows } = await sql<Doubled>`select serial, authority, month from supervision.ledger_rows
    where jurisdiction = ${jurisdiction} and authority = any(${others}::text[]) and kind = ${kind} and current
      and serial = any(${[...serials]}::text[]) order by serial, month, authority`.execute(db);
  return rows;
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
  const flat = rows.map(({ itemId: item, issuedOn, caseNumbers, amount, ...row }) => ({
    ...row,
    item_id: item ?? null,
    issued_on: issuedOn,
    case_numbers: caseNumbers,
    amount_fen: amount ?? null,
  }));
  await sql`insert into supervision.ledger_rows (jurisdiction, authority, kind, month, serial, line, item_id, department,
      issued_on, case_numbers, outcome, amount_fen, listed)
    select ${jurisdiction}, ${authority}, ${kind}, ${month}, serial, line, item_id, department, issued_on, case_numbers,
      outcome, amount_fen, listed
    from json_to_recordset(${JSON.stringify(flat)}::json) as r(serial text, line int, item_id text, department text,
      issued_on date, case_numbers text[], outcome text, amount_fen bigint, listed jsonb)
    on conflict (jurisdiction, authority, kind, serial) do update set month = excluded.month, line = excluded.line,
      item_id = excluded.item_id, department = excluded.department, issued_on = excluded.issued_on,
      case_numbers = excluded.case_numbers, outcome = excluded.outcome, amount_fen = excluded.amount_fen,
      listed = excluded.listed, current = true`.execute(tx);
}
