import { afterAll, beforeAll, expect, test } from 'vitest';
import { disableAccount } from './index.ts';
import { cookieOf, hall, openWorld, type TestWorld } from './test/world.ts';

let world: TestWorld;
let origin: string;
beforeAll(async () => {
  world = await openWorld();
  origin = await world.server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => world.close());

interface Line {
  readonly cookie: string;
  /** Milliseconds from `since` until the server ended the stream. */
  readonly ended: (since: number) => Promise<number>;
}

/** A signed-in person's open stream of events, which has told its first. */
async function listen(person: string): Promise<Line> {
  const cookie = cookieOf(await world.signIn(`${person}.name`, `correct ${person} horse`));
  const { body } = await fetch(`${origin}/api/v1/stream`, { headers: { cookie } });
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  expect(Buffer.from((await reader.read()).value ?? []).toString()).toContain('event: open');
  return {
    cookie,
    ended: async (since) => {
      while (!(await reader.read()).done);
      return performance.now() - since;
    },
  };
}

test('signing out and disabling end open streams within five seconds, and nobody else’s', async () => {
  const [leaving, disabled, staying] = await Promise.all(['li', 'wang', 'zhao'].map(listen));
  if (leaving === undefined || disabled === undefined || staying === undefined) throw new Error('no streams');
  const since = performance.now();
  await world.server.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie: leaving.cookie } });
  await disableAccount(world.shell, { jurisdiction: hall, person: 'wang' });
  expect(Math.max(await leaving.ended(since), await disabled.ended(since))).toBeLessThan(5000);
  const still = await Promise.race([
    staying.ended(since),
    new Promise<string>((resolve) => void setTimeout(resolve, 3500, 'open')),
  ]);
  expect(still).toBe('open');
  world.pass(16);
  expect(await staying.ended(performance.now())).toBeLessThan(5000);
}, 30_000);
