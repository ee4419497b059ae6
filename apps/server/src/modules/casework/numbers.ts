import type { Day } from '@yimen/kernel';
import { caseNumber, type CaseNumber } from '@yimen/core/casework';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import type { CaseKey } from './tracking.ts';

/**
 * The next case number of the hall and day. Taken outside the act's transaction: a refused filing leaves a gap, which
 * this number may have, and filings at many windows do not wait for one another.
 */
export async function newCaseNumber(db: Db, { jurisdiction }: CaseKey, on: Day): Promise<CaseNumber> {
  const { rows } = await sql<{ last: number }>`insert into casework.number_serials (jurisdiction, day, last)
    values (${jurisdiction}, ${on}::date, 1)
    on conflict (jurisdiction, day) do update set last = number_serials.last + 1 returning last`.execute(db);
  return caseNumber(on, rows[0]?.last ?? 1);
}
