import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTimers, type Timers } from '../../platform/jobs/index.ts';
import { commandId, fileCommand, lines, openHall, type TestHall } from '../../test/hall.ts';
import { cast } from '../../test/cases.ts';
import { lapseSilentCases } from './index.ts';

/** `npm run bench -- timers` does ten thousand. */
const CASES = 120;

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

/** So many applications received on one day and left without a word: all lapse in the same minute, five working days on. */
async function receiveMany(): Promise<void> {
  const file = fileCommand();
  const commands = [file, { type: 'receive', materials: file.materials }];
  for (let nth = 0; nth < CASES; nth += 8) {
    const some = Array.from({ length: Math.min(8, CASES - nth) }, () =>
      hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands }),
    );
    for (const { statusCode, body } of await Promise.all(some)) expect(statusCode, body).toBe(201);
  }
}

const worker = (): Timers =>
  startTimers({ name: 'test', everyMs: 20, due: () => lapseSilentCases(hall.world), log: hall.shell.log });

/** Cases that lapsed, and acceptances on record; the same number when each lapsed once. */
async function lapsed(): Promise<{ readonly cases: number; readonly entries: number }> {
  const { rows } = await sql<{ cases: number; entries: number }>`select count(distinct stream)::int as cases,
    count(*)::int as entries from ledger.entries where type = 'caseAccepted'`.execute(hall.shell.db);
  return rows[0] ?? { cases: 0, entries: 0 };
}

async function until(count: number): Promise<void> {
  for (let waited = 0; (await lapsed()).cases < count && waited < 400; waited += 1) await pause(50);
}

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

test('many limits of one minute are acted on by two workers, each once, whatever the wall clock jumps', async () => {
  hall.at('2026-03-02');
  await receiveMany();
  const workers = [worker(), worker()];
  // An hour back and an hour on again, all before the limit: nobody is late yet.
  for (const time of ['23:30', '22:30', '23:59']) {
    hall.at('2026-03-09', time);
    await pause(100);
  }
  expect(await lapsed()).toEqual({ cases: 0, entries: 0 });
  hall.at('2026-03-10', '00:00');
  await until(CASES / 4);
  // While they are at it the clock is set back before the limit, and on again.
  hall.at('2026-03-09', '23:00');
  await pause(200);
  hall.at('2026-03-10', '00:05');
  await until(CASES);
  for (const [day, time] of [
    ['2026-03-09', '23:05'],
    ['2026-03-10', '01:05'],
  ] as const) {
    hall.at(day, time);
    await pause(100);
  }
  await Promise.all(workers.map((each) => each.stop()));
  expect(await lapsed()).toEqual({ cases: CASES, entries: CASES });
  expect(lines).toEqual([]);
}, 60_000);

test('after eight hours without a worker everything missed is acted on at the start, each once', async () => {
  hall.at('2026-03-16');
  await receiveMany();
  hall.at('2026-03-24', '08:00');
  const first = worker();
  await until(2 * CASES);
  await first.stop();
  expect(await lapsed()).toEqual({ cases: 2 * CASES, entries: 2 * CASES });
}, 60_000);
