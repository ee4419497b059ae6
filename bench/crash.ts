import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { dayOf, instantFromMillis } from '@yimen/kernel';
import { readPostmaster } from '../apps/server/src/platform/database/postmaster.ts';
import { startActors, type Acknowledged, type Actors } from './hall/actors.ts';
import { openCaller, type Caller } from './hall/caller.ts';
import { ownerConnection } from './hall/connections.ts';
import { killPoints, type KillPoint } from './hall/killPoints.ts';
import { prove, type Proof } from './hall/proof.ts';
import { sceneOf } from './hall/scene.ts';
import { isWell, pause, startServer, type Server } from './hall/server.ts';
import { numberOption, percentile, seeded, type Bench } from './report.ts';

/** Of its own: a browser test may listen on 18431 at the same time. */
const PORT = 18_446;
const RATE = 200;
const ACTORS = 16;
const DETOURS = 40;
/** How long the load runs undisturbed between two kills. */
const CALM_MS = [800, 2500] as const;
/** Kills of PostgreSQL in the control run, at most. */
const CONTROLS = 10;
/** Patience of the harness, not the promise: on a machine that others keep busy a start alone takes a minute. */
const BACK_LIMIT_MS = 300_000;

type Victim = 'server' | 'postgres' | KillPoint;

interface Kill {
  readonly victim: Victim;
  readonly backMillis: number;
}

/**
 * `npm run bench -- crash [--kills 5] [--seed 1]`: kills the server at random instants and at named points, and
 * PostgreSQL, under a load of acts over HTTP, and compares what clients were told with what is there afterwards.
 */
export const crash: Bench = async () => {
  const kills = numberOption('kills', 5);
  const seed = numberOption('seed', 1);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-crash-'));
  try {
    const random = seeded(seed);
    const run = await runCrashes(join(folder, 'durable'), { victims: victims(kills), random, durable: true });
    const controls = Array.from({ length: Math.min(kills, CONTROLS) }, (): Victim => 'postgres');
    for (const line of report(run, { kills, seed })) console.log(`  ${line}`);
    const control = await runCrashes(join(folder, 'careless'), { victims: controls, random, durable: false });
    return controlReport(control);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  }
};

interface Order {
  readonly victims: readonly Victim[];
  readonly random: () => number;
  /** Or the control: a PostgreSQL that answers before it has written, where this harness must find losses. */
  readonly durable: boolean;
}

interface Run {
  readonly kills: readonly Kill[];
  readonly proof: Proof;
  readonly rate: number;
  readonly retried: number;
  readonly unexpected: readonly string[];
  readonly latencies: readonly number[];
}

async function runCrashes(data: string, order: Order): Promise<Run> {
  const hall: Hall = { data, server: start(data) };
  try {
    return await crashUnderLoad(hall, order);
  } finally {
    await hall.server.stop();
  }
}

async function crashUnderLoad(hall: Hall, { victims, random, durable }: Order): Promise<Run> {
  const { data } = hall;
  await hall.server.ready();
  if (!durable) await makeCareless(hall);
  const journal = openJournal(`${data}.acknowledged`);
  const caller = await openCaller(hall.server.origin, ACTORS);
  const latencies: number[] = [];
  const began = performance.now();
  const actors = startActors({
    caller,
    actors: ACTORS,
    today: dayOf(instantFromMillis(Date.now())),
    rate: RATE,
    detours: DETOURS,
    aside: uploadSomething,
    acknowledged: (act, millis) => {
      journal.write(act);
      latencies.push(millis);
    },
  });
  const done = await killOneAfterAnother(hall, victims, random);
  const seconds = (performance.now() - began) / 1000;
  const acts = await settle({ actors, journal, caller });
  const proof = await prove(await ownerConnection(data), acts);
  return {
    kills: done,
    proof,
    rate: acts.length / seconds,
    retried: actors.retried(),
    unexpected: actors.unexpected,
    latencies,
  };
}

interface Hall {
  readonly data: string;
  server: Server;
}

interface Load {
  readonly actors: Actors;
  readonly caller: Caller;
  readonly journal: Journal;
}

/** Everybody finishes; the journal is read back from its file, as a client would after a night. */
async function settle({ actors, journal, caller }: Load): Promise<readonly Acknowledged[]> {
  await actors.stop();
  caller.close();
  return journal.close();
}

const start = (data: string): Server => startServer({ dataFolder: data, port: PORT, program: 'main', points: true });

/** The server dies at a random instant and at each named point in turn, PostgreSQL between them at random instants. */
function victims(kills: number): readonly Victim[] {
  const round: readonly Victim[] = ['server', ...killPoints];
  const ofServer = Array.from({ length: kills }, (_, nth): Victim => round[nth % round.length] ?? 'server');
  return ofServer.flatMap((victim): readonly Victim[] => [victim, 'postgres']);
}

