import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const CHUNK = 1_048_576;

/** A file as it was copied. */
export interface Copied {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Copies one file, synced, and answers what it copied; undefined when the file is no longer there, which a database at
 * work may do at any moment. The hash is of the bytes that were written, whatever happened to the source meanwhile.
 */
export async function copyFile(from: string, to: string, path: string): Promise<Copied | undefined> {
  const source = await open(from, 'r').catch(ifGone);
  if (source === undefined) return undefined;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const target = await open(to, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      const chunk = Buffer.allocUnsafe(CHUNK);
      let bytes = 0;
      for (;;) {
        const { bytesRead } = await source.read(chunk, 0, CHUNK, null);
        if (bytesRead === 0) break;
        hash.update(chunk.subarray(0, bytesRead));
        await target.writeFile(chunk.subarray(0, bytesRead));
        bytes += bytesRead;
      }
      await target.sync();
      return { path, bytes, sha256: hash.digest('hex') };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Writes a small file of our own, private and synced. */
export async function writePrivate(path: string, text: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return createHash('sha256').update(text).digest('hex');
}

export interface Tree {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Every file and folder below `root`, as paths with `/`; a branch `skip` names is left out with all that is in it. */
export async function treeOf(root: string, skip: (path: string) => boolean = () => false): Promise<Tree> {
  const files: string[] = [];
  const folders: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of (await readdir(join(root, folder), { withFileTypes: true }).catch(ifGone)) ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (skip(path)) continue;
      if (entry.isDirectory()) {
        folders.push(path);
        await walk(path);
      } else if (entry.isFile()) files.push(path);
    }
  };
  await walk('');
  return { files, folders };
}

export function ifGone(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
