import { mkdir, readdir, rename, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Instant } from '@yimen/kernel';
import pg from 'pg';
import { z } from 'zod';
import { openAsSuperuser } from '../database/index.ts';
import { copyCluster, type CopiedCluster } from './cluster.ts';
import { copyFile, ifGone, treeOf, writePrivate, type Copied } from './copy.ts';
import { BackupError } from './error.ts';
import { writeManifest, type Manifest } from './manifest.ts';

export interface BackupOrder {
  readonly dataFolder: string;
  /** A folder that is not there yet, or is empty. */
  readonly to: string;
  /** Whether the keys that seal papers go along, and their certificates. */
  readonly withKeys: boolean;
  readonly now: () => Instant;
}

export interface BackupMade {
  readonly files: number;
  readonly bytes: number;
  /** Stored files whose bytes are not what their name says; they are in the backup as they are. */
  readonly damaged: readonly string[];
}

const RECORD = 'backup.json';
/** What goes along with the keys: certificates without their keys would vouch for other ones. */
const KEYS = ['keys', 'certificates'];

/**
 * Copies a whole installation, beside its running server or alone: first the database, then the stored files, so that
 * every file an act names is there (a file is written before the act that names it, and never removed). Throws
 * {@link BackupError} in words.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupMade> {
  const from = resolve(order.dataFolder);
  const to = resolve(order.to);
  await demandEmpty(to);
  const madeAt = order.now();
  const { cluster, migrations } = await copyDatabase(from, to);
  const stored = await copyTrees(from, to, order.withKeys ? ['files', ...KEYS] : ['files']);
  const files = [...cluster.files, ...stored.files];
  await writeManifest(to, {
    ...cluster,
    product: 'yimen',
    format: 1,
    madeAt,
    machine: `${process.platform}-${process.arch}`,
    migrations,
    withKeys: order.withKeys,
    folders: [...cluster.folders, ...stored.folders],
    files,
  } satisfies Manifest);
  await recordBackup(from, madeAt);
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    damaged: damagedOf(stored.files),
  };
}

/** A folder somebody else's things are in is not ours to write to. */
export async function demandEmpty(folder: string): Promise<void> {
  const there = (await readdir(folder).catch(ifGone)) ?? [];
  if (there.length > 0) throw new BackupError(`${folder} 不是空目录`, `${folder} is not empty`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function copyDatabase(
  from: string,
  to: string,
): Promise<{ readonly cluster: CopiedCluster; readonly migrations: string[] }> {
  const database = await openAsSuperuser(from);
  if (database === undefined) throw new BackupError(`${from} 里没有数据库`, `there is no database in ${from}`);
  try {
    const client = new pg.Client({ connectionString: database.connectionString, application_name: 'yimen backup' });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>('select name from platform.migration order by name');
      const cluster = await copyCluster(client, { from: join(from, 'postgres'), to });
      return { cluster, migrations: rows.map(({ name }) => name) };
    } finally {
      await client.end();
    }
  } finally {
    await database.stop();
  }
}

async function copyTrees(
  from: string,
  to: string,
  names: readonly string[],
): Promise<Pick<Manifest, 'files' | 'folders'>> {
  const files: Copied[] = [];
  const folders: string[] = [];
  for (const name of names) {
    const tree = await treeOf(join(from, name), (path) => path.endsWith('.new'));
    folders.push(name, ...tree.folders.map((path) => `${name}/${path}`));
    for (const path of tree.files.map((file) => `${name}/${file}`)) {
      const entry = await copyFile(join(from, path), join(to, path), path);
      if (entry !== undefined) files.push(entry);
    }
  }
  return { files, folders };
}

/** The store names files by their hash, so a copy proves the original. */
function damagedOf(entries: readonly Copied[]): readonly string[] {
  return entries
    .filter(({ path, sha256 }) => path.startsWith('files/') && basename(path) !== sha256)
    .map(({ path }) => path);
}

const Record = z.object({ madeAt: z.string() });

async function recordBackup(dataFolder: string, madeAt: Instant): Promise<void> {
  const path = join(dataFolder, RECORD);
  const beside = `${path}.${String(process.pid)}.new`;
  await writePrivate(beside, `${JSON.stringify({ madeAt })}\n`);
  await rename(beside, path);
}

/** When the last backup of this data folder was begun; undefined when none was ever finished. */
export async function lastBackup(dataFolder: string): Promise<Instant | undefined> {
  const text = await readFile(join(dataFolder, RECORD), 'utf8').catch(ifGone);
  if (text === undefined) return undefined;
  return Record.parse(JSON.parse(text)).madeAt as Instant;
}
