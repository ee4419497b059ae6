import { ok, refuse, type Result } from '@yimen/kernel';
import {
  checkDictionary,
  dictionaryOn,
  shippedDictionary,
  type AccountabilityRefusal,
  type MisconductDictionary,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import { recordOnce, type Acting, type RecordProblem } from '../record.ts';
import { todayOf, type Supervision } from '../world.ts';

/** The dictionary in force today: the place's own that began last, or the shipped one. */
export async function dictionaryOf(world: Supervision, jurisdiction: string): Promise<MisconductDictionary> {
  const { rows } = await sql<{ body: MisconductDictionary }>`select body from supervision.misconduct
    where jurisdiction = ${jurisdiction} order by from_day, laid_down_at`.execute(world.shell.db);
  return dictionaryOn([shippedDictionary, ...rows.map(({ body }) => body)], todayOf(world)) ?? shippedDictionary;
}

export interface LayingDown extends Acting {
  readonly dictionary: MisconductDictionary;
}

/** Lays down the place's own dictionary from a day on; cases opened before keep the words they were opened under. */
export async function layDown(
  world: Supervision,
  acting: LayingDown,
): Promise<Result<true, AccountabilityRefusal | RecordProblem>> {
  const checked = checkDictionary(acting.dictionary, todayOf(world));
  if (!checked.ok) return checked;
  const { jurisdiction, standing } = acting;
  const body = checked.value;
  const said = { stream: 'misconduct', type: 'misconductLaidDown', body: { ...body } };
  return recordOnce<RecordProblem>(world, acting, said, async (tx, at) => {
    const { rows } =
      await sql`insert into supervision.misconduct (jurisdiction, from_day, body, laid_down_by, laid_down_at)
      values (${jurisdiction}, ${body.from}::date, ${JSON.stringify(body)}::jsonb, ${standing.person}, ${at}::timestamptz)
      on conflict do nothing returning from_day`.execute(tx);
    // Another was laid down for that day in the same millisecond: which of the two came last nobody could tell.
    return rows.length > 0 ? ok(true) : refuse({ code: 'changed_meanwhile' });
  });
}
