import { ChangeActed, EndedItem, Guide, ItemList, OpenChanges, type ChangeWish, type Problem } from '@yimen/contract';
import { writePath, type JsonObject } from '@yimen/core/catalogue';
import { anyang } from '@yimen/demo';
import { day } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOf, desk, wish } from '../../../test/changes.ts';
import { commandId, intakeCommands, openHall, type TestHall } from '../../../test/hall.ts';
import { indexDue } from '../index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 120_000);
afterAll(() => hall.close());

const { draft, through, publish, page, guide } = changesOf(() => hall);
const from = day('2026-03-03');

type Wished = Partial<ChangeWish> & Pick<ChangeWish, 'lines' | 'kind' | 'trigger'>;
const applied = (head: string, wished: Wished) =>
  hall.as(head).post(`${desk}/changes`, { commandId: commandId(), wish: wish(wished) });
const refusedTo = async (head: string, wished: Wished): Promise<Problem> => (await applied(head, wished)).json();

/** All five steps by their people, in force from a day, which then comes. */
async function carriedOut(head: string, wished: Wished, effectiveFrom = from): Promise<string> {
  const answer = await applied(head, wished);
  expect(answer.statusCode, answer.body).toBe(200);
  const { changeId } = ChangeActed.parse(answer.json());
  await through(changeId);
  expect(await page(changeId)).toMatchObject({ phase: 'publication' });
  await publish(changeId, effectiveFrom);
  hall.at(effectiveFrom);
  await indexDue(hall.shell.db, hall.today());
  return changeId;
}

async function begun(head: string, itemId: string, name: string, source: string): Promise<void> {
  const answer = await hall.as(head).post(`${desk}/items`, { itemId, name, from: source });
  expect(answer.statusCode, answer.body).toBe(200);
}

const found = async (q: string): Promise<readonly string[]> => {
  const answer = await hall.anybody().get(`/items?jurisdiction=${anyang}&q=${encodeURIComponent(q)}`);
  return ItemList.parse(answer.json()).items.map(({ id }) => id);
};
const month = async (): Promise<OpenChanges> =>
  OpenChanges.parse((await hall.anybody().get(`/open/halls/${anyang}/changes?from=2026-03-01&to=2026-03-31`)).json());
const happened = async (itemId: string) => (await month()).changes.find((one) => one.itemId === itemId);
const ended = async (itemId: string): Promise<EndedItem> =>
  EndedItem.parse((await hall.anybody().get(`/open/halls/${anyang}/ended/${itemId}`)).json());
