import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import { enqueue } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/ledger/index.ts';
import { MAKE_PAPERS, type PaperRow } from './papers.ts';
import type { CaseKey, PaperWorld } from './world.ts';

/**
 * Asks once more for a paper the law or the master data kept from being made. A paper that failed took no number, so it
 * gets one as if it were asked for the first time. Refused: `unknown_paper`, and `paper_not_failed` while it is being
 * made or when it is there.
 */
export async function askAgain(
  { shell }: PaperWorld,
  key: CaseKey,
  paperId: string,
): Promise<Result<void, 'unknown_paper' | 'paper_not_failed'>> {
  return transact(shell.db, async (tx): Promise<Result<void, 'unknown_paper' | 'paper_not_failed'>> => {
    const { rows } = await sql<Pick<PaperRow, 'state'>>`select state from documents.papers
      where jurisdiction = ${key.jurisdiction} and case_id = ${key.caseId} and paper_id = ${paperId}
      for update`.execute(tx);
    const [row] = rows;
    if (row === undefined) return refuse('unknown_paper');
    if (row.state !== 'failed') return refuse('paper_not_failed');
    await sql`update documents.papers set state = 'requested', failure = null
      where jurisdiction = ${key.jurisdiction} and paper_id = ${paperId}`.execute(tx);
    await enqueue(tx, { name: MAKE_PAPERS, payload: { ...key } });
    return ok(undefined);
  });
}
