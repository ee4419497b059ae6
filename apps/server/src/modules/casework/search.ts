import { dayOf } from '@yimen/kernel';
import { parseCaseNumber } from '@yimen/core/casework';
import type { Queue } from '@yimen/contract';
import { sql, type RawBuilder } from 'kysely';
import { nameHash } from './applicant.ts';
import { rowColumns, rowView, type RowOfQueue, type Viewer } from './queue.ts';
import { sightOf } from './visibility.ts';
import type { World } from './world.ts';

const MOST = 50;

/**
 * Cases of this number, or of an applicant of exactly this name, among those the officer may see; ended ones too. Names
 * are looked up by their keyed hash: the table holds none in the open, and no list of names can be had by trying letters.
 */
export async function searchCases(world: World, viewer: Viewer, q: string): Promise<Queue> {
  const number = parseCaseNumber(q);
  const asked = number === undefined ? sql`c.name_hash = ${nameHash(world.keys, q)}` : sql`c.number = ${number}`;
  const { rows } = await sql<RowOfQueue>`select ${rowColumns}, w.act, w.step_id, w.holder, c.due, c.paused,
      '' as place
    from casework.cases c
    left join casework.tasks w on w.jurisdiction = c.jurisdiction and w.case_id = c.case_id and w.ordinal = 0
    where c.jurisdiction = ${viewer.jurisdiction} and ${asked} and ${seenBy(world, viewer)}
    order by c.filed_at desc limit ${MOST}`.execute(world.shell.db);
  const reading = {
    today: dayOf(world.shell.now()),
    calendar: await world.near.calendar(),
    me: viewer.standing.person,
  };
  return { rows: rows.map((row) => rowView(row, reading)), total: rows.length };
}

function seenBy(world: World, viewer: Viewer): RawBuilder<unknown> {
  const sight = sightOf(viewer.standing, dayOf(world.shell.now()));
  if (sight === 'hall') return sql`true`;
  return sql`(c.authority = any(${[...sight]}) or c.other_authorities && ${[...sight]}::text[])`;
}
