import type { Mined } from '@yimen/core/history';
import type { Reading } from './readings.ts';
import type { StoredLog } from './store.ts';
import type { History } from './world.ts';

/** The kept file of a log. Throws where it is gone: only a backup helps then. */
export async function bytesOf({ files }: Pick<History, 'files'>, { file, name }: StoredLog): Promise<Uint8Array> {
  const bytes = await files.get(file);
  if (bytes === null) throw new Error(`the file of the log ${name} is gone`);
  return bytes;
}

/** A reading as it stands; throws what it failed with. */
export function standing<Answer>({ failed, ...reading }: Reading<Answer>): Omit<Reading<Answer>, 'failed'> {
  if (failed === undefined) return reading;
  throw failed instanceof Error ? failed : new Error('a log could not be read');
}

/** What a log says, as far as it was read. Reading is begun by the first who asks. */
export const minedOf = (world: History, log: StoredLog): Omit<Reading<Mined>, 'failed'> =>
  standing(
    world.minings.of(log.file, async (told) =>
      world.miner.ask({ ask: 'mine', bytes: await bytesOf(world, log) }, told),
    ),
  );
