import type { Day, Instant } from '@yimen/kernel';
import type { EntryView } from '@yimen/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import type { CaseKey } from '../tracking.ts';
import { systemWords } from '../words.ts';

interface MoveRow {
  readonly at: Instant;
  readonly clock: string;
  readonly due_before: Day | null;
  readonly due_after: Day | null;
  readonly reason: string;
}

/** Due days that moved because the calendar did, told among the case's entries; they are no act of anybody. */
export async function moveEntries(db: Db, { jurisdiction, caseId }: CaseKey): Promise<readonly EntryView[]> {
  const { rows } = await sql<MoveRow>`select at, clock, due_before, due_after, reason from casework.clock_moves
    where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by at, clock`.execute(db);
  return rows.map((row) => ({
    revision: 0,
    at: row.at,
    type: 'clockMoved',
    title: { zh: '工作日历变更，期限重新计算', en: 'The calendar changed; the deadline moved' },
    by: systemWords,
    detail: [`${row.due_before ?? '—'} → ${row.due_after ?? '—'}`, row.reason],
    hash: '',
  }));
}
