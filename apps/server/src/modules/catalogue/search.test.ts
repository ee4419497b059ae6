import { itemId, type GuideEntry } from '@yimen/core/catalogue';
import { authorityId, jurisdiction } from '@yimen/core/people';
import { items as demoItems } from '@yimen/demo';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { day } from '@yimen/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../../platform/database/index.ts';
import { plain } from '../../platform/search/index.ts';
import { publish, publishFirst, searchItems, type Found } from './index.ts';

let fresh: FreshDatabase;
let app: Database<unknown>;

const GUIDES = [
  '开办互联网上网服务营业场所',
  '互联网上网服务营业场所经营单位变更营业场所地址，改建、扩建，变更计算机数量或其他重要事项',
  '建筑工程施工许可证核发',
  '建筑工程施工许可证变更',
  '普通公路建设项目施工许可',
  '《出生医学证明》首次签发',
  '烟草专卖零售许可证延续',
  '个体工商户信息确认（县级行使）',
  '网络预约出租汽车经营许可',
  '农药经营许可',
];

beforeAll(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'search test' });
  await app.kysely.transaction().execute(async (tx) => {
    for (const entry of [...demoItems, ...GUIDES.map(guideEntry)])
      expect((await publish(tx, entry, 'test')).ok).toBe(true);
  });
});

function guideEntry(name: string, at: number): GuideEntry {
  return {
    jurisdiction: jurisdiction('511602'),
    id: itemId(`g${at}`),
    version: 1,
    effectiveFrom: day('2026-01-01'),
    availability: 'guideOnly',
    name,
    kind: 'licence',
    level: 'county',
    authority: authorityId('区某局'),
    authorityName: '区某局',
    codes: { local: `g${at}` },
    sourceUrl: 'https://example.gov.cn/',
  };
}
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

const find = (
  jurisdiction: string,
  q: string,
  more: { readonly theme?: string; readonly limit?: number } = {},
): Promise<Found> => searchItems(app.kysely, { jurisdiction, q, offset: 0, limit: 20, ...more });

describe('in the demonstration hall the first hit for', () => {
  test.each([
    ['开网吧', 'internet-cafe'],
    ['我想开个网吧要什么手续', 'internet-cafe'],
    ['kaiwangba', 'internet-cafe'],
    ['kwb', 'internet-cafe'],
    ['盖房子开工', 'construction-permit'],
    ['工地开工', 'construction-permit'],
    ['施工许可证', 'construction-permit'],
    ['shigongxuke', 'construction-permit'],
    ['打井取水', 'water-abstraction'],
    ['打井', 'water-abstraction'],
    ['dajingqushui', 'water-abstraction'],
    ['取水许可', 'water-abstraction'],
    ['ＫＡＩ网吧', 'internet-cafe'],
    ['个体户', 'individual-business'],
    ['开饭店', 'food-operation'],
  ])('%s is %s', async (q, expected) => {
    const { hits } = await find('410500', q);
    expect(hits[0]?.itemId).toMatch(new RegExp(`^${expected}`));
  });
});

describe('in a hall whose list has no everyday words the first hit for', () => {
  test.each([
    ['开网吧', 'g0'],
    ['kaiwangba', 'g0'],
    ['盖房子开工', 'g2'],
    ['生孩子', 'g5'],
    ['卖烟', 'g6'],
    ['跑网约车', 'g8'],
    ['开店', 'g7'],
  ])('%s is %s', async (q, expected) => {
    expect((await find('511602', q)).hits[0]?.itemId).toBe(expected);
  });
});

test('an item names the words it was found by', async () => {
  expect((await find('410500', '打井取水')).hits[0]?.matched).toContain('打井');
});

test('what is nowhere finds nothing; punctuation alone is no question and lists everything', async () => {
  for (const q of ['量子纠缠驱魔', 'zzzzqqq', '%%%', '_']) {
    const { hits, total } = await find('410500', q);
    expect([q, hits.length, total]).toEqual(plain(q) === '' ? [q, 20, demoItems.length] : [q, 0, 0]);
  }
});

test('without words every item is listed by theme, page by page', async () => {
  const first = await find('410500', '', { limit: 1000 });
  expect(first.total).toBe(demoItems.length);
  expect(first.themes.reduce((sum, { count }) => sum + count, 0)).toBe(demoItems.length);
  const [theme] = first.themes;
  const chosen = await find('410500', '', { theme: theme?.theme ?? '', limit: 1000 });
  expect(chosen.total).toBe(theme?.count);
  const page = await searchItems(app.kysely, { jurisdiction: '410500', offset: 5, limit: 3 });
  expect(page.hits.map(({ itemId }) => itemId)).toEqual(first.hits.slice(5, 8).map(({ itemId }) => itemId));
});

test('a hall shows its own items only', async () => {
  expect((await find('511602', '取水许可审批')).hits.map(({ itemId }) => itemId)).not.toContain('water-abstraction');
  expect((await find('330500', '取水')).total).toBe(0);
});

test('many published at once stand as they do one after another', async () => {
  const picture = async (id: string): Promise<unknown> => {
    const { rows } = await app.pool.query<Record<string, unknown>>(
      `select to_jsonb(v) - 'item_id' as version, to_jsonb(s) - 'item_id' as search
       from catalogue.item_version v join catalogue.item_search s using (jurisdiction, item_id) where item_id like $1 order by item_id`,
      [`${id}%`],
    );
    return JSON.parse(
      JSON.stringify(rows)
        .replaceAll(id, 'id')
        .replaceAll(/"content_hash":"[^"]*"/g, '"content_hash":""'),
    );
  };
  const named = (prefix: string): GuideEntry[] =>
    GUIDES.map((name, at) => {
      const id = itemId(`${prefix}-${String(at)}`);
      return { ...guideEntry(name, at), id, codes: { local: id }, mainItem: '“引号”，换行\n与 \\ 斜线' };
    });
  await app.kysely.transaction().execute(async (tx) => {
    for (const entry of named('single')) expect((await publish(tx, entry, 'test')).ok).toBe(true);
    await publishFirst(tx, named('atonce'), 'test');
    // What one says of the other is that it stands: the hash of the content is the same too.
    for (const entry of named('atonce'))
      expect(await publish(tx, entry, 'test')).toEqual({ ok: true, value: 'unchanged' });
  });
  expect(await picture('atonce')).toEqual(await picture('single'));
});
