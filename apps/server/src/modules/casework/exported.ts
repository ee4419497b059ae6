import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

interface Row {
  readonly kind: 'case';
  readonly jurisdiction: string;
  readonly caseId: string;
}

const PAGE = 2000;

/** What the table of cases says that the ledger says too, for the verifier; nothing of the applicant. */
export async function* exportedCases(db: Db): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const { rows } = await sql<Row>`select 'case' as kind, jurisdiction, case_id as "caseId", number, revision, stage,
        open, item_id as "itemId", item_version as "itemVersion", filed_at as "filedAt", received_at as "receivedAt"
      from casework.cases where (jurisdiction, case_id) > (${last?.jurisdiction ?? ''}, ${last?.caseId ?? ''})
      order by jurisdiction, case_id limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}
