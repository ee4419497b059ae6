import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { adoptCluster, postgresVersion } from '../database/index.ts';
import { demandEmpty } from './backup.ts';
import { copyFile, type Copied } from './copy.ts';
import { BackupError } from './error.ts';
import { readManifest, type Manifest } from './manifest.ts';

export interface RestoreOrder {
  readonly from: string;
  /** A folder that is not there yet, or is empty. */
  readonly dataFolder: string;
}

const STAGE = '.restoring';

/**
 * Puts a backup into an empty data folder and answers its manifest. Every byte is checked against the manifest on the
 * way; `prove` is given the folder while it is still aside, and may throw. Only then does it become the data folder's
 * own, so a server started meanwhile never finds half of it. The database gets passwords of its own.
 */
export async function restoreBackup<T>(
  { from, dataFolder }: RestoreOrder,
  prove: (folder: string) => Promise<T>,
): Promise<{ readonly manifest: Manifest; readonly proof: T }> {
  const manifest = await readManifest(from);
  await demandFitting(manifest);
  await demandEmpty(resolve(dataFolder));
  const stage = join(resolve(dataFolder), STAGE);
  try {
    await copyChecked(from, stage, manifest);
    await adoptCluster(stage);
    const proof = await prove(stage);
    await moveIn(stage, resolve(dataFolder));
    return { manifest, proof };
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
}

async function demandFitting({ postgres, machine }: Manifest): Promise<void> {
  const own = await postgresVersion();
  const wanted = Math.floor(postgres / 10_000);
  if (own !== wanted)
    throw new BackupError(
      `备份来自 PostgreSQL ${String(wanted)}，本程序带的是 ${String(own)}；请用当时的版本恢复后再升级`,
      `the backup is of PostgreSQL ${String(wanted)}, this release brings ${String(own)}: restore with the release it was made by`,
    );
  const here = `${process.platform}-${process.arch}`;
  if (machine !== here)
    throw new BackupError(
      `备份来自 ${machine}，不能在 ${here} 上恢复`,
      `the backup was made on ${machine} and cannot be opened on ${here}`,
    );
}

async function copyChecked(from: string, stage: string, { folders, files }: Manifest): Promise<void> {
  for (const folder of folders) await mkdir(join(stage, homeOf(folder)), { recursive: true, mode: 0o700 });
  const wrong: string[] = [];
  for (const entry of files) if (!(await isCopied(from, stage, entry))) wrong.push(entry.path);
  if (wrong.length === 0) return;
  const shown = wrong.slice(0, 5).join(', ');
  throw new BackupError(
    `备份有 ${String(wrong.length)} 个文件缺失或已改变，未恢复：${shown}`,
    `${String(wrong.length)} files of the backup are missing or were changed, nothing was restored: ${shown}`,
  );
}

async function isCopied(from: string, stage: string, { path, bytes, sha256 }: Copied): Promise<boolean> {
  const copied = await copyFile(join(from, path), join(stage, homeOf(path)), path);
  return copied?.sha256 === sha256 && copied.bytes === bytes;
}

const homeOf = (path: string): string => path.replace(/^database(?=\/|$)/, 'postgres');

/** The database last: until it is there, the folder is none of ours to start on. */
async function moveIn(stage: string, dataFolder: string): Promise<void> {
  const names = (await readdir(stage)).toSorted(
    (left, right) => Number(left === 'postgres') - Number(right === 'postgres'),
  );
  for (const name of names) await rename(join(stage, name), join(dataFolder, name));
  await rmdir(stage);
}
