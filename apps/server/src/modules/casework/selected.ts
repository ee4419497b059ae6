import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

/** Which cases of a hall: of an item, of the department that decides, filed from one moment to before another. */
export interface CaseSelection {
  readonly jurisdiction: string;
  readonly itemId?: string;
  readonly authority?: string;
  readonly from?: Instant;
  readonly before?: Instant;
}

/** Applicants as lists show them, of these cases. */
export async function maskedApplicants(
  db: Db,
  jurisdiction: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`select case_id as id, applicant_masked as name
    from casework.cases where jurisdiction = ${jurisdiction} and case_id = any(${[...caseIds]}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const PAGE = 500;

/** The ids of the selected cases, a page at a time; void cases (data errors) are none. */
export async function* selectedCases(db: Db, selection: CaseSelection): AsyncGenerator<readonly string[]> {
  const { jurisdiction, itemId = null, authority = null, from = '-infinity', before = 'infinity' } = selection;
  let last = '';
  for (;;) {
    const { rows } = await sql<{ id: string }>`select case_id as id from casework.cases
      where jurisdiction = ${jurisdiction} and case_id > ${last}
        and filed_at >= ${from}::timestamptz and filed_at < ${before}::timestamptz
        and (${itemId}::text is null or item_id = ${itemId}) and (${authority}::text is null or authority = ${authority})
        and stage <> 'void'
      order by case_id limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? '';
  }
}
