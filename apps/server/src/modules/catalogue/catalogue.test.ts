import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomBytes, randomUUID } from 'node:crypto';
import { Guide, Hall, ItemList } from '@yimen/contract';
import { itemId, type ServiceItem } from '@yimen/core/catalogue';
import { jurisdiction } from '@yimen/core/people';
import { items } from '@yimen/demo';
import { day, instant } from '@yimen/kernel';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { connect, type Database } from '../../platform/database/index.ts';
import { evaluateCondition } from '../../platform/feel/index.ts';
import { buildHttp, type App } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log/index.ts';
import type { Shell } from '../../platform/shell.ts';
import {
  catalogueRoutes,
  flowRoutes,
  importItems,
  itemInForce,
  itemVersion,
  publish,
  type ImportedItems,
} from './index.ts';

let fresh: FreshDatabase;
let database: Database<unknown>;
let shell: Shell;
let app: App;

const first = items[0];
if (first === undefined) throw new Error('no items');
const permit: ServiceItem = { ...first, id: itemId('permit'), effectiveFrom: day('2026-01-01') };
const put = (item: ServiceItem) => shell.db.transaction().execute((tx) => publish(tx, item, 'test'));

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect({ connectionString: fresh.connectionString, applicationName: 'catalogue test' });
  const now = () => instant('2026-03-02T01:00:00.000Z');
  const log = createLog('fatal');
  shell = {
    db: database.kysely,
    now,
    realNow: now,
    newId: randomUUID,
    random: randomBytes,
    evaluate: evaluateCondition,
    log,
    demo: true,
  };
  const hall = {
    jurisdiction: '410500',
    name: '市民之家',
    divisionName: '安阳市',
    address: '路',
    hours: '9–17',
    phone: '1',
    demonstration: true,
  };
  const near = {
    halls: () => Promise.resolve([hall]),
    authorityNames: () => Promise.resolve(new Map([[String(permit.authority), '住房和城乡建设局']])),
  };
  const gate = { staff: () => Promise.resolve(undefined), tracked: () => Promise.resolve(undefined) };
  ({ app } = await buildHttp({
    log,
    newId: randomUUID,
    gate,
    routes: [catalogueRoutes(shell, near), flowRoutes(shell, near)],
    healthy: () => Promise.resolve(true),
  }));
});
afterAll(async () => {
  await app.close();
  await database.close();
  await fresh.drop();
});

describe('publishing', () => {
  test('a version again changes nothing; the same number with other content is refused', async () => {
    expect(await put(permit)).toEqual({ ok: true, value: 'taken' });
    expect(await put(permit)).toEqual({ ok: true, value: 'unchanged' });
    expect(await put({ ...permit, name: '改名' })).toEqual({ ok: false, error: { code: 'version_exists' } });
  });

  test('the next version ends the one before it the day before', async () => {
    expect((await put({ ...permit, version: 2, effectiveFrom: day('2026-06-01'), name: '新名' })).ok).toBe(true);
    expect(await itemInForce(shell.db, '410500', 'permit', day('2026-05-31'))).toEqual({
      ...permit,
      effectiveTo: '2026-05-31',
    });
    expect((await itemInForce(shell.db, '410500', 'permit', day('2026-06-01')))?.name).toBe('新名');
    expect(await itemInForce(shell.db, '410500', 'permit', day('2025-12-31'))).toBeUndefined();
    expect(await itemInForce(shell.db, '330500', 'permit', day('2026-06-01'))).toBeUndefined();
  });

  test('a running case still finds the version it keeps', async () => {
    expect((await itemVersion(shell.db, '410500', 'permit', 1)).name).toBe(permit.name);
    await expect(itemVersion(shell.db, '410500', 'permit', 9)).rejects.toThrow('no version 9');
  });

  test('what the law does not allow is refused with everything that stands against it', async () => {
    const unlawful = { ...permit, id: itemId('unlawful'), bases: [], conditions: [] };
    expect(await put(unlawful)).toMatchObject({
      ok: false,
      error: { code: 'unlawful', findings: [{ severity: 'error' }, { severity: 'error' }] },
    });
    expect(await itemInForce(shell.db, '410500', 'unlawful', day('2026-06-01'))).toBeUndefined();
  });

  test('the application cannot change what was published', async () => {
    await expect(sql`update catalogue.item_version set content = '{}'`.execute(shell.db)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`delete from catalogue.item_version`.execute(shell.db)).rejects.toThrow('permission denied');
  });
});

