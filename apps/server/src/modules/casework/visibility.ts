import type { Day } from '@yimen/kernel';
import type { Post, Role, Standing } from '@yimen/core/people';

/** Offices of the centre that look over the whole hall. */
const OVERSEERS: ReadonlySet<Role> = new Set(['dutyManager', 'supervisor', 'windowHead']);

/** Watches over the hall rather than handling a department's cases. */
export const isOverseer = (post: Post): boolean =>
  post.authority === undefined && post.roles.some((role) => OVERSEERS.has(role));

/** Departments whose cases somebody may see; denied unless a post or an authorisation says otherwise. */
export type Sight = 'hall' | ReadonlySet<string>;

/**
 * Whose cases this person may read on this day: those of the departments of their posts, those a window post is
 * authorised to handle, and all of the hall for whoever watches over it.
 */
export function sightOf(standing: Standing, on: Day): Sight {
  const posts = postsOn(standing, on);
  if (posts.some(isOverseer)) return 'hall';
  const held = new Set<string>(posts.map(({ id }) => id));
  const given = standing.authorisations
    .filter(({ post, from, to }) => held.has(post) && from <= on && on <= to)
    .map(({ authority }) => authority);
  return new Set([...posts.flatMap(({ authority }) => authority ?? []), ...given]);
}

export function maySee(sight: Sight, authorities: readonly string[]): boolean {
  return sight === 'hall' || authorities.some((authority) => sight.has(authority));
}

export function postsOn({ posts, postings, delegations, person }: Standing, on: Day): readonly Post[] {
  const held = postings.filter(
    (one) => one.person === person && one.from <= on && (one.to === undefined || on <= one.to),
  );
  const stoodIn = delegations.filter(({ toPerson, from, to }) => toPerson === person && from <= on && on <= to);
  const ids = new Set<string>([...held, ...stoodIn].map(({ post }) => post));
  return posts.filter(({ id }) => ids.has(id));
}
