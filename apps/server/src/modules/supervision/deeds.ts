import { dayOf } from '@yimen/kernel';
import type { CaseEntry } from '@yimen/core/casework';
import type { Deed } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import type { CaseKey } from './world.ts';

/** A deed with the entry it was. */
export interface DeedRow {
  readonly jurisdiction: string;
  readonly case_id: string;
  readonly revision: number;
  readonly clock: string;
  readonly post: string;
  readonly on_day: string;
  readonly late: boolean;
}

export const deedRows = (
  { jurisdiction, caseId }: CaseKey,
  { revision, at }: CaseEntry,
  deeds: readonly Deed[],
): readonly DeedRow[] =>
  deeds.map(({ post, clock, late }) => ({
    jurisdiction,
    case_id: caseId,
    revision,
    clock,
    post,
    on_day: dayOf(at),
    late,
  }));

/** What the posts did in time or late; an entry read again changes nothing. */
export async function writeDeeds(tx: Tx, deeds: readonly DeedRow[]): Promise<void> {
  if (deeds.length === 0) return;
  await sql`insert into supervision.deeds (jurisdiction, case_id, revision, clock, post, on_day, late)
    select jurisdiction, case_id, revision, clock, post, on_day, late
    from json_to_recordset(${JSON.stringify(deeds)}::json)
      as r(jurisdiction text, case_id text, revision int, clock text, post text, on_day date, late boolean)
    on conflict do nothing`.execute(tx);
}

/**
 * The posts of the officers these cards name, as each acted on the case last before what the card found. A confidential card
 * stays without: it would be found out at the counter.
 */
export async function notePosts(tx: Tx, jurisdiction: string, cardIds: readonly string[]): Promise<void> {
  if (cardIds.length === 0) return;
  await sql`update supervision.cards c set posts = d.posts from (
      select o.card_id, array_agg(distinct e.post) as posts
      from supervision.cards o cross join lateral unnest(o.responsible) r(person) cross join lateral (
        select actor ->> 'post' as post from ledger.entries
        where jurisdiction = o.jurisdiction and stream = 'case:' || o.case_id and actor ->> 'person' = r.person
          and at <= o.since
        order by revision desc limit 1) e
      where o.jurisdiction = ${jurisdiction} and o.card_id = any(${[...cardIds]}::text[]) and not o.confidential
        and e.post is not null
      group by o.card_id) d
    where c.jurisdiction = ${jurisdiction} and c.card_id = d.card_id`.execute(tx);
}
