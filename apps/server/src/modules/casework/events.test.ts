import { afterAll, beforeAll, expect, test } from 'vitest';
import { Counts } from '@yimen/contract';
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
