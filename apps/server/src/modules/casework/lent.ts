import { sql } from 'kysely';
import { checkedNow, type FileState } from './scans.ts';
import type { World } from './world.ts';

interface Held {
  readonly jurisdiction: string;
  readonly sha256: string;
}

/** A file this officer uploaded, for a module that keeps it with something other than a case; undefined for another's. */
export async function officerUpload(
  { shell }: Pick<World, 'shell'>,
  { jurisdiction, sha256, person }: Held & { readonly person: string },
): Promise<{ readonly mediaType: string } | undefined> {
  const { rows } = await sql<{ mediaType: string }>`select u.media_type as "mediaType"
    from casework.uploads u join casework.upload_holders h using (jurisdiction, sha256)
    where jurisdiction = ${jurisdiction} and sha256 = ${sha256} and h.holder = ${`officer:${person}`}
      and u.state <> 'infected'`.execute(shell.db);
  return rows[0];
}

/** Its bytes; undefined where they are gone, infected, or wait for a scanner that does not answer. */
export async function lentFile(world: World, held: Held): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ state: FileState }>`select state from casework.uploads
    where jurisdiction = ${held.jurisdiction} and sha256 = ${held.sha256}`.execute(world.shell.db);
  const [row] = rows;
  if (row === undefined || row.state === 'infected') return undefined;
  const bytes = await world.files.get(held.sha256);
  if (bytes === null || row.state === 'clean') return bytes ?? undefined;
  return (await checkedNow(world, bytes, held)).ok ? bytes : undefined;
}
