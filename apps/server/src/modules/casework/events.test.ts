import { afterAll, beforeAll, expect, test } from 'vitest';
import { Counts } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { intake } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';

let hall: TestHall;
let origin: string;
beforeAll(async () => {
  hall = await openHall();
  origin = await hall.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => hall.close());

/** The next counts told on an open stream. */
async function told(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Counts> {
  for (let text = ''; ;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended after ${text}`);
    text += Buffer.from(value).toString();
    const data = /data: (.*)\n\n/.exec(text)?.[1];
    if (data !== undefined) return Counts.parse(JSON.parse(data));
  }
}

test('an open desk is told at once, and again as soon as something waits for its officer', async () => {
  const stop = new AbortController();
  const headers = { cookie: 'yimen_session=li.qing' };
  const stream = await fetch(`${origin}/api/v1/desk/events`, { headers, signal: stop.signal });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const reader = stream.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  expect(await told(reader)).toMatchObject({ waiting: 0, dueToday: 0, overdue: 0 });
  const before = performance.now();
  await intake(hall);
  expect(await told(reader)).toMatchObject({ waiting: 1, dueToday: 0, overdue: 0 });
  expect(performance.now() - before).toBeLessThan(3000);
  stop.abort();
});

test('nobody is told without signing in', async () => {
  expect((await fetch(`${origin}/api/v1/desk/events`)).status).toBe(401);
});

test('where acts never stop, a desk is counted for once in two seconds, and not for another department’s acts', async () => {
  const stop = new AbortController();
  const headers = { cookie: 'yimen_session=li.qing' };
  const stream = await fetch(`${origin}/api/v1/desk/events`, { headers, signal: stop.signal });
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = stream.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  await told(reader);
  let lines = 0;
  const listening = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      lines += Buffer.from(value).toString().split('\n\n').length - 1;
    }
  })().catch(() => undefined);
  const ringing = async (authorities: readonly string[] | undefined): Promise<number> => {
    const before = lines;
    for (let times = 0; times < 25; times += 1) {
      hall.world.bell.ring(anyang, authorities);
      await new Promise((done) => setTimeout(done, 100));
    }
    return lines - before;
  };
  expect(await ringing(['another-department'])).toBe(0);
  const counted = await ringing(undefined);
  expect(counted).toBeGreaterThanOrEqual(1);
  expect(counted).toBeLessThanOrEqual(2);
  stop.abort();
  await listening;
});
