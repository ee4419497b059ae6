import { ItemStars, StarRules, StarTrialFound } from '@yimen/contract';
import { shippedStars, type StarScheme } from '@yimen/core/catalogue';
import { anyang, items } from '@yimen/demo';
import { addDays } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandId, openHall, type TestHall } from '../../../test/hall.ts';
import { starNightly } from './nightly.ts';

const AT = '/desk/catalogue/star-rules';
const [first] = items;
if (first === undefined) throw new Error('the demonstration has no items');
const { most } = shippedStars;
/** Whoever still makes people come loses everything. */
const onlyVisits: StarScheme = {
  ...shippedStars,
  most: { ...most, depth: 0, visits: 100, instant: 0, materials: 0, limit: 0, rating: 0 },
};

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 60_000);
afterAll(() => hall.close());

const rules = async (): Promise<StarRules> => StarRules.parse((await hall.as('mu.lu').get(AT)).json());
const trial = async (scheme: StarScheme): Promise<StarTrialFound> =>
  StarTrialFound.parse((await hall.as('mu.lu').post(`${AT}/trial`, { scheme })).json());
const wish = (more: object = {}) => ({
  commandId: commandId(),
  scheme: onlyVisits,
  effectiveFrom: addDays(hall.today(), 2),
  reason: '省级文件调整（演示）',
  ...more,
});
const decide = (body: object, who = 'mu.lu') => hall.as(who).post(AT, body);
const night = () => starNightly(hall.shell, { ratingsSince: () => Promise.resolve(new Map()) });
const starsOf = async (): Promise<ItemStars> =>
  ItemStars.parse((await hall.anybody().get(`/items/${anyang}/${first.id}/stars`)).json());

test('a hall begins with the shipped rules, each in words, and a head of a department reads them', async () => {
  const shown = await rules();
  expect(shown).toMatchObject({ scheme: shippedStars, decided: [], mayDecide: true });
  expect(shown.rules.map(({ most: points }) => points)).toEqual([20, 20, 15, 15, 15, 15]);
  const head = StarRules.parse((await hall.as('gao.jun').get(AT)).json());
  expect(head.mayDecide).toBe(false);
});

test('a trial says how many items would change their stars, and changes nothing', async () => {
  const same = await trial(shippedStars);
  expect(same).toMatchObject({ items: items.length, up: 0, down: 0, changed: [] });
  const found = await trial(onlyVisits);
  expect(found.up + found.down).toBeGreaterThan(0);
  expect(found.changed).toHaveLength(found.up + found.down);
  for (const side of ['now', 'then'] as const)
    expect(found.counts.reduce((sum, one) => sum + one[side], 0)).toBe(items.length);
  expect((await rules()).decided).toEqual([]);
});

test('what is decided holds from its day on, is on the record with its reason, and what was counted before is kept', async () => {
  hall.at('2026-03-02', '03:00');
  await night();
  const before = await starsOf();
  const decision = wish();
  expect((await decide(decision)).statusCode).toBe(200);
  expect((await decide(decision)).json()).toEqual({ effectiveFrom: '2026-03-04' });
  expect(await rules()).toMatchObject({
    scheme: shippedStars,
    decided: [{ effectiveFrom: '2026-03-04', reason: '省级文件调整（演示）', scheme: onlyVisits }],
  });
  hall.at('2026-03-03', '03:00');
  await night();
  expect((await starsOf()).since).toBe('2026-03-02');
  hall.at('2026-03-04', '03:00');
  await night();
  const after = await starsOf();
  expect(after.lines.find(({ id }) => id === 'visits')).toMatchObject({ most: 100 });
  expect(after.history.map(({ on }) => on)).toEqual(['2026-03-04', '2026-03-02']);
  expect(after.history[1]).toMatchObject({ stars: before.stars, points: before.points });
  const { rows } = await sql<{
    body: object;
  }>`select body from ledger.entries where type = 'StarSchemeDecided'`.execute(hall.shell.db);
  expect(rows).toMatchObject([{ body: { reason: '省级文件调整（演示）', effectiveFrom: '2026-03-04' } }]);
});

test('only the steps moved: the stars change, though no line of points does', async () => {
  const steps = [1, 2, 3, 100] as const;
  expect((await decide(wish({ scheme: { ...onlyVisits, steps }, effectiveFrom: '2026-03-05' }))).statusCode).toBe(200);
  const before = await starsOf();
  hall.at('2026-03-05', '03:00');
  await night();
  const after = await starsOf();
  expect(after.lines).toEqual(before.lines);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from catalogue.item_star
    where jurisdiction = ${anyang} and on_day = '2026-03-05'`.execute(hall.shell.db);
  expect(rows[0]?.count).toBeGreaterThan(0);
});

test.each([
  ['that make no hundred', { scheme: { ...shippedStars, most: { ...most, depth: 0 } } }, 'not_hundred'],
  ['whose steps fall', { scheme: { ...shippedStars, steps: [60, 40, 75, 90] } }, 'steps_not_rising'],
  ['for today, which is counted', { effectiveFrom: '2026-03-05' }, 'not_later'],
  ['that hold already', { scheme: { ...onlyVisits, steps: [1, 2, 3, 100] } }, 'nothing_changed'],
  ['without a reason', { reason: '' }, 'invalid'],
])('rules %s are refused in words', async (_what, more, code) => {
  const answer = await decide(wish(more));
  expect(answer.json()).toMatchObject({ code });
  expect(answer.statusCode).toBe(422);
});

test('a head of a department neither tries nor decides', async () => {
  expect((await decide(wish(), 'gao.jun')).statusCode).toBe(403);
  expect((await hall.as('gao.jun').post(`${AT}/trial`, { scheme: shippedStars })).statusCode).toBe(403);
});
