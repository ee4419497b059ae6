import { starsOf, type ServiceItem, type Stars } from '@yimen/core/catalogue';
import { dayOf, instantAt } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db, Shell } from '../../../platform/shell.ts';
import { starFacts, type HallOn, type StarNeighbours } from './facts.ts';
import { schemeOn } from './schemes.ts';

/** In the quiet of the night. */
const NIGHT_FROM = '02:30';

/** Counts the stars of every hall once a night. Answers 0: there is nothing more to do until tomorrow. Harmless twice. */
export async function starNightly(
  { db, now, log }: Pick<Shell, 'db' | 'now' | 'log'>,
  near: StarNeighbours,
): Promise<number> {
  const today = dayOf(now());
  if (now() < instantAt(today, NIGHT_FROM)) return 0;
  const { rows } = await sql<{ jurisdiction: string }>`select h.jurisdiction
    from (select distinct jurisdiction from catalogue.item_search) h left join catalogue.star_night n using (jurisdiction)
    where n.on_day is null or n.on_day < ${today}::date`.execute(db);
  for (const { jurisdiction } of rows) {
    const changed = await starHall(db, near, { jurisdiction, on: today });
    log.info({ jurisdiction, changed }, 'stars were counted');
  }
  return 0;
}

/** Counts the stars of a hall's items on a day and keeps what changed; answers how many that are. */
async function starHall(db: Db, near: StarNeighbours, hall: HallOn): Promise<number> {
  const { jurisdiction, on } = hall;
  const scheme = await schemeOn(db, hall);
  const rows = (await starFacts(db, near, hall)).map((facts) => rowOf(facts.item, starsOf(facts, scheme)));
  return db.transaction().execute(async (tx) => {
    const { rows: kept } = await sql`insert into catalogue.item_star
        (jurisdiction, item_id, on_day, version, stars, points, points_of, lines)
      select ${jurisdiction}, r.item_id, ${on}::date, r.version, r.stars, r.points, r.points_of, r.lines
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(item_id text, version int, stars int, points numeric,
        points_of int, lines jsonb)
      left join lateral (select lines, stars from catalogue.item_star s where s.jurisdiction = ${jurisdiction}
        and s.item_id = r.item_id order by s.on_day desc limit 1) last on true
      where last.lines is distinct from r.lines or last.stars is distinct from r.stars
      on conflict (jurisdiction, item_id, on_day) do update set version = excluded.version, stars = excluded.stars,
        points = excluded.points, points_of = excluded.points_of, lines = excluded.lines
      returning 1`.execute(tx);
    await sql`insert into catalogue.star_night (jurisdiction, on_day) values (${jurisdiction}, ${on}::date)
      on conflict (jurisdiction) do update set on_day = excluded.on_day`.execute(tx);
    return kept.length;
  });
}

function rowOf({ id, version }: ServiceItem, { stars, points, of, lines }: Stars): object {
  return { item_id: id, version, stars, points, points_of: of, lines };
}