describe('the public reads', () => {
  test('every item of the demonstration as a complete guide', async () => {
    for (const item of items) {
      await put(item);
      const response = await app.inject(`/api/v1/items/410500/${item.id}`);
      const guide = Guide.parse(response.json());
      expect([guide.id, guide.detail?.materials.length, guide.detail?.limits.statutory.count]).toEqual([
        item.id,
        item.materials.length,
        item.limits.statutory.count,
      ]);
    }
  });

  test('the halls with the number of their items, and the list of items page by page', async () => {
    const { halls } = z.object({ halls: z.array(Hall) }).parse((await app.inject('/api/v1/halls')).json());
    expect(halls[0]?.itemCount).toBe(items.length + 1);
    const seen: string[] = [];
    for (let cursor: string | undefined = '0'; cursor !== undefined;) {
      const list = ItemList.parse((await app.inject(`/api/v1/items?jurisdiction=410500&cursor=${cursor}`)).json());
      seen.push(...list.items.map(({ id }) => id));
      cursor = list.next;
    }
    expect(new Set(seen).size).toBe(items.length + 1);
  });

  test('its procedure as a picture in either language and as BPMN, under names that are only text', async () => {
    const picture = await app.inject('/api/v1/items/410500/permit/flow.svg?language=en');
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(picture.body).toContain('Accepted?');
    const model = await app.inject('/api/v1/items/410500/permit/flow.bpmn');
    expect([model.statusCode, model.body.includes('住房和城乡建设局')]).toEqual([200, true]);
    expect((await app.inject('/api/v1/items/410500/nothing/flow.svg')).statusCode).toBe(404);
    expect((await app.inject('/api/v1/items/410500/permit/flow.svg?language=xx')).statusCode).toBe(422);
  });

  test.each([
    ['/api/v1/items/410500/nothing', 404],
    ['/api/v1/items/41050/permit', 422],
    ['/api/v1/items', 422],
    ['/api/v1/items?jurisdiction=410500&cursor=-1', 422],
    [`/api/v1/items?jurisdiction=410500&q=${'长'.repeat(101)}`, 422],
  ])('%s answers %i', async (url, status) => {
    expect((await app.inject(url)).statusCode).toBe(status);
  });
});

const file = fileURLToPath(
  new URL('../../../../../../shared/data/catalogue/guangan_district_items_1135.csv', import.meta.url),
);
describe.skipIf(!existsSync(file))('the real list of 广安区 (skipped without the shared data)', () => {
  const take = (from: string): Promise<ImportedItems> =>
    importItems(shell.db, {
      text: readFileSync(file, 'utf8'),
      source: 'guangan.csv',
      jurisdiction: jurisdiction('511602'),
      from: day(from),
    });

  test('is taken into a second hall, and a second run on another day changes nothing', async () => {
    expect(await take('2026-01-01')).toMatchObject({ added: 1128, changed: 0, unchanged: 0 });
    expect(await take('2026-02-02')).toMatchObject({ added: 0, changed: 0, unchanged: 1128 });
  });

  test.each([
    ['开网吧', '开办互联网上网服务营业场所'],
    ['盖房子开工', '建筑工程施工许可证核发'],
    ['kaiwangba', '开办互联网上网服务营业场所'],
    ['出生证', '《出生医学证明》首次签发'],
    ['网约车', '网络预约出租汽车经营许可'],
  ])('%s finds %s among the first five', async (q, expected) => {
    const list = ItemList.parse(
      (await app.inject(`/api/v1/items?jurisdiction=511602&q=${encodeURIComponent(q)}`)).json(),
    );
    expect(list.items.slice(0, 5).map(({ name }) => name)).toContain(expected);
    const guide = Guide.parse(
      (await app.inject(`/api/v1/items/511602/${encodeURIComponent(list.items[0]?.id ?? '')}`)).json(),
    );
    expect([guide.availability, guide.detail]).toEqual(['guideOnly', undefined]);
  });
});
