import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Crypto } from '../crypto/provider.ts';

/** Files by the SHA-256 of what is in them: the name is the proof, the same bytes are kept once, nothing is ever overwritten. */
export interface FileStore {
  /** The name the bytes have or would have; nothing is kept. */
  readonly nameOf: (bytes: Uint8Array) => string;
  /** Keeps the bytes and names them; when it returns they survive a power cut. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  /** The bytes, or `null` where the store has none of that name. Throws {@link DamagedFile} when they are no longer what they were. */
  readonly get: (sha256: string) => Promise<Uint8Array | null>;
  readonly exists: (sha256: string) => Promise<boolean>;
}

/** The disk gave back other bytes than were put: somebody or something changed the file. */
export class DamagedFile extends Error {
  readonly sha256: string;

  constructor(sha256: string) {
    super(`the file ${sha256} is not what was stored`);
    this.name = 'DamagedFile';
    this.sha256 = sha256;
  }
}

export interface LocalFilesParts {
  readonly folder: string;
  readonly crypto: Pick<Crypto, 'sha256'>;
}

const NAME = /^[0-9a-f]{64}$/;

/** Kept under `<folder>/ab/cd/abcd…`, so that no folder grows beyond what tools can list (65,536 folders). */
export function createLocalFiles({ folder, crypto }: LocalFilesParts): FileStore {
  const folderOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4));
  const pathOf = (sha256: string): string => {
    // A name comes from a URL as often as from us; anything but a digest could climb out of the folder.
    if (!NAME.test(sha256)) throw new RangeError('not a SHA-256 in hexadecimal');
    return join(folderOf(sha256), sha256);
  };
  const get = async (sha256: string): Promise<Uint8Array | null> => {
    const bytes = await readIfThere(pathOf(sha256));
    if (bytes !== null && crypto.sha256(bytes) !== sha256) throw new DamagedFile(sha256);
    return bytes;
  };
  const put = async (bytes: Uint8Array): Promise<string> => {
    const sha256 = crypto.sha256(bytes);
    const kept = await readIfThere(pathOf(sha256));
    // Bytes found damaged are put right by whoever brings the true ones. Even a file found whole has its folders synced:
    // the writer it came from may have been killed before that.
    if (kept === null || crypto.sha256(kept) !== sha256) await writeBeside(folderOf(sha256), pathOf(sha256), bytes);
    await syncFolders(folderOf(sha256));
    return sha256;
  };
  return { nameOf: (bytes) => crypto.sha256(bytes), put, get, exists: (sha256) => isThere(pathOf(sha256)) };
}

/** Written beside, synced, renamed, and the folders synced: after a power cut the name is absent or whole, never half. */
async function writeBeside(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = `${path}.${randomUUID()}.new`;
  try {
    await syncedWrite(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function syncedWrite(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name, its folder and that one's folder. Windows cannot open a folder to sync it; its file system orders the rename itself. */
async function syncFolders(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const level of [folder, join(folder, '..'), join(folder, '..', '..')]) await syncFolder(level);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
