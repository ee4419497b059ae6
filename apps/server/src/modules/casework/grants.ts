import type { Day } from '@yimen/kernel';
import { inherentActs, type OfficerAct, type Post, type Standing } from '@yimen/core/people';
import { postsOn } from './visibility.ts';

/** One thing a person may do today: a duty, in the name of a department, for all of its items or some. */
export interface Grant {
  readonly authority: string;
  readonly duty: OfficerAct;
  readonly items: readonly string[] | null;
}

/**
 * Everything a person may do on this day, for the index of the queue. Coarser than `mayAct`, which is asked again at the
 * act: here only what decides whether a case shows up among one's own.
 */
export function grantsOf(standing: Standing, on: Day, authorities: readonly string[]): readonly Grant[] {
  const posts = postsOn(standing, on);
  const held = new Set<string>(posts.map(({ id }) => id));
  const written = standing.authorisations
    .filter(({ post, from, to }) => held.has(post) && from <= on && on <= to)
    .flatMap(({ authority, acts, items }) =>
      acts.map((duty): Grant => ({ authority, duty, items: items === 'all' ? null : items })),
    );
  return unique([...written, ...posts.flatMap((post) => byOffice(post, authorities))]);
}

/** An office of a department acts for it; one of the centre for every department of the hall. */
function byOffice(post: Post, authorities: readonly string[]): readonly Grant[] {
  const over = post.authority === undefined ? authorities : [post.authority];
  const duties = post.roles.flatMap((role) => inherentActs[role] ?? []);
  return duties.flatMap((duty) => over.map((authority): Grant => ({ authority, duty, items: null })));
}

/** The same duty for all items and for some is the duty for all. */
function unique(grants: readonly Grant[]): readonly Grant[] {
  const merged = new Map<string, Grant>();
  for (const grant of grants) {
    const key = `${grant.authority}/${grant.duty}`;
    const known = merged.get(key);
    const items = known === undefined ? grant.items : joined(known.items, grant.items);
    merged.set(key, { ...grant, items });
  }
  return [...merged.values()];
}

const joined = (left: Grant['items'], right: Grant['items']): Grant['items'] =>
  left === null || right === null ? null : [...new Set([...left, ...right])];
