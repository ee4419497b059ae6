import type { Accountability, CardActor } from '@yimen/core/supervision';

/** Those who open, decide about heads, and review see every case of the hall. */
const seesAll = ({ roles }: CardActor): boolean => roles.includes('supervisor') || roles.includes('leadingGroup');

/**
 * Who may read a case about somebody: the supervisors and the leading group, the one who decides it, and the person from
 * the day they are told. Until then, and to everybody else, there is none.
 */
export function mayReadAccount(actor: CardActor, { opened, found }: Accountability): boolean {
  if (opened.subject === actor.person) return found !== undefined;
  if (seesAll(actor)) return true;
  if (opened.decider === 'dutyManager') return actor.roles.includes('dutyManager');
  const own = opened.authority !== null && actor.authorities.includes(opened.authority);
  return own && actor.roles.includes('authorityHead');
}
