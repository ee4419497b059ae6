import { liveOf, type CaseState } from '@yimen/core/casework';
import { sql } from 'kysely';
import type { Keeper, SealedColumn } from '../../platform/personal/index.ts';
import type { Db } from '../../platform/shell.ts';
import { lookUpHashes, placeOf } from './applicant.ts';

const ofCase = (keys: Readonly<Record<string, string>>): string =>
  placeOf({ jurisdiction: keys['jurisdiction'] ?? '', caseId: keys['case_id'] ?? '' });

/** Where casework keeps sealed numbers, beside the ledger, which is never changed. */
export const sealedCaseColumns: readonly SealedColumn[] = [
  { table: 'casework.cases', keys: ['jurisdiction', 'case_id'], column: 'state', json: true, place: ofCase },
  {
    table: 'casework.case_files',
    keys: ['jurisdiction', 'case_id', 'sha256'],
    column: 'name',
    json: false,
    place: ofCase,
  },
  {
    table: 'casework.replies',
    keys: ['jurisdiction', 'case_id', 'act'],
    column: 'content',
    json: true,
    whole: true,
    place: ofCase,
  },
  {
    table: 'casework.drafts',
    keys: ['draft_id'],
    column: 'content',
    json: true,
    whole: true,
    place: (keys) => `draft:${keys['draft_id'] ?? ''}`,
  },
];

const PAGE = 500;

/** Cases from before there was an index of numbers; answers how many were added. */
export async function indexCases(db: Db, keeper: Keeper): Promise<number> {
  for (let added = 0; ;) {
    const { rows } = await sql<{ jurisdiction: string; case_id: string; state: CaseState }>`
      select jurisdiction, case_id, state from casework.cases c
      where not exists (select from casework.look_ups l where l.jurisdiction = c.jurisdiction and l.case_id = c.case_id)
      order by jurisdiction, case_id limit ${PAGE}`.execute(db);
    for (const { jurisdiction, case_id: caseId, state } of rows) {
      const applicant = liveOf(state)?.application.applicant;
      if (applicant === undefined) continue;
      const hashes = lookUpHashes(keeper, { jurisdiction, caseId }, applicant);
      await sql`insert into casework.look_ups (jurisdiction, hash, case_id)
        select ${jurisdiction}, hash, ${caseId} from unnest(${hashes}::bytea[]) as hash on conflict do nothing`.execute(
        db,
      );
    }
    added += rows.length;
    if (rows.length < PAGE) return added;
  }
}
