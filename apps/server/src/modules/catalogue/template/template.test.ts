import {
  ChangeActed,
  DeskItem,
  DeskItems,
  DraftView,
  ItemTemplate,
  NewItemBegun,
  Problem,
  TemplateList,
  type ChangeWish,
} from '@yimen/contract';
import { toJson, writePath, type JsonObject } from '@yimen/core/catalogue';
import { anyang, tangyin } from '@yimen/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { loadDemoCounty } from '../../../demo/index.ts';
import { changesOf, promised, wish } from '../../../test/changes.ts';
import { commandId, openHall, type TestHall } from '../../../test/hall.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
  await loadDemoCounty(hall.shell);
}, 120_000);
afterAll(() => hall.close());

const city = changesOf(() => hall);
const county = () => hall.as(`tang.lu@${tangyin}`);
const at = '/desk/catalogue';
const food = `${at}/items/food-operation`;

async function get<S extends z.ZodType>(path: string, shape: S): Promise<z.output<S>> {
  const answer = await county().get(path);
  expect(answer.statusCode, `${path}\n${answer.body}`).toBe(200);
  return shape.parse(answer.json());
}
const refused = async (path: string, body: object): Promise<Problem> =>
  Problem.parse((await county().post(path, body)).json());
const adoption = (itemId: string, authority: string) => ({ commandId: commandId(), itemId, authority });
const row = async (id: string) => (await get(`${at}/items`, DeskItems)).rows.find((one) => one.id === id);

/** The city's five steps for one change of one item, in force from today. */
async function cityPublishes(itemId: string, change: (content: JsonObject) => JsonObject, head: string): Promise<void> {
  await city.draft('editor', itemId, change);
  const lines = [{ itemId, act: 'revise' as const }];
  const applied = await hall.as(head).post(`${at}/changes`, {
    commandId: commandId(),
    wish: wish({ lines }) satisfies ChangeWish,
  });
  expect(applied.statusCode, applied.body).toBe(200);
  const { changeId } = ChangeActed.parse(applied.json());
  await city.through(changeId);
  await city.publish(changeId, hall.today());
}

describe('a county adopts an item of its city', () => {
  test('the list offers every whole item of the city, and says which are adopted', async () => {
    const list = await get(`${at}/templates?q=许可`, TemplateList);
    expect(list.above).toBe('安阳市市民之家');
    expect(list.departments.map(({ id }) => id)).toEqual(['shijian', 'weijian']);
    expect(list.rows.find(({ itemId }) => itemId === 'food-operation')?.standing).toBe('adopted');
    expect(list.rows.find(({ itemId }) => itemId === 'water-abstraction')?.standing).toBe('none');
  });

  test('it becomes a draft with the county’s place, body and codes, once however often it is sent', async () => {
    const body = adoption('medical-institution-setup', 'weijian');
    const [first, again] = [await county().post(`${at}/adoptions`, body), await county().post(`${at}/adoptions`, body)];
    expect(first.statusCode, first.body).toBe(200);
    expect(NewItemBegun.parse(again.json())).toEqual(NewItemBegun.parse(first.json()));
    const { draft, template, versions } = await get(`${at}/items/medical-institution-setup`, DeskItem);
    expect(versions).toEqual([]);
    expect(template).toEqual({ hall: '安阳市市民之家', version: 1, pending: false });
    expect(draft.content).toMatchObject({
      jurisdiction: tangyin,
      level: 'county',
      service: { address: '河南省安阳市汤阴县演示路2号（演示地址）' },
      implementation: { body: { name: '汤阴县卫生健康委员会' } },
    });
    expect(draft.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'remedies_missing',
    ]);
  });

  test('refused: a department of another hall, an item nobody has, one adopted before', async () => {
    expect(await refused(`${at}/adoptions`, adoption('water-abstraction', 'shuili'))).toMatchObject({
      code: 'template_department',
      field: 'authority',
    });
    expect(await refused(`${at}/adoptions`, adoption('nowhere', 'shijian'))).toMatchObject({ code: 'template_none' });
    expect(await refused(`${at}/adoptions`, adoption('food-operation', 'shijian'))).toMatchObject({
      code: 'template_adopted',
      status: 409,
    });
    const ofCity = await hall.as('mu.lu').post(`${at}/adoptions`, adoption('food-operation', 'shijian'));
    expect(ofCity.json()).toMatchObject({ code: 'template_none' });
  });

  test('every local difference is marked, and one the template does not allow bars publishing', async () => {
    const before = await get(`${food}/template`, ItemTemplate);
    expect(before.differences.filter(({ allowed }) => !allowed)).toEqual([]);
    expect(before.differences.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['limits.promised', 'materials.county-waste', 'service.phone']),
    );
    expect(await row('food-operation')).toMatchObject({ template: { version: 1, pending: false } });
    const { draft } = await get(food, DeskItem);
    const stricter = writePath(toJson(draft.content), 'conditions', ['本县户籍']);
    const saved = await county().post(`${food}/draft`, { revision: draft.revision, content: stricter });
    const { findings } = DraftView.parse(saved.json());
    expect(findings.map(({ rule, article = '' }) => `${rule} ${article}`)).toContain(
      'template_binding 优化营商环境条例第三十五条',
    );
    expect((await row('food-operation'))?.findings?.errors).toBeGreaterThan(0);
    const back = await county().post(`${food}/draft`, { revision: 1, content: draft.content });
    expect(back.statusCode, back.body).toBe(200);
  });
});

