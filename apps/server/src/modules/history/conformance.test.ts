import { ConformanceAnswer, ProcedureList, type ConformanceView } from '@yimen/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cast, expertReview, intake, proposed } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { uploadLog } from './test/upload.ts';

const HISTORY = '/desk/history';
const PERMIT = 'construction-permit';
let hall: TestHall;
let granted = '';

/** A permit granted without a fault, one whose examination had to be done again, and one of another item. */
beforeAll(async () => {
  hall = await openHall();
  granted = (await intake(hall)).caseId;
  await proposed(hall, granted);
  await act(hall, cast.chief, granted, { type: 'sign', opinion: '同意' });
  const again = (await intake(hall)).caseId;
  await proposed(hall, again);
  await act(hall, cast.chief, again, { type: 'declineToSign', toStepId: 'examine', reason: '请复核现场情况' });
  await proposed(hall, again);
  await intake(hall, expertReview().itemId);
  const own = { name: '本厅', from: hall.today(), to: hall.today() };
  expect((await hall.as('peng.zhi').post(`${HISTORY}/own`, own)).statusCode).toBe(200);
  const old = `case,activity,timestamp
1,收件,2026-03-02T09:00:00+08:00
1,审核,2026-03-04T09:00:00+08:00
1,作出决定,2026-03-05T09:00:00+08:00
2,收件,2026-03-02T09:00:00+08:00
2,作出决定,2026-03-03T09:00:00+08:00
2,领导圈阅,2026-03-03T10:00:00+08:00
`;
  expect(
    (await uploadLog(hall, 'yu.cha', { name: '旧系统', file: { name: 'old.csv', bytes: Buffer.from(old) } }))
      .statusCode,
  ).toBe(200);
});
afterAll(() => hall.close());

async function held(log: string, query: string): Promise<ConformanceView> {
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await hall.as('yu.cha').get(`${HISTORY}/logs/${encodeURIComponent(log)}/conformance?${query}`);
    expect(response.statusCode, response.body).toBe(200);
    const answer = ConformanceAnswer.parse(response.json());
    if (answer.state === 'done') return answer.conformance;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error(`${log} is not read`);
}

describe('the hall’s own cases against the version each keeps', () => {
  test('follow it where nothing was done again; what was is named with its cases', async () => {
    const view = await held('本厅', `item=${PERMIT}&version=1`);
    expect(view).toMatchObject({ cases: 2, fitting: 1, unjudged: 0, procedure: { itemId: PERMIT, version: 1 } });
    const steps = view.deviations.map(({ kind, node, count }) => [kind, node, count]);
    expect(steps).toContainEqual(['repeated', 'step:examine', 1]);
    expect(steps.every(([kind]) => kind === 'repeated')).toBe(true);
    expect(view.deviations.flatMap(({ cases }) => cases)).not.toContain(granted);
    expect(view.shapes.find(({ node }) => node === 'receive')).toMatchObject({ count: 2, skipped: 0 });
    expect(view.wording).toBeUndefined();
  });

  test('are drawn on the published flowchart, with the numbers that stand in the tables', async () => {
    const { picture, ways } = await held('本厅', `item=${PERMIT}&version=1&language=en`);
    expect(picture).toMatch(/^<svg[^]*2 ×[^]*<\/svg>$/);
    expect(ways[1]).toMatchObject({ from: { zh: expect.stringContaining('收') as string }, count: 2 });
  });

  test('of another item are held against theirs alone', async () => {
    const { itemId } = expertReview();
    expect(await held('本厅', `item=${itemId}&version=1`)).toMatchObject({ cases: 1, fitting: 1 });
  });
});

describe('a log from elsewhere', () => {
  test('is read by the names on the drawing, and what it never names is not missed', async () => {
    const view = await held('旧系统', `item=${PERMIT}`);
    expect(view.cases).toBe(2);
    expect(view.wording?.find(({ node }) => node === 'step:examine')).toMatchObject({ activity: '审核' });
    expect(view.wording?.find(({ node }) => node === 'serve')).toMatchObject({ activity: '' });
  });

  test('is read as somebody says: what each shape is called there', async () => {
    const said = ['receive=收件', 'step:examine=审核', 'decide=作出决定']
      .map((one) => `said=${encodeURIComponent(one)}`)
      .join('&');
    const view = await held('旧系统', `item=${PERMIT}&${said}`);
    expect(view.deviations).toMatchObject([{ kind: 'skipped', node: 'step:examine', count: 1, cases: ['2'] }]);
    expect(view).toMatchObject({ fitting: 1, beside: { rows: [{ activity: '领导圈阅', count: 1 }] } });
    expect(view.picture).toContain('漏办 1 件');
  });
});

describe('what is asked', () => {
  const ask = (query: string, person = 'yu.cha', log = '本厅') =>
    hall.as(person).get(`${HISTORY}/logs/${encodeURIComponent(log)}/conformance?${query}`);

  test('about an item nobody publishes is refused, and names nothing of other halls', async () => {
    expect((await ask('item=nothing')).json()).toMatchObject({ code: 'procedure_unknown', field: 'item' });
    expect((await ask(`item=${PERMIT}&version=99`)).json()).toMatchObject({ code: 'procedure_unknown' });
    expect((await ask(`item=${PERMIT}&said=nonsense`)).json()).toMatchObject({ code: 'invalid' });
    expect((await ask(`item=${PERMIT}`, 'yu.cha', '没有')).statusCode).toBe(404);
    expect((await ask(`item=${PERMIT}`, 'zhou.min')).statusCode).toBe(403);
  });

  test('is chosen from what the hall publishes with a procedure', async () => {
    const { procedures } = ProcedureList.parse((await hall.as('mu.lu').get(`${HISTORY}/procedures`)).json());
    expect(procedures).toContainEqual({ itemId: PERMIT, version: 1, name: expect.any(String) as string });
    expect(procedures.map(({ name }) => name)).toEqual(
      procedures.map(({ name }) => name).toSorted((left, right) => left.localeCompare(right, 'zh-CN')),
    );
  });
});