const shown = async (itemId: string): Promise<Guide> => Guide.parse((await guide(itemId)).json());
const papersNaming = async (itemId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from people.authorisation
    where items @> ${[itemId]}::text[]`.execute(hall.shell.db);
  return rows[0]?.n ?? 0;
};
const set = (path: string, value: string) => (content: JsonObject) => writePath(content, path, value);

describe('合并', () => {
  test('two items end, one begins: the list has the one, and each of the two leads to it', async () => {
    await begun('an.kang', 'medical-institution', '医疗机构设置和执业许可', 'medical-institution-registration');
    const lines = [
      { itemId: 'medical-institution-setup', act: 'end' as const },
      { itemId: 'medical-institution-registration', act: 'end' as const },
      { itemId: 'medical-institution', act: 'create' as const },
    ];
    await carriedOut('an.kang', { kind: 'merge', trigger: 'service', lines });
    expect((await guide('medical-institution-setup')).statusCode).toBe(404);
    expect(await shown('medical-institution')).toMatchObject({ name: '医疗机构设置和执业许可' });
    expect(await found('医疗机构设置')).not.toContain('medical-institution-setup');
    const successor = [{ itemId: 'medical-institution', name: '医疗机构设置和执业许可' }];
    expect(await happened('medical-institution-setup')).toMatchObject({ kind: 'ended', successors: successor });
    expect(await happened('medical-institution')).toMatchObject({ kind: 'added', on: from });
    for (const { itemId } of lines.slice(0, 2)) {
      expect(await ended(itemId)).toMatchObject({
        lastDay: '2026-03-02',
        change: { kind: { zh: '合并' } },
        successors: successor,
      });
    }
  });

  test('one goes on with the other in it: whoever was authorised for what ended is for what goes on', async () => {
    await draft('editor', 'hr-service', set('name', '人力资源服务和社会保险变更'));
    const named = await papersNaming('social-insurance-change');
    expect(named).toBeGreaterThan(0);
    const lines = [
      { itemId: 'hr-service', act: 'revise' as const },
      { itemId: 'social-insurance-change', act: 'end' as const },
    ];
    const changeId = await carriedOut('lai.bin', { kind: 'merge', trigger: 'service', lines });
    expect(await papersNaming('hr-service')).toBe(named);
    expect(
      (await page(changeId)).life
        .at(-1)
        ?.lines.map(({ zh }) => zh)
        .join('\n'),
    ).toContain('随事项延续');
    expect(await happened('hr-service')).toMatchObject({ kind: 'changed' });
    expect(await ended('social-insurance-change')).toMatchObject({ successors: [{ itemId: 'hr-service' }] });
  });

  test('refused: one item alone is no merging, and another department’s item is not one’s own', async () => {
    const one = [{ itemId: 'work-injury', act: 'end' as const }];
    expect(await refusedTo('lai.bin', { kind: 'merge', trigger: 'service', lines: one })).toMatchObject({
      code: 'change_line_count',
    });
    const foreign = [...one, { itemId: 'river-works', act: 'end' as const }];
    await begun('lai.bin', 'joined', '合并后的事项', 'work-injury');
    const lines = [...foreign, { itemId: 'joined', act: 'create' as const }];
    expect(await refusedTo('lai.bin', { kind: 'merge', trigger: 'service', lines })).toMatchObject({
      code: 'change_not_own',
    });
  });
});

describe('下放', () => {
  test('the item goes on at a lower level: the guide, the month and the version say so', async () => {
    await draft('editor', 'planning-permit', set('level', 'county'));
    const lines = [{ itemId: 'planning-permit', act: 'revise' as const }];
    await carriedOut('yan.zhen', { kind: 'handDown', trigger: 'stateCouncil', lines });
    const change = await happened('planning-permit');
    expect(change).toMatchObject({ kind: 'changed', version: 2 });
    expect(change?.changes.map(({ words }) => words.zh)).toEqual(['行使层级由“市级”改为“县级”']);
    const list = await hall.anybody().get(`/open/halls/${anyang}/list?level=county`);
    expect(list.json<{ rows: readonly { id: string }[] }>().rows.map(({ id }) => id)).toContain('planning-permit');
    expect(await found('建设工程规划许可')).toContain('planning-permit');
  });

  test('the item leaves for the counties: only with who takes it over, and its page says who', async () => {
    const lines = [{ itemId: 'public-place-hygiene', act: 'end' as const }];
    const down: Wished = { kind: 'handDown', trigger: 'superior', lines };
    expect(await refusedTo('an.kang', down)).toMatchObject({ code: 'change_receiver_missing', field: 'receiver' });
    await carriedOut('an.kang', { ...down, receiver: '各县（市、区）卫生健康主管部门' });
    expect((await guide('public-place-hygiene')).statusCode).toBe(404);
    expect(await ended('public-place-hygiene')).toMatchObject({
      change: { kind: { zh: '下放' } },
      receiver: '各县（市、区）卫生健康主管部门',
      successors: [],
    });
    const told = await happened('public-place-hygiene');
    expect([told?.kind, told?.successors]).toEqual(['ended', undefined]);
  });
});

describe('划入、划出', () => {
  test('划入: the receiving department applies; from the day on the item is its own, the case begun before keeps its', async () => {
    const lines = [{ itemId: 'soil-conservation-plan', act: 'revise' as const }];
    const into: Wished = { kind: 'transferIn', trigger: 'functions', lines };
    await draft('editor', 'soil-conservation-plan', set('authority', 'huanjing'));
    expect(await refusedTo('jiang.tao', into)).toMatchObject({ code: 'change_not_own' });
    const commands = intakeCommands('soil-conservation-plan');
    const before = await hall.as('zhou.min').post('/desk/cases', { commandId: commandId(), commands });
    expect(before.statusCode, before.body).toBe(201);
    await carriedOut('jing.jing', into);
    expect(await shown('soil-conservation-plan')).toMatchObject({ authorityName: '安阳市生态环境局', version: 2 });
    expect(await happened('soil-conservation-plan')).toMatchObject({ kind: 'changed' });
    const { caseId } = before.json<{ caseId: string }>();
    expect((await hall.as('jiang.tao').get(`/desk/cases/${caseId}`)).statusCode).toBe(200);
    expect((await hall.as('jing.jing').get(`/desk/cases/${caseId}`)).statusCode).toBe(404);
  });

  test('划入 of what stays where it is, and 变更 of what moves, are refused', async () => {
    await draft('editor', 'river-works', set('quantityLimit', '无'));
    const stays: Wished = {
      kind: 'transferIn',
      trigger: 'functions',
      lines: [{ itemId: 'river-works', act: 'revise' }],
    };
    expect(await refusedTo('jiang.tao', stays)).toMatchObject({ code: 'change_stays' });
    await draft('editor', 'river-works', set('authority', 'huanjing'));
    expect(await refusedTo('jiang.tao', { ...stays, kind: 'change' })).toMatchObject({ code: 'change_is_transfer' });
  });

  test('划出: within the hall the item is the other’s; out of it, its page names who has it', async () => {
    const lines = [
      { itemId: 'river-works', act: 'revise' as const },
      { itemId: 'water-abstraction', act: 'end' as const },
    ];
    await carriedOut('jiang.tao', { kind: 'transferOut', trigger: 'functions', lines, receiver: '河南省水利厅' });
    expect(await shown('river-works')).toMatchObject({ authorityName: '安阳市生态环境局' });
    // What only stood beside it in the change is no successor.
    expect(await ended('water-abstraction')).toMatchObject({
      authorityName: '安阳市水利局',
      receiver: '河南省水利厅',
      successors: [],
    });
    expect((await month()).counts.ended).toBeGreaterThanOrEqual(2);
  });
});

describe('承接', () => {
  test('what comes from above begins as an item; nobody’s authorisation for an item beside it grows', async () => {
    await begun('xin.cheng', 'from-above', '承接的事项', 'food-operation');
    await draft('editor', 'individual-business-registration', set('quantityLimit', '无'));
    const named = await papersNaming('individual-business-registration');
    expect(named).toBeGreaterThan(0);
    const lines = [
      { itemId: 'from-above', act: 'create' as const },
      { itemId: 'individual-business-registration', act: 'revise' as const },
    ];
    const changeId = await carriedOut('xin.cheng', { kind: 'takeOver', trigger: 'stateCouncil', lines });
    expect(await shown('from-above')).toMatchObject({ name: '承接的事项', version: 1 });
    expect(await happened('from-above')).toMatchObject({ kind: 'added', on: from });
    expect(await found('承接的事项')).toContain('from-above');
    expect(await papersNaming('from-above')).toBe(0);
    expect(await papersNaming('individual-business-registration')).toBe(named);
    expect(await page(changeId)).toMatchObject({ outcome: 'published', kindName: { zh: '承接' } });
  });

  test('an item that left the list comes back as its next version, and its page is the guide again', async () => {
    const itemId = 'public-place-hygiene';
    expect(await ended(itemId)).toMatchObject({ lastDay: '2026-03-02' });
    await draft('editor', itemId, set('quantityLimit', '无'));
    const lines = [{ itemId, act: 'create' as const }];
    const back: Wished = { kind: 'takeOver', trigger: 'superior', lines };
    expect(await refusedTo('an.kang', { ...back, trigger: 'lawRepealed' })).toMatchObject({ code: 'change_trigger' });
    await carriedOut('an.kang', back, day('2026-03-09'));
    expect(await shown(itemId)).toMatchObject({ version: 2, availability: 'applicable' });
    expect((await hall.anybody().get(`/open/halls/${anyang}/ended/${itemId}`)).statusCode).toBe(404);
    expect(await found('公共场所卫生')).toContain(itemId);
  });
});

test('a change that is withdrawn changes nothing of the list', async () => {
  const lines = [{ itemId: 'nurse-registration', act: 'end' as const }];
  const answer = await applied('an.kang', { kind: 'transferOut', trigger: 'functions', lines, receiver: '省卫健委' });
  const { changeId } = ChangeActed.parse(answer.json());
  const command = { type: 'withdraw', reason: '暂缓' };
  await hall.as('an.kang').post(`${desk}/changes/${changeId}/acts`, { commandId: commandId(), command });
  expect(await page(changeId)).toMatchObject({ outcome: 'withdrawn' });
  expect((await guide('nurse-registration')).statusCode).toBe(200);
});
