import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import { neededFor, type CaseCommand } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { mayAct } from '@yimen/core/people';
import type { ActProblem } from './refusal.ts';
import type { World } from './world.ts';

interface On {
  readonly item: ServiceItem;
  readonly today: Day;
}

/** A step may be handed only to somebody who could do it; those sent on a visit must be of the department (Licensing Law Art. 34). */
export async function checkPeople(
  world: World,
  jurisdiction: string,
  command: CaseCommand,
  { item, today }: On,
): Promise<Result<void, ActProblem>> {
  if (command.type === 'startSpecialProcedure') {
    const own = await world.near.colleaguesOf(jurisdiction, item.authority, today);
    const known = new Set(own.map(({ person }) => person));
    return command.officers.every((person) => known.has(person)) ? ok(undefined) : refuse({ why: 'unknown_officer' });
  }
  if (command.type !== 'handOverStep') return ok(undefined);
  const standing = await world.near.standingOf(jurisdiction, command.to);
  const needed = neededFor('completeStep', item, command.stepId);
  if (standing === undefined || needed === 'system') return refuse({ why: 'unknown_person' });
  const allowed = mayAct(standing, { ...needed, item: item.id, on: today });
  return allowed.ok ? ok(undefined) : refuse({ why: 'unknown_person' });
}
