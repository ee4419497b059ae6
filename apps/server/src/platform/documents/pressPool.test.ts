import { checkPaper, specimens, type CheckedPaper } from '@yimen/core/documents';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Busy } from '../busy.ts';
import { sha256 } from '../crypto/local.ts';
import { createPaperPress } from './press.ts';
import { openPress, type Press } from './pressPool.ts';

let press: Press;
beforeAll(() => void (press = openPress({ crypto: { sha256 }, threads: 1, most: 4 })));
afterAll(() => press.close());

function decision(serial: number): CheckedPaper {
  const checked = checkPaper({ ...specimens.grantDecision, facts: [`第 ${String(serial)} 份`] });
  if (!checked.ok) throw new Error(checked.error.words.en);
  return checked.value;
}

test('a paper of the thread is byte for byte the paper of the press', async () => {
  const paper = decision(1);
  expect((await press.renderPaper(paper)).sha256).toBe(
    createPaperPress({ crypto: { sha256 } }).renderPaper(paper).sha256,
  );
});

test('while papers are set, the server’s own thread goes on', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await Promise.all([1, 2, 3, 4].map((serial) => press.renderPaper(decision(serial))));
  clearInterval(timer);
  // Four papers of some 30 ms on this thread would leave it no turn at all within each.
  expect(turns).toBeGreaterThan(8);
});

test('of more papers than may wait, the excess is refused at once and the others are made', async () => {
  const asked = await Promise.allSettled(
    Array.from({ length: 12 }, (_, serial) => press.renderPaper(decision(serial))),
  );
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(refused).toHaveLength(7);
  expect(refused.every((reason) => reason instanceof Busy)).toBe(true);
});

test('a paper that breaks the template fails alone; the thread goes on', async () => {
  const broken = { ...decision(1), kind: 'nothing' } as unknown as CheckedPaper;
  await expect(press.renderPaper(broken)).rejects.toThrow();
  expect((await press.renderPaper(decision(2))).pages).toBeGreaterThan(0);
});
