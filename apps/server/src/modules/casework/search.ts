import { dayOf } from '@yimen/kernel';
import { parseCaseNumber } from '@yimen/core/casework';
import type { Queue } from '@yimen/contract';
import { sql, type RawBuilder } from 'kysely';
import { isNumber, nameHash, numberHash } from './applicant.ts';
import { rowColumns, rowView, type RowOfQueue, type Viewer } from './queue.ts';
import { sightOf } from './visibility.ts';
import type { World } from './world.ts';

const MOST = 50;

/**
 * Cases of this number, of an applicant of exactly this name, or whose applicant or agent has exactly this identity number,
 * credit code or phone, among those the officer may see; ended ones too. All are looked up by keyed hash: no list of
 * people can be had by trying letters.
 */
export async function searchCases(world: World, viewer: Viewer, q: string): Promise<Queue> {
  const { rows } = await sql<RowOfQueue>`select ${rowColumns}, w.act, w.step_id, w.holder, c.due, c.paused,
      '' as place
    from casework.cases c
    left join casework.tasks w on w.jurisdiction = c.jurisdiction and w.case_id = c.case_id and w.ordinal = 0
    where c.jurisdiction = ${viewer.jurisdiction} and ${askedFor(world, viewer, q)} and ${seenBy(world, viewer)}
    order by c.filed_at desc limit ${MOST}`.execute(world.shell.db);
  const reading = {
    today: dayOf(world.shell.now()),
    calendar: await world.near.calendar(),
    me: viewer.standing.person,
  };
  return { rows: rows.map((row) => rowView(row, reading)), total: rows.length };
}

function askedFor({ keeper }: World, { jurisdiction }: Viewer, q: string): RawBuilder<unknown> {
  const number = parseCaseNumber(q);
  if (number !== undefined) return sql`c.number = ${number}`;
  if (!isNumber(q)) return sql`c.name_hash = ${nameHash(keeper, q)}`;
  // Names have digits too (国营第12345厂): each by its own index, then both.
  return sql`c.case_id in (
    select l.case_id from casework.look_ups l where l.jurisdiction = ${jurisdiction} and l.hash = ${numberHash(keeper, q)}
    union all
    select n.case_id from casework.cases n
      where n.jurisdiction = ${jurisdiction} and n.name_hash = ${nameHash(keeper, q)})`;
}

function seenBy(world: World, viewer: Viewer): RawBuilder<unknown> {
  const sight = sightOf(viewer.standing, dayOf(world.shell.now()));
  if (sight === 'hall') return sql`true`;
  return sql`(c.authority = any(${[...sight]}) or c.other_authorities && ${[...sight]}::text[])`;
}
