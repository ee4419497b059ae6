import type { Day } from '@yimen/kernel';
import type { Post, Role, Standing } from '@yimen/core/people';
import type { Card, CardActor } from '@yimen/core/supervision';

/** Who asks: of which hall, and what they hold today. */
export interface Asking {
  readonly jurisdiction: string;
  readonly actor: CardActor;
}

/** Offices of the centre that watch over the whole hall. */
const OVERSEERS: readonly Role[] = ['supervisor', 'dutyManager', 'windowHead'];
/** Those who answer for a department. */
const HEADS: readonly Role[] = ['authorityHead', 'chiefRepresentative'];

/** The posts this person acts from on a day: held, deputised for, or delegated. */
export function postsOn({ posts, postings, delegations, person }: Standing, on: Day): readonly Post[] {
  const held = postings.filter(
    (one) => one.person === person && one.from <= on && (one.to === undefined || on <= one.to),
  );
  const given = delegations.filter(({ toPerson, from, to }) => toPerson === person && from <= on && on <= to);
  const ids = new Set<string>([...held, ...given].map(({ post }) => post));
  return posts.filter(({ id }) => ids.has(id));
}

export const watchesHall = ({ roles }: CardActor): boolean => roles.some((role) => OVERSEERS.includes(role));
export const answersForDepartment = ({ roles }: CardActor): boolean => roles.some((role) => HEADS.includes(role));

/**
 * Who may read a card: whoever watches over the hall, the department it was put to, and the officers it names. A
 * confidential one only the head among these: who rated must not be found out at the counter.
 */
export function mayRead(actor: CardActor, { raised }: Card): boolean {
  if (watchesHall(actor)) return true;
  const member = actor.authorities.includes(raised.matter.authority);
  if (raised.confidential) return member && actor.roles.includes('authorityHead');
  return member || raised.responsible.includes(actor.person);
}
