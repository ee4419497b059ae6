import type { Day, Instant } from '@yimen/kernel';
import type { CaseState } from '@yimen/core/casework';
import { sql } from 'kysely';
import { openBeside, type CommandKey } from '../../platform/ledger/index.ts';
import type { Db } from '../../platform/shell.ts';
import type { CaseKey } from './tracking.ts';

/** The fold of one case's stream as the last act left it, and what screens show of it. */
export interface CaseRow {
  readonly jurisdiction: string;
  readonly case_id: string;
  readonly number: string;
  readonly revision: number;
  readonly stage: string;
  readonly item_id: string;
  readonly item_version: number;
  readonly authority: string;
  readonly other_authorities: readonly string[];
  readonly filed_at: Instant;
  readonly received_at: Instant | null;
  readonly calendar_version: string;
  readonly dues: { readonly [clock: string]: Day };
  readonly state: CaseState;
}

/** The snapshot an act starts from: one row by its key, whatever the history behind it. */
export async function findCase(db: Db, { jurisdiction, caseId }: CaseKey): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`select jurisdiction, case_id, number, revision, stage, item_id, item_version,
      authority, other_authorities, filed_at, received_at, calendar_version, dues, state
    from casework.cases where jurisdiction = ${jurisdiction} and case_id = ${caseId}`.execute(db);
  return rows[0];
}

/** {@link findCase}, the head of the stream and what is remembered of the command, as they stood at one moment. */
export async function openCase(db: Db, command: Omit<CommandKey, 'stream'> & CaseKey) {
  const { jurisdiction, caseId } = command;
  const { opened, row } = await openBeside(
    db,
    { ...command, stream: streamOf(caseId) },
    { columns, join: sql`left join casework.cases k on k.jurisdiction = ${jurisdiction} and k.case_id = ${caseId}` },
  );
  return { opened, row: isThere(row) ? row : undefined };
}

const columns = sql<
  Nullable<CaseRow>
>`k.jurisdiction, k.case_id, k.number, k.revision, k.stage, k.item_id, k.item_version,
  k.authority, k.other_authorities, k.filed_at, k.received_at, k.calendar_version, k.dues, k.state`;

type Nullable<Row> = { readonly [Column in keyof Row]: Row[Column] | null };
const isThere = (row: Nullable<CaseRow>): row is CaseRow => row.case_id !== null;

export const streamOf = (caseId: string): string => `case:${caseId}`;

/** Cases of this number; two halls may have given the same one. */
export async function findCaseByNumber(db: Db, number: string): Promise<readonly CaseKey[]> {
  const { rows } = await sql<{ jurisdiction: string; case_id: string }>`select jurisdiction, case_id
    from casework.cases where number = ${number} order by jurisdiction`.execute(db);
  return rows.map((row) => ({ jurisdiction: row.jurisdiction, caseId: row.case_id }));
}
