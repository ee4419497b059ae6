import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { anyang, demoPassword } from '@yimen/demo';
import { addDays, dayOf, day, instantAt, instantFromMillis, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { loadDemoHall } from '../../apps/server/src/demo/index.ts';
import type { World } from '../../apps/server/src/modules/casework/index.ts';
import { openParts, type Parts } from '../../apps/server/src/parts.ts';
import type { App } from '../../apps/server/src/platform/http/index.ts';
import { verifyStream } from '../../apps/server/src/platform/ledger/index.ts';
import { createLog } from '../../apps/server/src/platform/log/index.ts';
import { buildServer } from '../../apps/server/src/server.ts';
import { loadCases, loadedLives, planCases, type Loaded, type Planned } from '../../apps/server/src/test/loader.ts';
import { withoutIndexes } from '../../apps/server/src/test/withoutIndexes.ts';
import { wire } from '../../apps/server/src/wiring.ts';
import { ownerConnection } from './connections.ts';
import { settle } from './settle.ts';

const CLERK = 'zhou.min';
export const EXAMINER = 'li.qing';
export const OVERSEER = 'yu.cha';
/** The same in all halls: what is at work does not grow with what is stored. */
export const OPEN = 600;
export const A_DAY = 5000;

/** A hall with so many cases behind it, served in this process. */
export interface Grown {
  readonly size: number;
  /** The day it was filled. */
  readonly today: Day;
  readonly app: App;
  readonly folder: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly open: readonly Loaded[];
  /** Again, for whoever was idle while another hall was filled. */
  readonly signIn: () => Promise<void>;
  /** How it was filled, in words. */
  readonly grown: string;
  readonly close: () => Promise<void>;
}

const Kept = z.object({
  size: z.number(),
  today: z.string(),
  open: z.array(z.object({ caseId: z.string(), commandId: z.string(), serial: z.number() })),
  grown: z.string(),
});
type Kept = z.infer<typeof Kept>;

/** Fills a hall, or opens the one that an earlier run kept in `keep`. */
export async function openGrown(size: number, keep: string | undefined): Promise<Grown> {
  const folder =
    keep === undefined ? await mkdtemp(join(tmpdir(), 'yimen-growth-')) : join(resolve(keep), `cases-${String(size)}`);
  const memory = join(folder, 'grown.json');
  const kept = existsSync(memory) ? Kept.parse(JSON.parse(await readFile(memory, 'utf8'))) : undefined;
  // Half filled: an earlier run was cut off.
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const parts = await openParts({ dataFolder: folder, log: createLog('error'), origin: 'http://127.0.0.1' });
  const filled = kept ?? (await fillAndTell(parts, folder, size));
  if (kept === undefined) await writeFile(memory, JSON.stringify(filled));
  const { app } = await serve(parts);
  const cookies = new Map<string, string>();
  return {
    ...filled,
    grown: kept === undefined ? filled.grown : `${filled.grown} (in an earlier run)`,
    today: day(filled.today),
    folder,
    app,
    cookies,
    signIn: () => signIn(app, cookies),
    close: async () => {
      await app.close();
      await parts.close();
      if (keep === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(parts: Parts) {
  const worlds = await wire(parts);
  return buildServer({
    shell: parts.shell,
    worlds,
    demoClock: undefined,
    moved: () => undefined,
    requestsPerMinute: 1e6,
  });
}

async function fillAndTell(parts: Parts, folder: string, size: number): Promise<Kept> {
  const began = performance.now();
  await loadDemoHall(parts.shell);
  const { cases: world } = await wire(parts);
  const open = await fill(world, folder, size);
  const loaded = performance.now();
  await verifySample(world);
  await settle(folder);
  const seconds = (loaded - began) / 1000;
  const grown = `${size.toLocaleString('en')} cases loaded in ${seconds.toFixed(0)} s (${(size / seconds).toFixed(0)}/s, load average ${loadavg()[0]?.toFixed(1) ?? ''}), sampled and settled after ${((performance.now() - began) / 1000).toFixed(0)} s`;
  return { size, today: dayOf(world.shell.now()), open: [...open], grown };
}

/** The past: so many ended cases a day, back from yesterday; and what is open today. */
async function fill(world: World, folder: string, size: number): Promise<readonly Loaded[]> {
  const today = dayOf(world.shell.now());
  let serial = 0;
  const next = (count: number): Loaded[] =>
    Array.from({ length: count }, () => ({ caseId: randomUUID(), commandId: randomUUID(), serial: (serial += 1) }));
  const past: Planned[] = [];
  for (let left = size - OPEN, back = 1; left > 0; left -= A_DAY, back += 1) {
    const at = instantAt(addDays(today, -back), '10:00');
    const cases = next(Math.min(left, A_DAY));
    past.push(await planCases(world, { at, clerk: CLERK, cases, commands: loadedLives.ended }));
  }
  await writeAll(past, folder);
  const open = next(OPEN);
  const at = instantFromMillis(Date.parse(world.shell.now()) - 1000);
  await loadCases(world, { at, clerk: CLERK, cases: open, commands: loadedLives.open });
  return open;
}

async function writeAll(past: readonly Planned[], folder: string): Promise<void> {
  const owner = new pg.Client({ connectionString: await ownerConnection(folder) });
  await owner.connect();
  try {
    await withoutIndexes(owner, async () => {
      for (const [nth, { write }] of past.entries()) {
        await write();
        if (nth % 20 === 19) console.error(`  ${String(nth + 1)} of ${String(past.length)} days written`);
      }
    });
  } finally {
    await owner.end();
  }
}

/** A hundred streams from anywhere in the ledger, hashed again. */
async function verifySample({ shell }: World): Promise<void> {
  const { rows } = await sql<{ stream: string }>`(select stream from ledger.heads
    where jurisdiction = ${anyang} and stream > 'case:8' order by stream limit 50)
    union (select stream from ledger.heads where jurisdiction = ${anyang} and stream > 'case:2' order by stream limit 50)`.execute(
    shell.db,
  );
  for (const { stream } of rows) {
    const { breaks, entries } = await verifyStream(shell.db, { jurisdiction: anyang, stream });
    if (breaks.length > 0 || entries === 0) throw new Error(`${stream} does not verify`);
  }
}

async function signIn(app: App, cookies: Map<string, string>): Promise<void> {
  for (const username of [CLERK, EXAMINER, OVERSEER]) {
    const payload = { username, password: demoPassword };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    cookies.set(username, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }
}
