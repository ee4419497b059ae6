import { instantAt, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

export interface RatingMean {
  readonly count: number;
  /** 1 to 5. */
  readonly mean: number;
}

/** How each item of a hall was rated since a day. Reads a year of ratings: for the night. */
export async function ratingMeans(db: Db, jurisdiction: string, since: Day): Promise<ReadonlyMap<string, RatingMean>> {
  const { rows } = await sql<RatingMean & { itemId: string }>`select item_id as "itemId", count(*)::int as count,
      avg(level)::float8 as mean from rating.ratings
    where jurisdiction = ${jurisdiction} and at >= ${instantAt(since, '00:00')}::timestamptz group by item_id`.execute(
    db,
  );
  return new Map(rows.map(({ itemId, count, mean }) => [itemId, { count, mean }]));
}