describe('the city publishes a change of it', () => {
  test('of its telephone alone: nothing is proposed below', async () => {
    await city.draft('editor', 'food-operation', (content) => writePath(content, 'service.phone', '0372-0000999'));
    const { draft } = await city.read('editor', food, DeskItem);
    const published = await hall.as('mu.lu').post(`${food}/publication`, {
      commandId: commandId(),
      revision: draft.revision,
      effectiveFrom: hall.today(),
      reason: '电话变更',
    });
    expect(published.statusCode, published.body).toBe(200);
    expect(await row('food-operation')).toMatchObject({ template: { pending: false } });
  });

  test('of a condition and the promise: proposed with its difference in words, and what it changes here', async () => {
    hall.days(1);
    await cityPublishes(
      'food-operation',
      (content) => writePath(promised(7)(content), 'conditions', ['有固定的经营场所']),
      'xin.cheng',
    );
    expect((await get(`${at}/items?state=upstream`, DeskItems)).rows.map(({ id }) => id)).toEqual(['food-operation']);
    const { proposal, version } = await get(`${food}/template`, ItemTemplate);
    expect(version).toBe(1);
    expect(proposal?.version).toBe(3);
    expect(proposal?.here.filter(({ both }) => both)).toEqual([]);
    const said = (changes: readonly { readonly words: { readonly zh: string } }[] = []) =>
      changes.map(({ words }) => words.zh).join('\n');
    expect(said(proposal?.changes)).toContain('受理条件增加：有固定的经营场所');
    expect(said(proposal?.changes)).toContain('由“8个工作日');
    expect(said(proposal?.changes)).not.toContain('咨询电话');
    // The county promises six days; the city's seven do not lengthen that.
    expect(said(proposal?.here)).toContain('受理条件增加：有固定的经营场所');
    expect(said(proposal?.here)).not.toContain('承诺');
    const known = await city.read('editor', food, DeskItem);
    expect(known.adopters).toEqual([{ hall: '汤阴县政务服务中心（演示）', version: 1, pending: true }]);
  });

  test('declined with a reason: it stands with the item, in its stream, and the city sees it', async () => {
    const decline = (version: number) => ({ commandId: commandId(), version, reason: '本县正在核实场所要求' });
    expect(await refused(`${food}/template/declining`, decline(2))).toMatchObject({ code: 'template_moved' });
    const done = await county().post(`${food}/template/declining`, decline(3));
    expect(done.statusCode, done.body).toBe(200);
    const { proposal, declined } = await get(`${food}/template`, ItemTemplate);
    expect({ proposal, declined }).toEqual({ declined: { version: 3, reason: '本县正在核实场所要求' } });
    expect(await refused(`${food}/template/taking`, { commandId: commandId(), version: 3 })).toMatchObject({
      code: 'template_settled',
    });
    expect((await city.read('editor', food, DeskItem)).adopters).toMatchObject([{ declined: { version: 3 } }]);
    const { rows } = await sql<{ type: string }>`select type from ledger.entries
      where jurisdiction = ${tangyin} and stream = 'item/food-operation'`.execute(hall.shell.db);
    expect(rows.map(({ type }) => type)).toEqual(['TemplateDeclined']);
  });

  test('the next change is proposed with what was declined; taken, it is in the county’s draft', async () => {
    hall.days(1);
    await cityPublishes('food-operation', (content) => writePath(content, 'quantityLimit', '无'), 'xin.cheng');
    const { proposal } = await get(`${food}/template`, ItemTemplate);
    expect(proposal?.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['quantityLimit', 'limits.promised']),
    );
    const taken = await county().post(`${food}/template/taking`, { commandId: commandId(), version: 4 });
    expect(taken.statusCode, taken.body).toBe(200);
    const { draft, template } = await get(food, DeskItem);
    expect(template).toMatchObject({ version: 4, pending: false });
    expect(draft.content).toMatchObject({
      quantityLimit: '无',
      conditions: ['有固定的经营场所'],
      limits: { promised: { count: 6 } },
      service: { phone: '0372-0000601' },
    });
    expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(draft.fiveSteps).toBe(true);
    expect(await row('food-operation')).toMatchObject({ template: { version: 4, pending: false } });
    expect((await city.read('editor', food, DeskItem)).adopters).toMatchObject([{ version: 4, pending: false }]);
  });
});

test('what a hall adopted is no business of a hall beside it', async () => {
  expect((await hall.as('mu.lu').get(`${food}/template`)).statusCode).toBe(404);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from catalogue.adoption
    where jurisdiction = ${anyang}`.execute(hall.shell.db);
  expect(rows[0]?.n).toBe(0);
});
