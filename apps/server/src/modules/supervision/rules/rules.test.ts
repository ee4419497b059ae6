import { CardList, RuleSetsView, type RuleSetRequest } from '@yimen/contract';
import { day } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, intake } from '../../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../../test/hall.ts';
import { applyRuleSets, lookAtCards, recountCards } from '../index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 120_000);
afterAll(() => hall.close());

const path = '/desk/supervision/rules';
const rules = async (person: string = cast.supervisor): Promise<RuleSetsView> =>
  RuleSetsView.parse((await hall.as(person).get(path)).json());

/** The rules as they are, with the promise warned of at this share of its time. */
async function wish(share: number, from: string, change: Partial<RuleSetRequest> = {}): Promise<RuleSetRequest> {
  const { ladders, points, life } = await rules();
  const shared = ladders.map(({ name, rungs: [first, ...rest] }) => {
    if (first === undefined) throw new Error(`${name} has no threshold`);
    return [name, name === 'ninety' ? [{ ...first, when: { share } }, ...rest] : [first, ...rest]] as const;
  });
  const said = {
    title: '安阳市监察规则',
    reason: '领导小组会议纪要（2026）1号',
    from: day(from),
    commandId: commandId(),
  };
  return { ...said, ladders: Object.fromEntries(shared), points, life, tests: {}, off: [], ...change };
}
const publish = (body: RuleSetRequest, person: string = cast.supervisor) => hall.as(person).post(path, body);
const look = async (): Promise<void> => {
  while ((await lookAtCards(hall.supervision)) > 0);
};
const promiseCards = async (caseId: string): Promise<number> => {
  const { rows } = CardList.parse(
    (await hall.as(cast.supervisor).get(`/desk/supervision/cards?caseId=${caseId}`)).json(),
  );
  return rows.filter(({ rule }) => rule === 'T03').length;
};

describe('监察规则 laid down by the place', () => {
  let caseId = '';
  test('every member of staff reads the rules in words; only a supervisor lays others down', async () => {
    hall.at('2026-03-02');
    ({ caseId } = await intake(hall));
    const read = await rules(cast.clerk);
    expect(read).toMatchObject({ sets: [], mayRevise: false });
    expect(read.rules.find(({ code }) => code === 'T03')?.holds.zh).toContain('预警：已用时限达 90%');
    expect((await publish(await wish(20, '2026-03-04'), cast.clerk)).statusCode).toBe(403);
  });

  test('never for a day that has begun, never two for one day, never faulty', async () => {
    const refused = async (body: RuleSetRequest): Promise<string> =>
      (await publish(body)).json<{ code: string }>().code;
    expect(await refused(await wish(20, '2026-03-02'))).toBe('rules_not_later');
    expect(await refused(await wish(20, '2026-03-04', { tests: { P01: 'promised and' } }))).toBe('rules_faulty');
    const body = await wish(20, '2026-03-04');
    expect((await publish(body)).statusCode).toBe(204);
    // The same command again is the same publication.
    expect((await publish(body)).statusCode).toBe(204);
    expect(await refused({ ...(await wish(30, '2026-03-04')), commandId: commandId() })).toBe('rules_day_taken');
  });

  test('until its day the old rules hold; on it every open case is looked at by the new ones, once', async () => {
    hall.at('2026-03-03');
    expect(await applyRuleSets(hall.supervision)).toBe(0);
    await look();
    expect(await promiseCards(caseId)).toBe(0);
    hall.at('2026-03-04');
    expect(await applyRuleSets(hall.supervision)).toBeGreaterThan(0);
    expect(await applyRuleSets(hall.supervision)).toBe(0);
    await look();
    expect(await promiseCards(caseId)).toBe(1);
  });

  test('what was raised by rules of their day stands and is explained, after others have come', async () => {
    expect((await publish(await wish(95, '2026-03-05'))).statusCode).toBe(204);
    hall.at('2026-03-05');
    await applyRuleSets(hall.supervision);
    await look();
    expect(await promiseCards(caseId)).toBe(1);
    const recounted = await recountCards(hall.supervision, '410500');
    expect([recounted.missing, recounted.unexplained]).toEqual([[], []]);
  });

  test('each set is an entry with its reason, and shown with what it changed', async () => {
    const { sets, from } = await rules();
    expect(from).toBe('2026-03-05');
    expect(sets.map(({ differences }) => differences.map(({ zh }) => zh))).toEqual([
      [expect.stringContaining('已用时限达 95%')],
      [expect.stringContaining('已用时限达 20%')],
    ]);
    const { rows } = await sql`select 1 from ledger.entries where stream = 'ruleSets'
      and type = 'ruleSetPublished'`.execute(hall.shell.db);
    expect(rows).toHaveLength(2);
  });
});
