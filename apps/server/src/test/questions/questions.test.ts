import { existsSync } from 'node:fs';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../../platform/database/index.ts';
import { askAll, districtList, fillDemonstration, fillDistrict, rateOf, rightItemsNotIn } from './questions.ts';

/** Of a hundred everyday questions so many find a right item among the first three. */
const PROMISED = 0.9;

let fresh: FreshDatabase;
let app: Database<unknown>;

beforeAll(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'questions test' });
  await fillDemonstration(app.kysely);
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

test('every right answer is an item of the demonstration', async () => {
  expect(await rightItemsNotIn(app.kysely, 'demo')).toEqual([]);
});

test('the demonstration answers nine of ten everyday questions within the first three, in the half that was not looked at too', async () => {
  const answered = await askAll(app.kysely, 'demo');
  expect(answered.length).toBeGreaterThan(100);
  for (const half of ['tuned', 'heldBack'] as const) {
    const { found, asked } = rateOf(answered, half);
    expect([half, found / asked >= PROMISED]).toEqual([half, true]);
  }
});

const absent = !existsSync(districtList);
const what = absent ? 'not tested: the list of the real district is absent' : 'the list of the real district';
describe.skipIf(absent)(what, () => {
  beforeAll(() => fillDistrict(app.kysely, districtList));

  test('has every right answer', async () => {
    expect(await rightItemsNotIn(app.kysely, 'district')).toEqual([]);
    expect(await rightItemsNotIn(app.kysely, 'drawn')).toEqual([]);
  });

  test('answers nine of ten everyday questions within the first three, in both halves', async () => {
    const answered = await askAll(app.kysely, 'district');
    for (const half of ['tuned', 'heldBack'] as const) {
      const { found, asked } = rateOf(answered, half);
      expect([half, found / asked >= PROMISED]).toEqual([half, true]);
    }
  });
});
