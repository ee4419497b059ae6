import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { HandedIn } from '@yimen/core/casework';
import { sql } from 'kysely';
import { transact } from '../../platform/ledger/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { inspect, type Inspected, type UploadRefusal } from '../../platform/uploads/index.ts';
import { placeOf } from './applicant.ts';
import { hold, type Holder } from './holders.ts';
import { checkedNow, shownState, type FileState, type ShownState } from './scans.ts';
import type { CaseKey } from './tracking.ts';
import type { World } from './world.ts';

export type StoredFile = NonNullable<HandedIn['file']> & { readonly state: ShownState };

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes one file: inspected, shown to the scanner, and only then kept under its hash and noted as this holder's. Of a file
 * that is refused nothing remains, and nothing is kept while a configured scanner does not answer.
 */
export async function takeFile(
  world: World,
  holder: Holder,
  { name, bytes }: Upload,
): Promise<Result<StoredFile, UploadRefusal>> {
  const inspected = await inspect(bytes, name);
  if (!inspected.ok) return inspected;
  const scanned = await checkedNow(world, bytes);
  if (!scanned.ok) return scanned;
  return transact(world.shell.db, (tx) => keep(world, tx, holder, { bytes, ...inspected.value, state: scanned.value }));
}

interface Checked extends Inspected {
  readonly bytes: Uint8Array;
  readonly state: FileState;
}

/** The bytes go to the disk last and inside the transaction: a row without a file cannot come of it. */
async function keep(
  world: World,
  tx: Tx,
  holder: Holder,
  { bytes, name, mediaType, state }: Checked,
): Promise<Result<StoredFile, UploadRefusal>> {
  const at = world.shell.now();
  const sha256 = world.files.nameOf(bytes);
  const known = await note(tx, { ...holder, sha256, bytes: bytes.length, mediaType, at, state });
  if (known === 'infected') return refuse('file_infected');
  const held = await hold(tx, holder, { sha256, at });
  if (!held.ok) return held;
  const put = await putOrSay(world, bytes);
  if (!put.ok) return put;
  return ok({ sha256, name, mediaType, bytes: bytes.length, state: shownState(world, known) });
}

interface Noted {
  readonly jurisdiction: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly at: Instant;
  readonly state: FileState;
}

/** What is known of these bytes, whoever brought them first: an older verdict stands until a scanner gives a new one. */
async function note(tx: Tx, { jurisdiction, sha256, bytes, mediaType, at, state }: Noted): Promise<FileState> {
  const scannedAt = state === 'unscanned' ? null : at;
  const { rows } = await sql<{ state: FileState }>`insert into casework.uploads as known
      (jurisdiction, sha256, bytes, media_type, at, state, scanned_at)
    values (${jurisdiction}, ${sha256}, ${bytes}, ${mediaType}, ${at}::timestamptz, ${state}, ${scannedAt}::timestamptz)
    on conflict (jurisdiction, sha256) do update set
      state = case when excluded.state = 'unscanned' then known.state else excluded.state end,
      scanned_at = coalesce(excluded.scanned_at, known.scanned_at),
      signature = case when excluded.state = 'unscanned' then known.signature end
    returning state`.execute(tx);
  return rows[0]?.state ?? state;
}

/** The disk is full, read-only or gone: the machine's fault, and passing. */
const STORE_AWAY = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR', 'EMFILE', 'ENFILE']);

async function putOrSay({ files, shell }: World, bytes: Uint8Array): Promise<Result<string, 'store_unavailable'>> {
  try {
    return ok(await files.put(bytes));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && STORE_AWAY.has(String(error.code)))) throw error;
    shell.log.error({ err: error }, 'the file store takes no files');
    return refuse('store_unavailable');
  }
}

export interface CaseFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** As it was found to be when it was taken, never as a command called it. */
  readonly mediaType: string;
}

/**
 * A file of this case; not found for any other, whether it exists or not. One that no scanner has seen is shown to the
 * scanner first where there is one: nothing is served before.
 */
export async function findCaseFile(
  world: World,
  key: CaseKey,
  sha256: string,
): Promise<Result<CaseFile, 'not_found' | 'file_infected' | 'scanner_unavailable'>> {
  const { rows } = await sql<{
    name: string;
    media_type: string;
    state: FileState;
  }>`select f.name, u.media_type, u.state
    from casework.case_files f join casework.uploads u using (jurisdiction, sha256)
    where jurisdiction = ${key.jurisdiction} and f.case_id = ${key.caseId} and sha256 = ${sha256}`.execute(
    world.shell.db,
  );
  const row = rows[0];
  const bytes = row === undefined ? null : await world.files.get(sha256);
  if (row === undefined || bytes === null) return refuse('not_found');
  if (row.state === 'infected') return refuse('file_infected');
  const scanned = row.state === 'clean' ? ok(row.state) : await checkedNow(world, bytes, { ...key, sha256 });
  return scanned.ok
    ? ok({ bytes, name: world.keeper.open(row.name, placeOf(key)), mediaType: row.media_type })
    : scanned;
}

/** The hash of every file anybody was given a name for: what a restored file store must hold. */
export async function storedUploads(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from casework.uploads
    union select sha256 from casework.case_files`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}
