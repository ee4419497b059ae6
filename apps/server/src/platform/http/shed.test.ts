import { randomUUID } from 'node:crypto';
import { Problem } from '@yimen/contract';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { buildHttp, type App } from './index.ts';

const MOST = 3;
let app: App;
const waiting: (() => void)[] = [];
const release = (): void => waiting.splice(0).forEach((go) => go());

function routes(here: App): void {
  const body = z.object({ n: z.number() });
  here.post(
    '/api/v1/slow',
    { config: { policy: 'public' }, schema: { tags: ['t'], body } },
    ({ body: { n } }) =>
      new Promise((resolve, reject) => {
        waiting.push(() => (n < 0 ? reject(new Error('broken')) : resolve({ n })));
      }),
  );
}

beforeAll(async () => {
  const built = await buildHttp({
    log: createLog('fatal'),
    newId: randomUUID,
    gate: { staff: () => Promise.resolve(undefined), tracked: () => Promise.resolve(undefined) },
    routes: [routes],
    healthy: () => Promise.resolve(true),
    mostAtOnce: MOST,
  });
  ({ app } = built);
});
afterAll(() => app.close());

const ask = (n: number) => app.inject({ method: 'POST', url: '/api/v1/slow', payload: { n } });

async function inHand(count: number): Promise<void> {
  while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('the excess is refused at once with words and when to come again; whoever was admitted is served', async () => {
  const admitted = [ask(1), ask(2), ask(3)];
  await inHand(MOST);
  const refused = await ask(4);
  expect(refused.statusCode).toBe(503);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Problem.parse(refused.json())).toMatchObject({ type: 'urn:yimen:problem:busy', status: 503 });
  expect((await app.inject({ url: '/api/health' })).statusCode).toBe(200);
  release();
  expect((await Promise.all(admitted)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
});

test('a place is free again whatever became of the request', async () => {
  for (let round = 0; round < 5; round += 1) {
    const asked = [ask(-1), ask(1), app.inject({ method: 'POST', url: '/api/v1/slow', payload: { n: 'x' } })];
    await inHand(2);
    release();
    expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual([500, 200, 422]);
  }
  const again = [ask(1), ask(2), ask(3)];
  await inHand(MOST);
  release();
  expect((await Promise.all(again)).every(({ statusCode }) => statusCode === 200)).toBe(true);
});
