import { describe, expect, test } from 'vitest';
import { hostile, honest } from '../../test/hostile/corpus.ts';
import { inspect } from './inspect.ts';

/** P29: no file may cost more than this, whatever it is. */
const MOST_CPU_MS = 2000;

describe('a hostile file', () => {
  test('there are more than sixty of them, each another', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hostile.map(({ what }) => what)).size).toBe(hostile.length);
  });

  test.each(hostile)('$what', async ({ name, bytes, refused, taken }) => {
    const file = bytes();
    const before = process.cpuUsage();
    const found = await inspect(file, name);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MOST_CPU_MS);
    expect(found).toEqual(refused === undefined ? { ok: true, value: taken } : { ok: false, error: refused });
  });
});

describe('an honest file', () => {
  test.each(honest)('$what is taken', async ({ name, bytes, taken }) => {
    expect(await inspect(bytes(), name)).toEqual({ ok: true, value: taken });
  });
});
