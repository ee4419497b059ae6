import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarios } from '@yimen/demo';
import { dayOf, instant } from '@yimen/kernel';
import { makePapers, unmadeCases } from '../modules/documents/index.ts';
import { lapseSilentCases } from '../modules/casework/index.ts';
import { buildHttp } from '../platform/http/index.ts';
import { verifyAll } from '../platform/ledger/index.ts';
import { lines, openHall, type TestHall } from '../test/hall.ts';
import { advanceDemo, demoRoutes, loadDemo, openDemoClock } from './index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const advance = { method: 'POST', url: '/api/v1/demo/advance', payload: { days: 6 } } as const;

async function allPapersMade(): Promise<void> {
  for (;;) {
    const keys = await unmadeCases(hall.papers);
    if (keys.length === 0) break;
    for (const key of keys) await makePapers(hall.papers, key);
  }
  const { rows } = await sql<{ kind: string; failure: string }>`select kind, failure from documents.papers
    where state = 'failed'`.execute(hall.shell.db);
  expect(rows).toEqual([]);
}

describe('without the demonstration', () => {
  test('its clock cannot be had, its routes do not exist, and the database refuses to be moved', async () => {
    expect(await openDemoClock(hall.shell.db, hall.shell.realNow)).toBeUndefined();
    expect((await hall.app.inject(advance)).statusCode).toBe(404);
    expect((await hall.app.inject('/api/v1/demo')).statusCode).toBe(404);
    expect(await advanceDemo(hall.shell.db, 6)).toEqual({ ok: false, error: 'not_a_demonstration' });
  });
});

describe('the demonstration', () => {
  test('is loaded by the real acts, every scenario to the stage it promises, well under twenty seconds', async () => {
    const before = performance.now();
    const loaded = await loadDemo(hall.parts);
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(loaded.cases).toBe(scenarios.length);
    const { rows } = await sql<{ stage: string; count: number }>`select stage, count(*)::int as count
      from casework.cases group by stage`.execute(hall.shell.db);
    const wanted = new Map<string, number>();
    for (const { stage } of scenarios) wanted.set(stage, (wanted.get(stage) ?? 0) + 1);
    expect(new Map(rows.map(({ stage, count }) => [stage, count]))).toEqual(wanted);
  });

  test('loading it again changes nothing', async () => {
    const { rows: before } = await sql`select count(*) from ledger.entries`.execute(hall.shell.db);
    await loadDemo(hall.parts);
    const { rows: after } = await sql`select count(*) from ledger.entries`.execute(hall.shell.db);
    expect(after).toEqual(before);
  });

  test('its papers are all lawful and made; its ledger is whole', async () => {
    await allPapersMade();
    expect((await verifyAll(hall.shell.db)).breaks).toEqual([]);
    expect(lines).toEqual([]);
  }, 120_000);

  test('moves days ahead, and what became due by it happens at once', async () => {
    const clock = await openDemoClock(hall.shell.db, hall.shell.realNow);
    if (clock === undefined) throw new Error('no clock');
    let poked = 0;
    const { app } = await buildHttp({
      log: hall.shell.log,
      newId: hall.shell.newId,
      gate: { staff: () => Promise.resolve(undefined), tracked: () => Promise.resolve(undefined) },
      routes: [demoRoutes(hall.shell, clock, () => void (poked += 1))],
      healthy: () => Promise.resolve(true),
    });
    const answer = await app.inject(advance);
    expect(answer.json()).toEqual({ today: '2026-03-08' });
    expect(poked).toBe(1);
    expect(dayOf(clock.now())).toBe('2026-03-08');
    const other = await openDemoClock(hall.shell.db, () => instant('2026-03-02T02:00:00.000Z'));
    expect(dayOf(other?.now() ?? instant('2000-01-01T00:00:00.000Z'))).toBe('2026-03-08');
    const ahead = { ...hall.world, shell: { ...hall.shell, now: clock.now } };
    await clock.advance(20);
    expect(await lapseSilentCases(ahead)).toBeGreaterThan(0);
    expect(await lapseSilentCases(ahead)).toBe(0);
    const { rows } = await sql`select 1 from casework.cases where stage = 'received'`.execute(hall.shell.db);
    expect(rows).toEqual([]);
    await allPapersMade();
    await app.close();
  }, 60_000);
});
