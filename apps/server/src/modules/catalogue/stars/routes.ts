import { ItemStars, JurisdictionCode } from '@yimen/contract';
import { starRules, type StarLine } from '@yimen/core/catalogue';
import type { Day } from '@yimen/kernel';
import { sql } from 'kysely';
import { z } from 'zod';
import { notFound, type App } from '../../../platform/http/index.ts';
import type { Db, Shell } from '../../../platform/shell.ts';
import type { ItemKey } from '../drafts.ts';
import { schemeOn } from './schemes.ts';

const config = { policy: 'public' } as const;
const params = z.object({ jurisdiction: JurisdictionCode, itemId: z.string().max(120) });
/** So many changes of its stars are shown. */
const MOST_HISTORY = 12;

interface Row {
  readonly onDay: Day;
  readonly stars: number;
  readonly points: number;
  readonly pointsOf: number;
  readonly lines: readonly StarLine[];
}

/** 事项星级, for everybody: the stars, each rule with its points and why, and what they were before. */
export function starRoutes(shell: Shell): (app: App) => void {
  return (app) => {
    const schema = {
      tags: ['catalogue'],
      summary: '事项星级 / stars of an item',
      params,
      response: { 200: ItemStars },
    };
    app.get('/api/v1/items/:jurisdiction/:itemId/stars', { config, schema }, async (request, reply) => {
      const { jurisdiction, itemId } = request.params;
      const found = await itemStars(shell.db, { jurisdiction, itemId });
      return found === undefined ? notFound(request, reply) : reply.send(found);
    });
  };
}

async function itemStars(db: Db, { jurisdiction, itemId }: ItemKey): Promise<ItemStars | undefined> {
  const { rows } =
    await sql<Row>`select on_day as "onDay", stars, points::float8 as points, points_of as "pointsOf", lines
    from catalogue.item_star where jurisdiction = ${jurisdiction} and item_id = ${itemId}
    order by on_day desc limit ${MOST_HISTORY}`.execute(db);
  const [last] = rows;
  if (last === undefined) return undefined;
  const { stars, points, pointsOf, lines } = last;
  const given = new Map(lines.map((line) => [line.id, line]));
  const scheme = await schemeOn(db, { jurisdiction, on: await lastNight(db, jurisdiction, last.onDay) });
  return {
    stars,
    points,
    of: pointsOf,
    since: last.onDay,
    lines: starRules(scheme).map(({ id, name, rule, most }) => {
      const { points: got, because } = given.get(id) ?? {};
      const judged = got === undefined || because === undefined ? {} : { points: got, because };
      return { id, name, rule, most, ...judged };
    }),
    history: rows.map((row) => ({ on: row.onDay, stars: row.stars, points: row.points, of: row.pointsOf })),
  };
}

/** A night on which nothing changed writes no stars, and was counted by its scheme all the same. */
async function lastNight(db: Db, jurisdiction: string, since: Day): Promise<Day> {
  const { rows } = await sql<{ on: Day }>`select on_day as "on" from catalogue.star_night
    where jurisdiction = ${jurisdiction}`.execute(db);
  return rows[0]?.on ?? since;
}
