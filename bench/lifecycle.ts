import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, instantFromMillis } from '@yimen/kernel';
import { openCluster, OWNER_ROLE } from '../apps/server/src/platform/database/cluster.ts';
import { appPassword, asAppRole } from '../apps/server/src/platform/database/connect.ts';
import { readPostmaster } from '../apps/server/src/platform/database/postmaster.ts';
import { startActors } from './hall/actors.ts';
import { openCaller } from './hall/caller.ts';
import { cpuTime, type CpuTime } from './hall/cpu.ts';
import { playFloor, recordLife, type Recording } from './hall/floor.ts';
import { sharesIn } from './hall/profile.ts';
import { pause, startServer, type Server } from './hall/server.ts';
import { numberOption, percentile, type Bench } from './report.ts';

const PORT = 18_441;
const LEVELS = [1, 4, 8, 16, 32];
const STEADY = { rate: 200, actors: 16 };
const PROFILED_ACTORS = 8;

/**
 * `npm run bench -- lifecycle [--seconds 4]`: whole lives of a construction permit (13 transitions, 5 papers) over HTTP,
 * durable commit, and beside each figure the floor: the very statements of those transitions, alone.
 */
export const lifecycle: Bench = async () => {
  const millis = numberOption('seconds', 4) * 1000;
  const folder = await mkdtemp(join(tmpdir(), 'yimen-lifecycle-'));
  const data = join(folder, 'data');
  try {
    // Said as it comes: on a busy machine the whole takes minutes.
    const shipped = await measureShipped(data, millis);
    for (const line of shipped) console.log(`  ${line}`);
    const recording = await recordLife(data);
    const acts = await measureActs(data, millis, recording);
    const profile = await profileActs(data, millis, join(folder, 'profile'));
    return [...shapeOf(recording), ...acts, ...profile];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The server as it ships: the worker makes five papers a life on the same thread. */
async function measureShipped(data: string, millis: number): Promise<readonly string[]> {
  const server = startServer({ dataFolder: data, port: PORT, program: 'main' });
  await server.ready();
  const lines: string[] = ['as shipped, papers made meanwhile:'];
  try {
    for (const actors of LEVELS)
      lines.push(`${levelOf(actors)} ${costly(await overHttp({ server, data }, { actors, millis }), millis)}`);
    lines.push(
      `at a steady ${String(STEADY.rate)}/s: ${costly(await overHttp({ server, data }, { ...STEADY, millis }), millis)}`,
    );
  } finally {
    await server.stop();
  }
  return lines;
}

/** The acts alone, papers asked for and not made; the floor right after each level, on the same database. */
async function measureActs(data: string, millis: number, recording: Recording): Promise<readonly string[]> {
  const server = startServer({ dataFolder: data, port: PORT, program: 'actsOnly' });
  await server.ready();
  const lines: string[] = ['acts alone (papers asked for, made later), and the floor:'];
  try {
    await overHttp({ server, data }, { actors: 4, millis: 2000 });
    const connectionString = await appConnection(data);
    for (const actors of LEVELS) {
      const http = await overHttp({ server, data }, { actors, millis });
      const floor = await playFloor({ connectionString, recording, actors, millis, prepared: false });
      const prepared = await playFloor({ connectionString, recording, actors, millis, prepared: true });
      const share = (http.times.length / floor.length).toFixed(2);
      lines.push(
        `${levelOf(actors)} ${costly(http, millis)}`,
        `${' '.repeat(12)} floor ${words(floor, millis)}; prepared ${rateOf(prepared, millis)}; ratio ${share}`,
      );
    }
    lines.push(
      `at a steady ${String(STEADY.rate)}/s: ${costly(await overHttp({ server, data }, { ...STEADY, millis }), millis)}`,
    );
  } finally {
    await server.stop();
  }
  return lines;
}

async function profileActs(data: string, millis: number, folder: string): Promise<readonly string[]> {
  await mkdir(folder);
  const nodeFlags = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const server = startServer({ dataFolder: data, port: PORT, program: 'actsOnly', nodeFlags });
  await server.ready();
  try {
    await overHttp({ server, data }, { actors: PROFILED_ACTORS, millis });
  } finally {
    await server.stop();
  }
  return [`the server’s processor time at ${String(PROFILED_ACTORS)} actors, acts alone:`, ...(await sharesIn(folder))];
}

interface Running {
  readonly server: Server;
  readonly data: string;
}

interface Level {
  readonly actors: number;
  readonly millis: number;
  readonly rate?: number;
}

interface Measured {
  readonly times: readonly number[];
  /** Milliseconds of the processor a transition. */
  readonly cpu: CpuTime | undefined;
}

async function overHttp({ server, data }: Running, { actors, millis, rate }: Level): Promise<Measured> {
  const caller = await openCaller(server.origin, actors);
  const times: number[] = [];
  const running = startActors({
    caller,
    actors,
    today: dayOf(instantFromMillis(Date.now())),
    ...(rate === undefined ? {} : { rate }),
    acknowledged: (_act, took) => times.push(took),
  });
  const now = (): CpuTime | undefined =>
    cpuTime(server.child.pid ?? 0, readPostmaster(join(data, 'postgres'))?.pid ?? 0);
  const before = now();
  const already = times.length;
  await pause(millis);
  const measured = times.slice(already);
  const cpu = costOf(before, now(), measured.length);
  await running.stop();
  caller.close();
  if (running.unexpected.length > 0) throw new Error(running.unexpected[0]);
  return { times: measured, cpu };
}

function costOf(before: CpuTime | undefined, after: CpuTime | undefined, count: number): CpuTime | undefined {
  if (before === undefined || after === undefined || count === 0) return undefined;
  return { server: (after.server - before.server) / count, postgres: (after.postgres - before.postgres) / count };
}

async function appConnection(data: string): Promise<string> {
  const { folder, secrets } = await openCluster(data, () => undefined);
  const port = String(readPostmaster(folder)?.port);
  return asAppRole(`postgres://${OWNER_ROLE}:x@127.0.0.1:${port}/yimen`, appPassword(secrets.owner));
}

function shapeOf(recording: Recording): readonly string[] {
  const counts = recording.map((statements) => statements.length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return [`round trips to the database a transition: ${counts.join(' ')}, mean ${mean.toFixed(1)}`];
}

const levelOf = (actors: number): string => `${String(actors).padStart(2)} actor${actors === 1 ? ' ' : 's'}:`;
const rateOf = (times: readonly number[], millis: number): string => `${((times.length * 1000) / millis).toFixed(0)}/s`;

function costly({ times, cpu }: Measured, millis: number): string {
  const cost =
    cpu === undefined
      ? ''
      : `; processor a transition: server ${cpu.server.toFixed(1)} ms, PostgreSQL ${cpu.postgres.toFixed(1)} ms`;
  return `${words(times, millis)}${cost}`;
}

function words(times: readonly number[], millis: number): string {
  const load = loadavg()[0]?.toFixed(1) ?? '';
  return `${rateOf(times, millis)}, p50 ${percentile(times, 50)}, p95 ${percentile(times, 95)}, p99 ${percentile(times, 99)} (load average ${load})`;
}