async function killOneAfterAnother(
  hall: Hall,
  order: readonly Victim[],
  random: () => number,
): Promise<readonly Kill[]> {
  const done: Kill[] = [];
  for (const victim of order) {
    await pause(CALM_MS[0] + random() * (CALM_MS[1] - CALM_MS[0]));
    const backMillis = victim === 'postgres' ? await killPostgres(hall) : await killServer(hall, victim);
    done.push({ victim, backMillis });
    console.error(`  ${victim}: back after ${String(Math.round(backMillis))} ms`);
  }
  await pause(CALM_MS[1]);
  return done;
}

/** The server starts its database again by itself; back is when it says that it is well. */
async function killPostgres({ data, server }: Hall): Promise<number> {
  const found = readPostmaster(join(data, 'postgres'));
  if (found === undefined) throw new Error('PostgreSQL is not running');
  process.kill(found.pid, 'SIGKILL');
  const began = performance.now();
  await pause(20);
  return untilWell({ data, server }, began);
}

async function killServer(hall: Hall, victim: 'server' | KillPoint): Promise<number> {
  const { child } = hall.server;
  const exited = once(child, 'exit');
  if (victim === 'server') child.kill('SIGKILL');
  else child.send(victim);
  await Promise.race([exited, pause(20_000)]);
  // Nobody came by the named point in time.
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await exited;
  const began = performance.now();
  hall.server = start(hall.data);
  return untilWell(hall, began);
}

async function untilWell({ data, server }: Hall, began: number): Promise<number> {
  while (!(await isWell(server.origin))) {
    if (server.child.exitCode !== null || performance.now() - began > BACK_LIMIT_MS)
      throw new Error(`it did not come back: ${await sceneOf(data, server)}`);
    await pause(25);
  }
  return performance.now() - began;
}

let scans = 0;

/** A scan nobody has scanned before, so that it is stored anew. An upload the outage cut off is not asked for again. */
async function uploadSomething(caller: Caller): Promise<void> {
  scans += 1;
  const content = `1 0 obj\n<<>>\nendobj\n% scan ${String(scans)} ${String(Math.random())}\n`;
  const pdf = `%PDF-1.7\n${content}trailer\n<<>>\nstartxref\n0\n%%EOF\n`;
  const taken = await caller.upload('zhou.min', Buffer.from(pdf));
  if (taken.status >= 400 && taken.status < 500) throw new Error(taken.body);
}

/** Only while it runs: no server starts on such a database. The connections that are open are ended, to be made anew. */
async function makeCareless({ data, server }: Hall): Promise<void> {
  const client = new pg.Client({ connectionString: await ownerConnection(data) });
  await client.connect();
  await client.query('alter role yimen_app set synchronous_commit = off');
  await client.end();
  process.kill(readPostmaster(join(data, 'postgres'))?.pid ?? 0, 'SIGKILL');
  await pause(100);
  await untilWell({ data, server }, performance.now());
}

interface Journal {
  readonly write: (act: Acknowledged) => void;
  readonly close: () => readonly Acknowledged[];
}

/** Apart from the database, on disk before the client goes on. */
function openJournal(path: string): Journal {
  const file = openSync(path, 'a');
  return {
    write: (act) => {
      writeSync(file, `${JSON.stringify(act)}\n`);
      fdatasyncSync(file);
    },
    close: () => {
      closeSync(file);
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line) as Acknowledged);
    },
  };
}

function controlReport({ proof, kills }: Run): readonly string[] {
  const found = proof.lost > 0;
  return [
    `control, synchronous_commit=off: ${String(kills.length)} kills of PostgreSQL, acknowledged ${String(proof.acknowledged)}, lost ${String(proof.lost)}: ${found ? 'the harness sees losses' : 'the harness was BLIND in this run'}`,
  ];
}

function report(run: Run, { kills, seed }: { readonly kills: number; readonly seed: number }): readonly string[] {
  const { proof } = run;
  const back = (of: (victim: Victim) => boolean): string => {
    const times = run.kills.filter(({ victim }) => of(victim)).map(({ backMillis }) => backMillis);
    return `${String(times.length)} kills, back after ${percentile(times, 50)} (middle), ${percentile(times, 100)} (longest)`;
  };
  const worst = run.unexpected.slice(0, 3);
  return [
    `seed ${String(seed)}, ${String(kills)} kills each, ${String(ACTORS)} actors, asked for ${String(RATE)}/s, load average ${loadavg()[0]?.toFixed(1) ?? ''}`,
    `server at a random instant: ${back((victim) => victim === 'server')}`,
    ...killPoints.map((point) => `server at ${point}: ${back((victim) => victim === point)}`),
    `PostgreSQL: ${back((victim) => victim === 'postgres')}`,
    `acknowledged ${String(proof.acknowledged)} (${run.rate.toFixed(0)}/s with the outages), asked again ${String(run.retried)}, p50 ${percentile(run.latencies, 50)}, p95 ${percentile(run.latencies, 95)}`,
    ...Object.entries(proof).map(([name, value]) => `${name}: ${String(value)}`),
    `unexpected answers: ${String(run.unexpected.length)}`,
    ...worst,
  ];
}
