import { dayOf, type Day } from '@yimen/kernel';
import { calendarAsOf, type Calendar } from '@yimen/core/calendar';
import { isEnded, type CaseContext, type CaseState } from '@yimen/core/casework';
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
 * The same for showing a case. One that has ended is read by the notices known on its last day: a notice published later
 * may move nobody's deadline after the fact, and the page must say what the papers said.
 */
export async function shownContextOf(world: Reader, item: ServiceItem, state: CaseState): Promise<Surroundings> {
  const context = await contextOf(world, item);
  if (state.stage === 'unfiled' || !isEnded(state)) return context;
  return { ...context, calendar: knownOn(context.calendar, state.endedOn) };
}

/** Built once for each set of notices, whatever the number of cases shown. */
const known = new WeakMap<Calendar, Map<number, Calendar>>();

function knownOn(calendar: Calendar, on: Day): Calendar {
  const count = calendar.published.filter(({ published }) => published <= on).length;
  if (count === 0 || count === calendar.published.length) return calendar;
  const byCount = known.get(calendar) ?? new Map<number, Calendar>();
  known.set(calendar, byCount);
  const then = byCount.get(count) ?? calendarAsOf(calendar.published, on);
  byCount.set(count, then);
  return then;
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
