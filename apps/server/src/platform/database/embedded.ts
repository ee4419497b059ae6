import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { commandOf } from './binaries.ts';
import { openCluster, OWNER_ROLE, SUPERUSER, type Cluster } from './cluster.ts';
import { hasEnded, isInUse, readPostmaster } from './postmaster.ts';

export interface EmbeddedOptions {
  /** The database lives in `<dataFolder>/postgres`, its secrets in `<dataFolder>/postgres.json`. */
  readonly dataFolder: string;
  /** Told what takes time. */
  readonly progress?: (event: 'initialising' | 'starting') => void;
  /** More settings for PostgreSQL. Durability cannot be traded here: `checkDatabase` refuses to work without it. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL of our own, on 127.0.0.1 and a port that was free. */
export interface EmbeddedDatabase {
  /** The superuser, database `postgres`: for making and dropping databases only. */
  readonly superuserConnectionString: string;
  /** The owner of the database `yimen`: migrates. Not a superuser. */
  readonly ownerConnectionString: string;
  /** Ends all sessions and stops PostgreSQL cleanly. */
  readonly stop: () => Promise<void>;
}

/** A database that cannot be started. The words are for the person who runs the server. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}

interface Launching {
  readonly settings: Readonly<Record<string, string>>;
  /** The one its users know already, when it is started again; a free one otherwise. */
  readonly port?: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

const DATABASE = 'yimen';
const STARTS = 6;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
const RESTART_PAUSE_MS = 1000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Seven files, one per weekday, each overwritten a week later.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_size: '0',
};

const pause = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${String(port)}/${database}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new EmbeddedDatabaseError('no free port on 127.0.0.1');
  return address.port;
}

/** A PostgreSQL left over from a killed Yimen is stopped; one that a living Yimen uses is not ours to touch. */
async function clearLeftover(cluster: Cluster): Promise<void> {
  const found = readPostmaster(cluster.folder);
  if (!found?.ready) return;
  if (await isInUse(urlOf(SUPERUSER, cluster.secrets.superuser, found.port, 'postgres')))
    throw new EmbeddedDatabaseError(
      `another Yimen is running on this data folder (PostgreSQL process ${String(found.pid)})`,
    );
  stopByControl(cluster);
}

function stopByControl({ launch, binaries, folder }: Cluster): void {
  const [program, args] = commandOf(launch, binaries.pg_ctl, ['stop', '-D', folder, '-m', 'fast', '-w']);
  spawnSync(program, args, { ...launch.ids, cwd: '/' });
}

/**
 * Starts the server once; undefined when it ended before it was ready, which its output explains. A killed one left its
 * `postmaster.pid` behind: only another process than that counts.
 */
async function launchOnce(cluster: Cluster, { settings, port: wanted }: Launching): Promise<Running | undefined> {
  const port = wanted ?? (await freePort());
  const before = readPostmaster(cluster.folder)?.pid;
  const child = spawnServer(cluster, { ...settings, port: String(port) });
  let failed = false;
  child.once('error', () => (failed = true));
  for (let waited = 0; waited < START_LIMIT_MS; waited += 20) {
    if (failed || hasExited(child)) return undefined;
    const seen = readPostmaster(cluster.folder);
    if (seen?.ready === true && seen.port === port && seen.pid !== before) return { child, port };
    await pause(20);
  }
  child.kill('SIGINT');
  return undefined;
}

