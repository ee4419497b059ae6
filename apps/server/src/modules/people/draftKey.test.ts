import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, openWorld, type TestWorld } from './test/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function keyOf(user: string): Promise<unknown> {
  const cookie = cookieOf(await world.signIn(`${user}.name`, `correct ${user} horse`));
  const answer = await world.server.app.inject({ method: 'GET', url: '/api/v1/desk/draft-key', headers: { cookie } });
  expect(answer.headers['cache-control']).toBe('no-store');
  return answer.json<{ key: string }>().key;
}

test('what a person typed opens again after every sign-in of theirs, and after nobody else’s', async () => {
  const mine = await keyOf('li');
  expect(mine).toMatch(/^[0-9a-f]{64}$/);
  expect(await keyOf('li')).toBe(mine);
  expect(await keyOf('wang')).not.toBe(mine);
});

test('nobody who is not signed in is given a key', async () => {
  const answer = await world.server.app.inject({ method: 'GET', url: '/api/v1/desk/draft-key' });
  expect(answer.statusCode).toBe(401);
});
