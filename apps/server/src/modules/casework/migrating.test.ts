import { MigrationDone, MigrationView, TrackView, type ActAnswer } from '@yimen/contract';
import { day } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { intake, view } from '../../test/cases.ts';
import { changesOf, people, promised, wish } from '../../test/changes.ts';
import { commandId, openHall, type TestHall } from '../../test/hall.ts';
import { lookAtCards } from '../supervision/index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 120_000);
afterAll(() => hall.close());

const { draft, apply, through, publish } = changesOf(() => hall);
const ITEM = 'water-abstraction';
/** The head of the department whose item it is, and an officer who examines. */
const [head, officer] = [people.water, 'liu.yang'];
const path = `/desk/migrations/${ITEM}`;
const preview = async (): Promise<MigrationView> => MigrationView.parse((await hall.as(head).get(path)).json());
const move = (to: number, cases: readonly string[], basis = '') =>
  hall.as(head).post(path, { commandId: commandId(), to, reason: '压缩承诺时限', basis, cases });

async function publishPromise(count: number, from: string): Promise<void> {
  await draft('editor', ITEM, promised(count));
  const changeId = await apply('water', wish({ lines: [{ itemId: ITEM, act: 'revise' }] }));
  await through(changeId);
  await publish(changeId, day(from));
  hall.at(from);
}

async function versionOf(caseId: string): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`select item_version as version from casework.cases
    where case_id = ${caseId}`.execute(hall.shell.db);
  return rows[0]?.version;
}

async function tracked({ number, queryCode = '' }: ActAnswer): Promise<TrackView> {
  const grant = await hall.anybody().post('/tracking', { number, queryCode });
  const mine = hall.anybody(grant.json<{ token: string }>().token);
  return TrackView.parse((await mine.get(`/tracking/${number}`)).json());
}

describe('unfinished cases and a new version', () => {
  let filed: ActAnswer;
  let caseId = '';
  test('a case keeps the version it was filed under; the head sees what the new one would do, and moves it on record', async () => {
    filed = await intake(hall, ITEM);
    ({ caseId } = filed);
    expect((await tracked(filed)).moves).toEqual([]);
    await publishPromise(12, '2026-03-04');
    expect(await versionOf(caseId)).toBe(1);
    const seen = await preview();
    expect(seen).toMatchObject({ to: 2, cases: [{ caseId, from: 1, effects: [{ effect: 'better' }] }], more: false });
    const done = MigrationDone.parse((await move(2, [caseId])).json());
    expect(done).toMatchObject({ moved: [{ caseId }], kept: [] });
    expect(await versionOf(caseId)).toBe(2);
    const { rows } = await sql<{ body: object }>`select body from ledger.entries
      where stream = ${`case:${caseId}`} and type = 'versionMoved'`.execute(hall.shell.db);
    expect(rows).toMatchObject([{ body: { from: 1, to: 2, reason: '压缩承诺时限', effects: [{ effect: 'better' }] } }]);
  });

  test('it goes on under the new one, and supervision follows it', async () => {
    expect((await preview()).cases).toEqual([]);
    expect((await view(hall, officer, caseId)).caseId).toBe(caseId);
    while ((await lookAtCards(hall.supervision)) > 0);
    const { rows } = await sql<{ item_version: number }>`select item_version from supervision.watch
      where case_id = ${caseId}`.execute(hall.shell.db);
    expect(rows).toEqual([{ item_version: 2 }]);
  });

  test('nobody is made worse off without the law that demands it; the case then keeps its version', async () => {
    await publishPromise(18, '2026-03-05');
    const refused = MigrationDone.parse((await move(3, [caseId])).json());
    expect(refused).toMatchObject({ moved: [], kept: [{ caseId, refusal: { code: 'version_worse' } }] });
    expect(await versionOf(caseId)).toBe(2);
    expect((await move(2, [caseId])).json()).toMatchObject({ code: 'version_changed' });
    const demanded = MigrationDone.parse((await move(3, [caseId], '某法第三条')).json());
    expect(demanded.moved).toHaveLength(1);
  });

  test('the applicant is told of each move: what it changed for them, why, and the law where they are worse off', async () => {
    const [first, second] = (await tracked(filed)).moves;
    expect(first).toMatchObject({ reason: '压缩承诺时限', effects: [{ effect: 'better' }] });
    expect(first?.basis).toBeUndefined();
    expect(second).toMatchObject({ basis: '某法第三条', effects: [{ effect: 'worse' }] });
    expect(second?.effects[0]?.words).toContain('承诺');
  });

  test('only the head of the item’s own authority moves its cases; to any other there is none', async () => {
    expect((await hall.as('yan.zhen').get(path)).statusCode).toBe(404);
    expect((await hall.as('mu.lu').get(path)).statusCode).toBe(403);
  });
});
