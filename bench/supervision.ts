import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf, instantAt, instantFromMillis, type Instant } from '@yimen/kernel';
import { loadDemoHall } from '../apps/server/src/demo/index.ts';
import { lookAtCards, type Supervision } from '../apps/server/src/modules/supervision/index.ts';
import { openParts, type Parts } from '../apps/server/src/parts.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import { wire } from '../apps/server/src/wiring.ts';
import { receiveMany, WINDOWS } from './hall/receive.ts';
import { numberOption, type Bench } from './report.ts';

/** No acceptance period is longer, holidays included. */
const LATER_DAYS = 30;

/**
 * `npm run bench -- supervision [--cases 10000]`: so many applications received and left in silence, whose acceptance
 * period ends in the same minute; how long it takes until each has its cards, as a ratio against receiving them.
 */
export const supervision: Bench = async () => {
  const cases = numberOption('cases', 10_000);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-supervision-'));
  const parts = await openParts({ dataFolder: folder, log: createLog('error'), origin: 'http://127.0.0.1' });
  try {
    return await measure(parts, cases);
  } finally {
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function drain(world: Supervision): Promise<number> {
  const began = performance.now();
  while ((await lookAtCards(world)) > 0);
  return (performance.now() - began) / 1000;
}

async function measure(parts: Parts, cases: number): Promise<readonly string[]> {
  await loadDemoHall(parts.shell);
  let now: Instant = instantFromMillis(Date.now());
  const worlds = await wire({ ...parts, shell: { ...parts.shell, now: () => now } });
  const began = performance.now();
  await receiveMany(worlds.cases, cases);
  const received = (performance.now() - began) / 1000;
  const read = await drain(worlds.supervision);
  now = instantAt(addDays(dayOf(now), LATER_DAYS), '00:00');
  const raised = await drain(worlds.supervision);
  const { rows } = await parts.database.pool.query<{ cards: number; doubled: number; cases: number }>(
    `select (select count(*)::int from supervision.cards) as cards,
       (select count(distinct case_id)::int from supervision.cards where level <> 'warning') as cases,
       (select count(*)::int from (select from ledger.entries where type = 'cardRaised' group by stream having count(*) > 1) d) as doubled`,
  );
  const [found] = rows;
  return [
    `baseline: ${String(cases)} received by ${String(WINDOWS)} windows at once in ${received.toFixed(1)} s; read by supervision in ${read.toFixed(1)} s`,
    `all due in one minute: ${String(found?.cases)} cases carded by ${String(found?.cards)} cards, ${String(found?.doubled)} twice, in ${raised.toFixed(1)} s (the promise is 60), ${(raised / received).toFixed(2)} of receiving them, load average ${loadavg()[0]?.toFixed(1) ?? ''}`,
  ];
}
