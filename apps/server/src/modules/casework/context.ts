import { dayOf } from '@yimen/kernel';
import type { CaseContext } from '@yimen/core/casework';
import type { Answers, ServiceItem } from '@yimen/core/catalogue';
import type { Shell } from '../../platform/shell.ts';
import type { Reader } from './world.ts';

/** Everything a decision needs to know beside the case, the command and who is at work. */
export type Surroundings = Omit<CaseContext, 'actor' | 'authority' | 'newNumber'>;

export async function contextOf(world: Reader, item: ServiceItem): Promise<Surroundings> {
  const now = world.shell.now();
  const calendar = await world.near.calendar();
  return { now, today: dayOf(now), item, calendar, evaluate: conditionOf(world.shell) };
}

/**
 * Conditions are checked when an item is published. One that cannot be read all the same is taken as not met and
 * logged: a case must not stand still because of it, and nothing is demanded of the applicant that nobody can explain.
 */
function conditionOf(shell: Pick<Shell, 'evaluate' | 'log'>): (feel: string, answers: Answers) => boolean {
  return (feel, answers) => {
    const evaluated = shell.evaluate(feel, answers);
    if (!evaluated.ok) shell.log.warn({ condition: feel, reason: evaluated.error }, 'condition not readable');
    return evaluated.ok && evaluated.value;
  };
}
