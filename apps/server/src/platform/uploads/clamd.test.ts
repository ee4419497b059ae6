import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClamd, type FakeClamd, type Mood } from '../../test/clamd.ts';
import { EICAR } from '../../test/hostile/corpus.ts';
import { createClamd } from './index.ts';

let clamd: FakeClamd;
beforeAll(async () => {
  clamd = await startClamd();
});
afterAll(() => clamd.close());

const scanner = (patience = 10_000) => createClamd(clamd.address, patience);

test('it is shown every byte of a file and says whether it is clean', async () => {
  clamd.mood('well');
  const bytes = Buffer.alloc(3_000_000, 'a');
  expect(await scanner().scan(bytes)).toEqual({ kind: 'clean' });
  expect(clamd.seen()).toBe(bytes.length);
  expect(await scanner().scan(Buffer.from(`%PDF-1.7 ${EICAR}`))).toEqual({
    kind: 'infected',
    signature: 'Eicar-Test-Signature',
  });
  expect(await scanner().ping()).toBe(true);
});

test.each<[Mood, string]>([
  ['error', 'size limit exceeded'],
  ['hangs', 'did not answer in time'],
  ['hangsUp', 'closed the connection'],
  ['talksNonsense', 'HTTP/1.1 400'],
])('a scanner that %s never says clean', async (mood, reason) => {
  clamd.mood(mood);
  const hasty = scanner(mood === 'hangs' ? 200 : 10_000);
  const verdict = await hasty.scan(Buffer.from('a'));
  expect(verdict.kind).toBe('unavailable');
  if (verdict.kind === 'unavailable' && mood !== 'hangsUp') expect(verdict.reason).toContain(reason);
  if (mood !== 'error') expect(await hasty.ping()).toBe(false);
});

test('a scanner that is not there is no verdict, and no crash', async () => {
  const nobody = createClamd({ host: '127.0.0.1', port: 1 });
  expect(await nobody.scan(Buffer.from('a'))).toMatchObject({ kind: 'unavailable' });
  expect(await createClamd({ path: '/nowhere/clamd.sock' }).ping()).toBe(false);
});
