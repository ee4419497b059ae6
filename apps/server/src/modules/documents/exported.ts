import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

interface Row {
  readonly kind: 'paper';
  readonly jurisdiction: string;
  readonly paperId: string;
}

const PAGE = 2000;

/** What the table of papers says that the ledger says too, for the verifier. */
export async function* exportedPapers(db: Db): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const { rows } = await sql<Row>`select 'paper' as kind, jurisdiction, paper_id as "paperId", case_id as "caseId",
        state, number, sha256
      from documents.papers where (jurisdiction, paper_id) > (${last?.jurisdiction ?? ''}, ${last?.paperId ?? ''})
      order by jurisdiction, paper_id limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}
