import { expect, test } from 'vitest';
import { refusalRows, refusalTable } from './test/refusalTable.ts';

test('the page of refusals is the one the tables make (else: npm run docs:refusals)', async () => {
  await expect(refusalTable()).toMatchFileSnapshot('../../../docs/refusals.md');
});

test('every refusal has words in both languages and a status', () => {
  for (const { code, zh, en, statuses } of refusalRows()) {
    expect([code, /\p{Script=Han}/u.test(zh), /[a-z]{2}/i.test(en)]).toEqual([code, true, true]);
    expect([code, statuses.every((status) => status >= 400 && status < 600)]).toEqual([code, true]);
  }
});
