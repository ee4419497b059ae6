import { ItemStars } from '@yimen/contract';
import { anyang, items } from '@yimen/demo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHall, type TestHall } from '../../../test/hall.ts';
import { publish } from '../publish.ts';
import type { StarNeighbours } from './facts.ts';
import { starNightly } from './nightly.ts';

const [first] = items;
if (first === undefined) throw new Error('the demonstration has no items');
const nobodyRated: StarNeighbours = { ratingsSince: () => Promise.resolve(new Map()) };
let hall: TestHall;

beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const night = (near = nobodyRated): Promise<number> => starNightly(hall.shell, near);
const ask = (id: string) => hall.anybody().get(`/items/${anyang}/${id}/stars`);
const starsOf = async (id: string): Promise<ItemStars> => ItemStars.parse((await ask(id)).json());

test('by day nothing is counted; in the night every whole item of the hall is', async () => {
  hall.at('2026-03-02', '01:00');
  await night();
  expect((await ask(first.id)).statusCode).toBe(404);
  hall.at('2026-03-02', '03:00');
  await night();
  for (const { id } of items) expect((await starsOf(id)).lines.length, id).toBe(6);
});

test('each rule says how it is counted and why it came out so, and the points are their sum', async () => {
  const { lines, points, of } = await starsOf(first.id);
  const judged = lines.filter((line) => line.points !== undefined);
  expect(judged.reduce((sum, line) => sum + (line.points ?? 0), 0)).toBeCloseTo(points, 5);
  expect(judged.reduce((sum, { most }) => sum + most, 0)).toBe(of);
  for (const { because } of judged) expect(because?.en).toBeTruthy();
});

test('a night on which nothing changed writes nothing, another version or ratings do, and what was before is kept', async () => {
  hall.at('2026-03-03', '03:00');
  await night();
  expect((await starsOf(first.id)).history).toHaveLength(1);
  const next = { ...first, version: 2, effectiveFrom: hall.today(), materials: first.materials.slice(1) };
  await hall.shell.db.transaction().execute((tx) => publish(tx, next, 'test'));
  hall.at('2026-03-04', '03:00');
  const rated = new Map([[first.id as string, { count: 9, mean: 5 }]]);
  await night({ ratingsSince: () => Promise.resolve(rated) });
  const { history, lines } = await starsOf(first.id);
  expect(history.map(({ on }) => on)).toEqual(['2026-03-04', '2026-03-02']);
  expect(lines.find(({ id }) => id === 'rating')?.points).toBe(15);
  expect(history[0]?.of).toBe((history[1]?.of ?? 0) + 15);
});

test('twice in a night is once', async () => {
  const before = await starsOf(first.id);
  await night();
  expect(await starsOf(first.id)).toEqual(before);
});
