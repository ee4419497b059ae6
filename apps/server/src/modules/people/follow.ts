import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';

export interface ItemsFollowing {
  readonly jurisdiction: string;
  /** Items that were split or merged, and what came of them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Authorisations that name one of the items before go on with the items after: whoever was authorised for the whole is
 * for its parts, by the same paper. Those for every item of an authority need nothing. Answers the numbers of the papers.
 */
export async function followItems(tx: Tx, { jurisdiction, before, after }: ItemsFollowing): Promise<readonly string[]> {
  if (before.length === 0 || after.length === 0) return [];
  const { rows } = await sql<{ number: string }>`update people.authorisation
    set items = (select array_agg(distinct one order by one) from unnest(items || ${[...after]}::text[]) as one)
    where jurisdiction = ${jurisdiction} and items && ${[...before]}::text[] and not items @> ${[...after]}::text[]
    returning number`.execute(tx);
  return rows.map(({ number }) => number).toSorted();
}
