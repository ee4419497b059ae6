import { randomUUID } from 'node:crypto';
import { anyang } from '@yimen/demo';
import { dayOf } from '@yimen/kernel';
import { actOnCase, type World } from '../../apps/server/src/modules/casework/index.ts';
import { lifeOf } from './life.ts';

export const WINDOWS = 16;

/** So many applications received at the counter, by {@link WINDOWS} windows at once, and left there. */
export async function receiveMany(world: World, cases: number): Promise<void> {
  const standing = await world.near.standingOf(anyang, 'zhou.min');
  if (standing === undefined) throw new Error('nobody is at the counter');
  const commands = lifeOf(1, dayOf(world.shell.now()))
    .slice(0, 2)
    .map(({ command }) => command);
  let left = cases;
  const window = async (): Promise<void> => {
    while ((left -= 1) >= 0) {
      const key = { jurisdiction: anyang, caseId: randomUUID() };
      const by = { kind: 'officer', standing } as const;
      const done = await actOnCase(world, { key, commandId: randomUUID(), commands, by });
      if (!done.ok) throw new Error(done.error.why);
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, window));
}