const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function spawnServer(cluster: Cluster, settings: Readonly<Record<string, string>>): ChildProcess {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, args] = commandOf(cluster.launch, cluster.binaries.postgres, ['-D', cluster.folder, ...flags]);
  const output = openSync(startLog(cluster), 'w');
  // A process group of its own: Ctrl-C in the terminal must reach Yimen alone, which then stops its database last.
  const child = spawn(program, args, {
    ...cluster.launch.ids,
    cwd: '/',
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

function startLog(cluster: Cluster): string {
  return join(cluster.folder, '..', 'postgres-start.log');
}

/**
 * After a kill the first starts may fail, while the system still holds the dead server's shared memory or its
 * `postmaster.pid` names a process that is just ending.
 */
async function launchPatiently(cluster: Cluster, launching: Launching): Promise<Running> {
  for (let attempt = 1; attempt <= STARTS; attempt += 1) {
    await clearLeftover(cluster);
    const running = await launchOnce(cluster, launching);
    if (running) return running;
    await pause(200 * attempt);
  }
  const log = existsSync(startLog(cluster)) ? readFileSync(startLog(cluster), 'utf8').trim() : '';
  throw new EmbeddedDatabaseError(`PostgreSQL did not start: ${log}`);
}

/** The owner's role and database, when they are not there yet. */
async function ensureDatabase(client: pg.Client, ownerPassword: string): Promise<void> {
  const roles = await client.query('select from pg_roles where rolname = $1', [OWNER_ROLE]);
  if (roles.rowCount === 0)
    await client.query(`create role ${OWNER_ROLE} login createrole password ${pg.escapeLiteral(ownerPassword)}`);
  const databases = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (databases.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
}

/** Stops the server when this process ends without having been asked to: only synchronous work is possible then. */
function stopOnExit(child: ChildProcess): () => void {
  const kill = (): void => void child.kill('SIGINT');
  process.once('exit', kill);
  return () => process.off('exit', kill);
}

/** The server while Yimen runs: started again, on the same port, when it ends without having been asked to. */
interface Supervised {
  running: Running;
  stopping: boolean;
  restarting: Promise<void>;
  guard: pg.Client | undefined;
  forget: () => void;
}

/**
 * A PostgreSQL that was killed (a person, the system short of memory) would otherwise be missed until somebody comes.
 * Meanwhile every request is answered 503; pools connect again by themselves.
 */
function supervise(cluster: Cluster, settings: Launching['settings'], state: Supervised): void {
  state.forget();
  state.forget = stopOnExit(state.running.child);
  state.running.child.once('exit', () => {
    if (!state.stopping) state.restarting = restart(cluster, settings, state);
  });
}

async function restart(cluster: Cluster, settings: Launching['settings'], state: Supervised): Promise<void> {
  while (!state.stopping) {
    try {
      state.running = await launchPatiently(cluster, { settings, port: state.running.port });
      supervise(cluster, settings, state);
      state.guard = await standGuard(superuserOf(cluster, state.running));
      return;
    } catch {
      await pause(RESTART_PAUSE_MS);
    }
  }
}

function superuserOf({ secrets }: Cluster, { port }: Running): string {
  return urlOf(SUPERUSER, secrets.superuser, port, 'postgres');
}

/** The open connection by which another Yimen sees that the folder is taken. */
async function standGuard(superuser: string): Promise<pg.Client> {
  const guard = new pg.Client({ connectionString: superuser, application_name: 'yimen guard' });
  // It ends when the server does; whoever works with the database notices that on a connection of their own.
  guard.on('error', () => undefined);
  await guard.connect();
  return guard;
}

async function stopServer(cluster: Cluster, { child }: Running): Promise<void> {
  if (hasExited(child) || child.pid === undefined) return;
  if (process.platform === 'win32') stopByControl(cluster);
  else child.kill('SIGINT');
  if (await hasEnded(child.pid, STOP_LIMIT_MS)) return;
  child.kill('SIGQUIT');
  await hasEnded(child.pid, 5000);
}

/**
 * Starts the PostgreSQL that comes with Yimen: makes its data folder at the first start, clears what a killed Yimen left
 * behind, and keeps one connection open by which a second Yimen sees that the folder is taken.
 * Throws {@link EmbeddedDatabaseError} with words for the person at the console.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(resolve(options.dataFolder), () => options.progress?.('initialising'));
  options.progress?.('starting');
  const settings = options.settings ?? {};
  const running = await launchPatiently(cluster, { settings });
  const none = (): void => undefined;
  const state: Supervised = { running, stopping: false, restarting: Promise.resolve(), guard: undefined, forget: none };
  supervise(cluster, settings, state);
  const superuser = superuserOf(cluster, running);
  const stop = async (): Promise<void> => {
    state.stopping = true;
    await state.restarting;
    await state.guard?.end().catch(() => undefined);
    await stopServer(cluster, state.running);
    state.forget();
  };
  try {
    state.guard = await standGuard(superuser);
    await ensureDatabase(state.guard, cluster.secrets.owner);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    superuserConnectionString: superuser,
    ownerConnectionString: urlOf(OWNER_ROLE, cluster.secrets.owner, running.port, DATABASE),
    stop,
  };
}
