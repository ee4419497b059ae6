import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

interface Row {
  readonly kind: 'rating';
  readonly jurisdiction: string;
  readonly caseId: string;
}

const PAGE = 2000;

/** What the table of ratings says that the ledger says too, for the verifier; not what was written in words. */
export async function* exportedRatings(db: Db): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const { rows } = await sql<Row>`select 'rating' as kind, jurisdiction, case_id as "caseId", level, at
      from rating.ratings where (jurisdiction, case_id) > (${last?.jurisdiction ?? ''}, ${last?.caseId ?? ''})
      order by jurisdiction, case_id limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}
