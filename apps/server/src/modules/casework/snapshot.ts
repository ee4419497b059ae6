import type { Day, Instant } from '@yimen/kernel';
import type { CaseState } from '@yimen/core/casework';
import { sql } from 'kysely';
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

export const streamOf = (caseId: string): string => `case:${caseId}`;

/** Cases of this number; two halls may have given the same one. */
export async function findCaseByNumber(db: Db, number: string): Promise<readonly CaseKey[]> {
  const { rows } = await sql<{ jurisdiction: string; case_id: string }>`select jurisdiction, case_id
    from casework.cases where number = ${number} order by jurisdiction`.execute(db);
  return rows.map((row) => ({ jurisdiction: row.jurisdiction, caseId: row.case_id }));
}
