import { beforeEach, describe, expect, test } from 'vitest';
import { openDrafts } from './drafts.ts';
import { seal, unseal } from './seal.ts';
import { openShelf } from './shelf.ts';

const LI = { key: 'a1'.repeat(32), owner: '410500.li' };
const WANG = { key: 'b2'.repeat(32), owner: '410500.wang' };
const DAY_MS = 86_400_000;

beforeEach(() => localStorage.clear());

describe('drafts at a shared computer', () => {
  test('come back to whoever typed them, after the page and the session are gone', async () => {
    const before = await openDrafts(await openShelf(), LI);
    await before.keep('intake/410500', '{"name":"演示申请人"}');
    const after = await openDrafts(await openShelf(), LI);
    expect(after.read('intake/410500')?.text).toBe('{"name":"演示申请人"}');
  });

  test('show a colleague at the same computer neither their text nor which case they are of', async () => {
    const mine = await openDrafts(await openShelf(), LI);
    await mine.keep('act/case-7/notifyCorrection/', '演示申请人');
    const theirs = await openDrafts(await openShelf(), WANG);
    expect(theirs.under('')).toEqual([]);
    const left = JSON.stringify(localStorage);
    for (const secret of ['演示', 'case-7', Buffer.from('演示申请人').toString('hex')])
      expect(left).not.toContain(secret);
    const again = await openDrafts(await openShelf(), LI);
    expect(again.read('act/case-7/notifyCorrection/')).toBeDefined();
  });

  test('are gone once sent, and three days after nobody came back', async () => {
    const shelf = await openShelf();
    const drafts = await openDrafts(shelf, LI);
    await drafts.keep('sent', 'x');
    drafts.drop('sent');
    const old = new Date(Date.now() - 4 * DAY_MS).toISOString();
    await shelf.put({ id: 'old', owner: WANG.owner, savedAt: old, sealed: seal('old\nx', WANG.key, WANG.owner) });
    await openDrafts(shelf, LI);
    expect(await shelf.all()).toEqual([]);
  });

  test('open for nobody when altered, or put under another name', () => {
    const sealed = seal('text', LI.key, LI.owner);
    expect(unseal(sealed, LI.key, LI.owner)).toBe('text');
    expect(unseal(sealed, LI.key, WANG.owner)).toBeUndefined();
    expect(unseal(sealed, WANG.key, LI.owner)).toBeUndefined();
    expect(unseal(sealed.with(30, (sealed[30] ?? 0) ^ 1), LI.key, LI.owner)).toBeUndefined();
  });
});
