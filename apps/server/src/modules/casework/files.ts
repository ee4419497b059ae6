import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { HandedIn } from '@yimen/core/casework';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import type { CaseKey } from './tracking.ts';
import type { World } from './world.ts';

export type StoredFile = NonNullable<HandedIn['file']>;

interface Signature {
  readonly mediaType: string;
  readonly starts: readonly number[];
  readonly at?: number;
}

/** Told by what is in the file, never by its name: a script called scan.pdf is not taken. */
const SIGNATURES: readonly Signature[] = [
  { mediaType: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/tiff', starts: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: 'image/tiff', starts: [0x4d, 0x4d, 0x00, 0x2a] },
  { mediaType: 'image/webp', starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { mediaType: 'image/heic', starts: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], at: 4 },
  { mediaType: 'application/zip', starts: [0x50, 0x4b, 0x03, 0x04] },
];

/** OFD and office documents are archives; everything else that is one stays out. */
const ARCHIVES: readonly (readonly [marker: string, mediaType: string])[] = [
  ['OFD.xml', 'application/ofd'],
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const found = SIGNATURES.find(({ starts, at = 0 }) => starts.every((byte, index) => bytes[at + index] === byte));
  if (found?.mediaType !== 'application/zip') return found?.mediaType;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return ARCHIVES.find(([marker]) => text.includes(marker))?.[1];
}

export type UploadRefusal = 'empty_file' | 'file_type_not_taken';

/** Keeps the bytes under their hash and notes that this hall was given them. */
export async function takeFile(
  world: World,
  jurisdiction: string,
  upload: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<StoredFile, UploadRefusal>> {
  const { bytes } = upload;
  if (bytes.length === 0) return refuse('empty_file');
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) return refuse('file_type_not_taken');
  const sha256 = await world.files.put(bytes);
  await noteUpload(world.shell.db, { jurisdiction, sha256, bytes: bytes.length, mediaType, at: world.shell.now() });
  return ok({ sha256, name: plainName(upload.name), mediaType, bytes: bytes.length });
}

interface Noted {
  readonly jurisdiction: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly at: Instant;
}

async function noteUpload(db: Db, { jurisdiction, sha256, bytes, mediaType, at }: Noted): Promise<void> {
  await sql`insert into casework.uploads (jurisdiction, sha256, bytes, media_type, at)
    values (${jurisdiction}, ${sha256}, ${bytes}, ${mediaType}, ${at}::timestamptz) on conflict do nothing`.execute(db);
}

/** A name is shown and put into headers: no paths, no control characters, not endless. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are the point
  const plain = last.replaceAll(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return Array.from(plain).slice(0, 120).join('') || '文件';
}

/** A file of this case; undefined for any other, whether it exists or not. */
export async function findCaseFile(
  world: World,
  key: CaseKey,
  sha256: string,
): Promise<{ readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string } | undefined> {
  const { rows } = await sql<{ name: string; media_type: string }>`select name, media_type from casework.case_files
    where jurisdiction = ${key.jurisdiction} and case_id = ${key.caseId} and sha256 = ${sha256}`.execute(
    world.shell.db,
  );
  const row = rows[0];
  const bytes = row === undefined ? null : await world.files.get(sha256);
  return row === undefined || bytes === null ? undefined : { bytes, name: row.name, mediaType: row.media_type };
}

/** The hash of every file anybody was given a name for: what a restored file store must hold. */
export async function storedUploads(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from casework.uploads
    union select sha256 from casework.case_files`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}
