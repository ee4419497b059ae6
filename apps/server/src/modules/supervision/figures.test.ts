import { FiguresAnswer } from '@yimen/contract';
import { addDays, day, type Day } from '@yimen/kernel';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, cast, intake, proposed } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { lookAtCards } from './index.ts';

const FIRST = day('2026-03-02');
const DAYS = 90;

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

interface Own {
  readonly received: number;
  readonly decided: number;
  readonly late: number;
  readonly yellows: number;
  readonly reds: number;
}

/**
 * The same numbers from the ledger alone, by SQL that shares nothing with the figures: a case was decided late when a card
 * had been raised over its promise (T03) before the day of its decision was over.
 */
async function own(from: Day, to: Day): Promise<Own> {
  const { rows } = await sql<Own>`
    with received as (select stream, body->>'receivedOn' as on_day from ledger.entries where type = 'applicationReceived'),
    decided as (select stream, body->>'decidedOn' as on_day from ledger.entries
      where type = 'decisionSigned'),
    raised as (select 'case:' || (body->'matter'->>'caseId') as stream, body->>'raisedOn' as on_day, body->>'level' as level,
      body->>'rule' as rule from ledger.entries where type = 'cardRaised')
    select
      (select count(*)::int from received where on_day between ${from} and ${to}) as received,
      (select count(*)::int from decided where on_day between ${from} and ${to}) as decided,
      (select count(*)::int from decided d where on_day between ${from} and ${to} and exists (select 1 from raised r
        where r.stream = d.stream and r.rule = 'T03' and r.level = 'yellow' and r.on_day <= d.on_day)) as late,
      (select count(*)::int from raised where level = 'yellow' and on_day between ${from} and ${to}) as yellows,
      (select count(*)::int from raised where level = 'red' and on_day between ${from} and ${to}) as reds`.execute(
    hall.shell.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

async function look(): Promise<void> {
  while ((await lookAtCards(hall.supervision)) > 0);
}

/** A case begun and decided on these days after the first; looked at on the day before and on the day itself. */
async function lived(begun: number, decided: number): Promise<void> {
  hall.at(addDays(FIRST, begun));
  const { caseId } = await intake(hall);
  await look();
  hall.at(addDays(FIRST, decided));
  await look();
  await proposed(hall, caseId);
  await act(hall, cast.chief, caseId, { type: 'sign', opinion: '同意' });
  await look();
}

test('figures at twenty random dates are those the ledger gives by the test’s own SQL', async () => {
  await lived(0, 1);
  await lived(2, 30);
  await lived(35, 36);
  await lived(42, 72);
  await lived(77, 78);
  const dates = fc.sample(fc.tuple(fc.nat(DAYS), fc.nat(DAYS)), { numRuns: 20, seed: 20_261_122 });
  let late = 0;
  for (const [one, other] of dates) {
    const [from, to] = [addDays(FIRST, Math.min(one, other)), addDays(FIRST, Math.max(one, other))];
    const response = await hall.as(cast.supervisor).get(`/desk/supervision/figures?from=${from}&to=${to}`);
    const { figures } = FiguresAnswer.parse(response.json());
    const value = (key: string) => figures.find((figure) => figure.key === key)?.value;
    const found = await own(from, to);
    for (const key of ['received', 'decided', 'late', 'yellows', 'reds'] as const) {
      expect(value(key), `${key} ${from} ${to}`).toBe(found[key]);
    }
    const rate = found.decided === 0 ? null : 1 - found.late / found.decided;
    expect(value('onTimeRate'), `${from} ${to}`).toBe(rate);
    late += found.late;
  }
  expect(late).toBeGreaterThan(0);
});
