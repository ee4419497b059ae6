import { ActAnswer, CardList, FiguresAnswer } from '@yimen/contract';
import type { Channel } from '@yimen/core/casework';
import { addDays, day } from '@yimen/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, cast, proposed } from '../../test/cases.ts';
import { commandId, fileCommand, intakeCommands, openHall, type TestHall } from '../../test/hall.ts';
import { ownFigures } from '../../test/ownFigures.ts';
import { lookAtCards } from './index.ts';

const FIRST = day('2026-03-02');
const DAYS = 90;

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

async function look(): Promise<void> {
  while ((await lookAtCards(hall.supervision)) > 0);
}

/** How a case came to an end: handed over on this day after the first, by which way, and what the applicant said of it. */
interface Ending {
  readonly on: number;
  readonly method: 'inPerson' | 'electronic';
  readonly rating?: number;
}

/** A case begun and decided on these days after the first; looked at on the day before and on the day itself. */
async function lived(begun: number, decided: number, ending?: Ending, channel: Channel = 'window'): Promise<void> {
  hall.at(addDays(FIRST, begun));
  // What comes over the wire is received by the very act of filing.
  const commands = channel === 'web' ? [{ ...fileCommand(), channel }, { type: 'accept' }] : intakeCommands();
  const filed = await hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands });
  expect(filed.statusCode, filed.body).toBe(201);
  const { caseId, number, queryCode = '' } = ActAnswer.parse(filed.json());
  await look();
  hall.at(addDays(FIRST, decided));
  await look();
  await proposed(hall, caseId);
  await act(hall, cast.chief, caseId, { type: 'sign', opinion: '同意' });
  await look();
  if (ending !== undefined) await ended({ caseId, number, queryCode }, ending);
}

type Begun = Pick<Required<ActAnswer>, 'caseId' | 'number' | 'queryCode'>;

async function ended({ caseId, number, queryCode }: Begun, { on, method, rating }: Ending): Promise<void> {
  hall.at(addDays(FIRST, on));
  await act(hall, cast.seal, caseId, { type: 'seal' });
  await act(hall, cast.seal, caseId, { type: 'issue', licenceNumber: `41050020260302${String(100 + on)}` });
  await act(hall, cast.delivery, caseId, {
    type: 'serve',
    method,
    receiver: fileCommand().applicant.name,
    receiverIsApplicant: true,
    servedOn: hall.today(),
    proof: '申请人签收',
  });
  await look();
  if (rating === undefined) return;
  const { token } = (await hall.anybody().post('/tracking', { number, queryCode })).json<{ token: string }>();
  const rated = await hall.anybody(token).post(`/tracking/${number}/rating`, { commandId: commandId(), level: rating });
  expect(rated.statusCode, rated.body).toBeLessThan(300);
  await look();
}

/** The card of the newest bad rating is answered by the head, upheld, mended with proof and accepted. */
async function mendNewest(): Promise<void> {
  const list = await hall.as(cast.head).get('/desk/supervision/cards?family=service');
  const card = CardList.parse(list.json()).rows.find(({ rule }) => rule === 'V01');
  const on = async (person: string, command: object): Promise<void> => {
    const acted = await hall
      .as(person)
      .post(`/desk/supervision/cards/${card?.cardId ?? ''}/acts`, { commandId: commandId(), command });
    expect(acted.statusCode, acted.body).toBe(200);
  };
  await on(cast.head, { type: 'explain', text: '窗口排队过长' });
  await on(cast.supervisor, { type: 'uphold', reason: '属实' });
  await on(cast.head, { type: 'reportRectification', text: '增开窗口', proof: '通知' });
  await on(cast.supervisor, { type: 'acceptRectification', reason: '已核实' });
}

test('figures at twenty random dates are those the ledger gives by the test’s own SQL', async () => {
  await lived(0, 1, { on: 1, method: 'electronic', rating: 1 });
  await lived(2, 30, { on: 31, method: 'inPerson', rating: 5 });
  await lived(35, 36, { on: 36, method: 'electronic', rating: 2 }, 'web');
  await mendNewest();
  await lived(42, 72, { on: 73, method: 'inPerson' });
  await lived(77, 78);
  const dates = fc.sample(fc.tuple(fc.nat(DAYS), fc.nat(DAYS)), { numRuns: 20, seed: 20_261_122 });
  const told = new Map<string, number>();
  for (const [one, other] of dates) {
    const [from, to] = [addDays(FIRST, Math.min(one, other)), addDays(FIRST, Math.max(one, other))];
    const response = await hall.as(cast.supervisor).get(`/desk/supervision/figures?from=${from}&to=${to}`);
    const { figures } = FiguresAnswer.parse(response.json());
    const own = await ownFigures(hall.shell.db, from, to);
    expect(Object.fromEntries(figures.map(({ key, count, of }) => [key, [count, of]])), `${from} ${to}`).toEqual(own);
    for (const { key, count, of, value } of figures) {
      expect(value, key).toBe(valueOf(key, count, of));
      told.set(key, (told.get(key) ?? 0) + count);
    }
  }
  expect([...told].flatMap(([key, all]) => (all === 0 ? [key] : []))).toEqual(['refused', 'instantRate']);
});

/** The value as its formula in words has it: shares of what was not (late, taken, promised) are what is left of one. */
const LESS = ['onTimeRate', 'decisionSpeedUp', 'promiseSpeedUp'];
function valueOf(key: string, count: number, of: number | null): number | null {
  if (of === null) return count;
  if (of === 0) return null;
  return LESS.includes(key) ? 1 - count / of : count / of;
}
