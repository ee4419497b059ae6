import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refuse } from '@yimen/kernel';
import { readNote } from '../note.ts';
import { readIfThere, writeWhole } from '../signer.ts';
import { AHEAD, type Witness } from './witness.ts';

const LATEST = 'latest.note';

/** A folder, better one on another machine or one that can only be added to: every checkpoint by its size, and the latest. */
export function folderWitness(folder: string): Witness {
  return {
    name: `folder ${folder}`,
    everyMs: 0,
    take: async ({ origin, size, note }) => {
      const place = join(folder, origin.replaceAll(/[^\w.-]/g, '_'));
      await mkdir(place, { recursive: true });
      const seen = readNote((await readIfThere(join(place, LATEST))) ?? '');
      if (seen !== undefined && seen.size > size) return refuse(AHEAD);
      await writeWhole(join(place, `${String(size).padStart(15, '0')}.note`), note);
      await writeWhole(join(place, LATEST), note);
      return ok({});
    },
  };
}
