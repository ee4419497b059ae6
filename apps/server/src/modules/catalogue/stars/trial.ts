import type { StarTrialFound } from '@yimen/contract';
import { starsOf, type StarScheme } from '@yimen/core/catalogue';
import type { Db } from '../../../platform/shell.ts';
import { starFacts, type HallOn, type StarNeighbours } from './facts.ts';
import { schemeOn } from './schemes.ts';

/** Nobody reads more names before deciding; the counts are of all. */
const SHOWN = 100;
const STARS = [5, 4, 3, 2, 1] as const;

/** What the stars of today would be by another scheme; nothing is kept. */
export async function tryScheme(
  db: Db,
  near: StarNeighbours,
  hall: HallOn,
  wished: StarScheme,
): Promise<StarTrialFound> {
  const standing = await schemeOn(db, hall);
  const rows = (await starFacts(db, near, hall)).map((facts) => ({
    id: facts.item.id,
    name: facts.item.name,
    now: starsOf(facts, standing).stars,
    then: starsOf(facts, wished).stars,
  }));
  const changed = rows.filter(({ now, then }) => now !== then);
  return {
    items: rows.length,
    up: changed.filter(({ now, then }) => then > now).length,
    down: changed.filter(({ now, then }) => then < now).length,
    counts: STARS.map((stars) => ({
      stars,
      now: rows.filter(({ now }) => now === stars).length,
      then: rows.filter(({ then }) => then === stars).length,
    })),
    changed: changed.slice(0, SHOWN),
  };
}
