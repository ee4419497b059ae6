import { expect, test } from 'vitest';
import { createReceiver } from './receive.ts';

const chunk = Buffer.alloc(100);

test('a file is read to its limit and not a chunk further', async () => {
  let sent = 0;
  async function* endless() {
    for (;;) {
      sent += 1;
      yield await Promise.resolve(chunk);
    }
  }
  const { receive } = createReceiver(1000, 10_000);
  expect(await receive(endless(), () => Promise.resolve('used'))).toEqual({ ok: false, error: 'too_large' });
  expect(sent).toBe(11);
});

test('more than memory allows is sent away, and taken when there is room again', async () => {
  const { receive } = createReceiver(1000, 250);
  const [begun, full] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = receive([chunk, chunk], async (bytes) => {
    begun.resolve();
    await full.promise;
    return bytes.length;
  });
  await begun.promise;
  expect(await receive([chunk], () => Promise.resolve(0))).toEqual({ ok: false, error: 'uploads_busy' });
  full.resolve();
  expect(await first).toEqual({ ok: true, value: 200 });
  expect(await receive([chunk], (bytes) => Promise.resolve(bytes.length))).toEqual({ ok: true, value: 100 });
});

test('a line that breaks gives back the room it held', async () => {
  const { receive } = createReceiver(1000, 250);
  async function* broken() {
    yield await Promise.resolve(chunk);
    throw new Error('reset');
  }
  for (let times = 0; times < 5; times += 1) {
    await expect(receive(broken(), () => Promise.resolve(0))).rejects.toThrow('reset');
  }
  expect((await receive([chunk, chunk], () => Promise.resolve(0))).ok).toBe(true);
});
