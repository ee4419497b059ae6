import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { copyFile, treeOf, writePrivate, type Copied } from './copy.ts';
import { BackupError } from './error.ts';
import type { Manifest } from './manifest.ts';

/** Emptied by PostgreSQL at every start, or belonging to the running server only (its manual, “Making a base backup”). */
const EMPTIED = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'log',
];
const INSIDE_EMPTIED = new RegExp(`^(${EMPTIED.join('|')})/`);
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map|backup_manifest|current_logfiles(\.tmp)?|pg_internal\.init(\.\d+)?|postgresql\.auto\.conf\.tmp|pgsql_tmp[^/]*)$/;
/** Copied last: it says where replay must begin when there is no label, so it may be newer than the files, never older. */
const CONTROL = 'global/pg_control';
/** Written and read in one piece; its own checksum would stop a start from half of it. */
const CONTROL_BYTES = 8192;

export type CopiedCluster = Pick<Manifest, 'log' | 'postgres' | 'folders' | 'files'>;

interface Place {
  /** The folder of the running database. */
  readonly from: string;
  /** The folder of the backup. */
  readonly to: string;
}

/**
 * Copies a running database without stopping it: its files, in whatever state each is caught, and the write-ahead log
 * that brings them all to one moment, that of the end of the copying. Every act acknowledged before is in it. Pages are
 * written whole into the log (`full_page_writes`), so one caught half written is put right by replay.
 */
export async function copyCluster(client: pg.Client, place: Place): Promise<CopiedCluster> {
  // Temporary: it holds back the removal of log segments while we copy and goes with this session.
  await client.query(`select pg_create_physical_replication_slot('yimen_backup_' || pg_backend_pid(), true, true)`);
  const begun = await one(
    client,
    `select pg_walfile_name(lsn) as segment, lsn::text from pg_backup_start('yimen', true) lsn`,
  );
  const copied = await copyFiles(place);
  const ended = await one(
    client,
    `select pg_walfile_name(lsn) as segment, lsn::text, labelfile as label, current_setting('server_version_num') as version
     from pg_backup_stop(false)`,
  );
  const label = await write(place, 'backup_label', ended['label'] ?? '');
  const segments = await copyLog(place, begun['segment'] ?? '', ended['segment'] ?? '');
  return {
    log: { from: begun['lsn'] ?? '', to: ended['lsn'] ?? '' },
    postgres: Number(ended['version']),
    folders: [
      'database',
      ...copied.folders.map(inDatabase),
      ...['archive_status', 'summaries'].map((name) => inDatabase(`pg_wal/${name}`)),
    ],
    files: [...copied.files, label, ...segments],
  };
}

const inDatabase = (path: string): string => `database/${path}`;

type Row = Readonly<Record<string, string>>;

async function one(client: pg.Client, text: string): Promise<Row> {
  const { rows } = await client.query<Record<string, string>>(text);
  return rows[0] ?? {};
}

async function copyFiles({
  from,
  to,
}: Place): Promise<{ readonly folders: readonly string[]; readonly files: readonly Copied[] }> {
  const { files, folders } = await treeOf(from, (path) => INSIDE_EMPTIED.test(path) || LEFT_OUT.test(path));
  const ordered = [...files.filter((path) => path !== CONTROL), CONTROL];
  const copied: Copied[] = [];
  for (const path of ordered) {
    const entry = await copyFile(join(from, path), join(to, inDatabase(path)), inDatabase(path));
    if (entry !== undefined) copied.push(entry);
  }
  const control = copied.at(-1);
  if (control?.path !== inDatabase(CONTROL) || control.bytes !== CONTROL_BYTES)
    throw new BackupError('数据库的控制文件无法复制', 'the control file of the database could not be copied');
  return { folders, files: copied };
}

async function write({ to }: Place, path: string, text: string): Promise<Copied> {
  const sha256 = await writePrivate(join(to, inDatabase(path)), text);
  return { path: inDatabase(path), bytes: Buffer.byteLength(text), sha256 };
}

/** Segment names sort as the log runs, within a timeline; ours has one unless it was restored, and then the newest goes on. */
async function copyLog({ from, to }: Place, first: string, last: string): Promise<readonly Copied[]> {
  const names = (await readdir(join(from, 'pg_wal'))).filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last,
  );
  const copied: Copied[] = [];
  for (const name of names.toSorted()) {
    const path = inDatabase(`pg_wal/${name}`);
    const entry = await copyFile(join(from, 'pg_wal', name), join(to, path), path);
    if (entry !== undefined) copied.push(entry);
  }
  if (!copied.some(({ path }) => path.endsWith(first)) || !copied.some(({ path }) => path.endsWith(last)))
    throw new BackupError('预写日志在复制期间被清除', 'the log was removed while it was being copied');
  return copied;
}
