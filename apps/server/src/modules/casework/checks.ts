import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import { neededFor, type CaseCommand, type HandedIn } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { mayAct } from '@yimen/core/people';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import type { ActProblem } from './refusal.ts';
import type { World } from './world.ts';

/** Every file named by a command must have been uploaded to this hall: a hash somebody made up is no material. */
export async function checkFiles(
  db: Db,
  jurisdiction: string,
  commands: readonly CaseCommand[],
): Promise<Result<void, ActProblem>> {
  const hashes = [...new Set(commands.flatMap(filesOf))];
  if (hashes.length === 0) return ok(undefined);
  const { rows } = await sql<{ known: number }>`select count(*)::int as known from casework.uploads
    where jurisdiction = ${jurisdiction} and sha256 = any(${hashes})`.execute(db);
  return rows[0]?.known === hashes.length ? ok(undefined) : refuse({ why: 'unknown_file' });
}

function filesOf(command: CaseCommand): readonly string[] {
  if ('materials' in command) return command.materials.flatMap(({ file }: HandedIn) => file?.sha256 ?? []);
  return command.type === 'attachMinutes' && command.file !== undefined ? [command.file] : [];
}

interface On {
  readonly item: ServiceItem;
  readonly today: Day;
}

/** A step may be handed only to somebody who could do it; those sent on a visit must work here. */
export async function checkPeople(
  world: World,
  jurisdiction: string,
  command: CaseCommand,
  { item, today }: On,
): Promise<Result<void, ActProblem>> {
  if (command.type === 'startSpecialProcedure') {
    const names = await world.near.peopleNames(jurisdiction, command.officers);
    return command.officers.every((person) => names.has(person)) ? ok(undefined) : refuse({ why: 'unknown_person' });
  }
  if (command.type !== 'handOverStep') return ok(undefined);
  const standing = await world.near.standingOf(jurisdiction, command.to);
  const needed = neededFor('completeStep', item, command.stepId);
  if (standing === undefined || needed === 'system') return refuse({ why: 'unknown_person' });
  const allowed = mayAct(standing, { ...needed, item: item.id, on: today });
  return allowed.ok ? ok(undefined) : refuse({ why: 'unknown_person' });
}
