import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf, instantAt, instantFromMillis, type Instant } from '@yimen/kernel';
import { loadDemoHall } from '../apps/server/src/demo/index.ts';
import { lapseSilentCases, type World } from '../apps/server/src/modules/casework/index.ts';
import { openParts, type Parts } from '../apps/server/src/parts.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import { wire } from '../apps/server/src/wiring.ts';
import { receiveMany, WINDOWS } from './hall/receive.ts';
import { numberOption, type Bench } from './report.ts';

/** No acceptance period is longer, holidays included. */
const LATER_DAYS = 30;

/**
 * `npm run bench -- timers [--cases 10000]`: so many applications received and left in silence, whose acceptance period
 * ends in the same minute; how long `--workers` (1) take to record all of them, each once. Workers of one batch do the same
 * looks: two are for proving that nothing is done twice, not for speed.
 */
export const timers: Bench = async () => {
  const cases = numberOption('cases', 10_000);
  const workers = numberOption('workers', 1);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-timers-'));
  const log = createLog('error');
  const parts = await openParts({ dataFolder: folder, log, origin: 'http://127.0.0.1' });
  try {
    return await measure(parts, { cases, workers });
  } finally {
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  }
};

interface Size {
  readonly cases: number;
  readonly workers: number;
}

async function measure(parts: Parts, { cases, workers }: Size): Promise<readonly string[]> {
  await loadDemoHall(parts.shell);
  let now: Instant = instantFromMillis(Date.now());
  const { cases: world } = await wire({ ...parts, shell: { ...parts.shell, now: () => now } });
  const received = performance.now();
  await receiveMany(world, cases);
  const began = performance.now();
  now = instantAt(addDays(dayOf(now), LATER_DAYS), '00:00');
  await Promise.all(Array.from({ length: workers }, () => drain(world)));
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await parts.database.pool.query<{ cases: number; entries: number }>(
    `select count(distinct stream)::int as cases, count(*)::int as entries from ledger.entries
     where type = 'caseAccepted'`,
  );
  return [
    `baseline: ${String(cases)} received by ${String(WINDOWS)} windows at once in ${((began - received) / 1000).toFixed(1)} s`,
    `all due in one minute, ${String(workers)} worker(s): ${String(rows[0]?.cases)} lapsed, ${String(rows[0]?.entries)} entries, in ${seconds.toFixed(1)} s (the promise is 60), load average ${loadavg()[0]?.toFixed(1) ?? ''}`,
  ];
}

async function drain(world: World): Promise<void> {
  while ((await lapseSilentCases(world)) > 0);
}
