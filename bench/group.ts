import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFromMillis } from '@yimen/kernel';
import { readPostmaster } from '../apps/server/src/platform/database/postmaster.ts';
import { createGroupCommit, EMPTY, type Act, type GroupCommit } from '../apps/server/src/platform/ledger/index.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import { openParts } from '../apps/server/src/parts.ts';
import { cpuTime } from './hall/cpu.ts';
import { numberOption, perSecond, type Bench } from './report.ts';

const KINDS = [
  { name: 'each act a commit of its own, 16 at once', options: { most: 1, lanes: 16 } },
  { name: 'groups, 1 statement under way', options: { lanes: 1 } },
  { name: 'groups, 2 under way (as shipped)', options: {} },
  { name: 'groups, 4 under way', options: { lanes: 4 } },
] as const;
const WRITERS = [1, 16, 64];
const ROUNDS = 3;

/**
 * `npm run bench -- group [--acts 1500]`: what one commit for several acts wins. Acts of 2 kB on streams of their own; the
 * ways take turns, so that a busy machine is busy for all of them.
 */
export const group: Bench = async () => {
  const acts = numberOption('acts', 1500);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-group-'));
  const parts = await openParts({ dataFolder: folder, log: createLog('error'), origin: 'http://127.0.0.1' });
  try {
    const pens = KINDS.map(({ name, options }) => ({
      name,
      pen: createGroupCommit(parts.database.kysely, [], options),
    }));
    for (const { pen } of pens) await writeMany(pen, { acts: 300, writers: 16 });
    const lines: string[] = [];
    for (const writers of WRITERS) {
      const spent = pens.map(() => ({ millis: 0, cpu: 0 }));
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [at, { pen }] of pens.entries()) {
          const used = await costing(folder, () => writeMany(pen, { acts: acts / ROUNDS, writers }));
          const sum = spent[at];
          if (sum !== undefined) Object.assign(sum, { millis: sum.millis + used.millis, cpu: sum.cpu + used.cpu });
        }
      for (const [at, { name }] of pens.entries()) {
        const { millis, cpu } = spent[at] ?? { millis: Number.NaN, cpu: Number.NaN };
        lines.push(
          `${String(writers)} writers, ${name}: ${perSecond(acts, millis)}, PostgreSQL ${(cpu / acts).toFixed(2)} ms an act`,
        );
      }
    }
    return lines;
  } finally {
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function costing(folder: string, work: () => Promise<void>) {
  const cpu = (): number =>
    cpuTime(process.pid, readPostmaster(join(folder, 'postgres'))?.pid ?? 0)?.postgres ?? Number.NaN;
  const [before, began] = [cpu(), performance.now()];
  await work();
  return { millis: performance.now() - began, cpu: cpu() - before };
}

async function writeMany(pen: GroupCommit, { acts, writers }: { readonly acts: number; readonly writers: number }) {
  let left = acts;
  const writer = async (): Promise<void> => {
    while ((left -= 1) >= 0) await pen.write(someAct());
  };
  await Promise.all(Array.from({ length: writers }, writer));
}

function someAct(): Act {
  const stream = `bench:${randomUUID()}`;
  const stamp = { at: instantFromMillis(Date.now()), actor: { kind: 'system', name: 'bench' }, commandId: stream };
  const remember = { request: { stream }, answer: { stream } };
  const entries = [{ type: 'measured', body: { text: '测'.repeat(600) } }];
  return { append: { jurisdiction: '410500', stream, after: EMPTY, entries, stamp, remember }, rows: {} };
}
