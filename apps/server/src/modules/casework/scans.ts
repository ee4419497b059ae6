import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { CaseKey } from './tracking.ts';
import type { World } from './world.ts';

/** What is known of a file. */
export type FileState = 'unscanned' | 'clean' | 'infected';
/** As people see it: with a scanner, an unscanned file is one that waits for it. */
export type ShownState = FileState | 'pending';

export const shownState = ({ scanner }: Pick<World, 'scanner'>, state: FileState): ShownState =>
  state === 'unscanned' && scanner !== undefined ? 'pending' : state;

interface Known {
  readonly jurisdiction: string;
  readonly sha256: string;
}

/**
 * Shows a file to the scanner; `unscanned` where there is none. Given which file it is, what comes of it is remembered;
 * a file that has no row yet is refused before it gets one.
 */
export async function checkedNow(
  world: World,
  bytes: Uint8Array,
  known?: Known,
): Promise<Result<'unscanned' | 'clean', 'file_infected' | 'scanner_unavailable'>> {
  const { scanner, shell } = world;
  if (scanner === undefined) return ok('unscanned');
  const verdict = await scanner.scan(bytes);
  switch (verdict.kind) {
    case 'unavailable':
      shell.log.error({ reason: verdict.reason }, 'the virus scanner is not available');
      return refuse('scanner_unavailable');
    case 'infected':
      shell.log.warn(
        { signature: verdict.signature, sha256: world.files.nameOf(bytes) },
        'an infected file was refused',
      );
      if (known !== undefined) await remember(world, known, verdict.signature);
      return refuse('file_infected');
    case 'clean':
      if (known !== undefined) await remember(world, known, null);
      return ok('clean');
  }
}

async function remember({ shell }: World, { jurisdiction, sha256 }: Known, signature: string | null): Promise<void> {
  await sql`update casework.uploads
    set state = ${signature === null ? 'clean' : 'infected'}, signature = ${signature}, scanned_at = ${shell.now()}::timestamptz
    where jurisdiction = ${jurisdiction} and sha256 = ${sha256}`.execute(shell.db);
}

/** The state of every file of a case, by hash. */
export async function fileStates(world: World, key: CaseKey): Promise<ReadonlyMap<string, ShownState>> {
  const { rows } = await sql<{ sha256: string; state: FileState }>`select sha256, u.state
    from casework.case_files f join casework.uploads u using (jurisdiction, sha256)
    where jurisdiction = ${key.jurisdiction} and f.case_id = ${key.caseId}`.execute(world.shell.db);
  return new Map(rows.map(({ sha256, state }) => [sha256, shownState(world, state)]));
}
