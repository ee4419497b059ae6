import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@yimen/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalCrypto } from '../crypto/index.ts';
import { createKeeper, isSealed, maskedNumber, openRing, ringPath, rotateRing, type Keeper } from './index.ts';

const now = () => instant('2026-03-02T01:30:00.000Z');
const ID = '11010519491231002X';
const PHONE = '13800138000';
let folder: string;
let path: string;
let ticks = 0;
const crypto = createLocalCrypto({ keyFolder: tmpdir() });
const open = (earlier: Partial<Record<'lookUp' | 'queryCode' | 'tracking', Uint8Array>> = {}) =>
  openRing({ path, crypto, now, ticks: () => ticks, earlier: () => Promise.resolve(earlier) });
let keeper: Keeper;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-ring-'));
  path = ringPath(folder);
  keeper = createKeeper(await open({ queryCode: new Uint8Array([1, 2, 3]) }), crypto);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the key ring', () => {
  it('is a file of this user alone, in a folder of this user alone', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('takes over the secrets of an older database when it is made, and never again', async () => {
    const again = await open({ queryCode: new Uint8Array([9]) });
    expect(again.secret('queryCode')).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('is one ring, however many servers start at once', async () => {
    const other = ringPath(join(folder, 'race'));
    const ring = () => openRing({ path: other, crypto, now, ticks: () => 0, earlier: () => Promise.resolve({}) });
    const rings = await Promise.all(Array.from({ length: 8 }, ring));
    expect(new Set(rings.map((one) => Buffer.from(one.current().key).toString('hex'))).size).toBe(1);
  });

  it('after a rotation seals with the new key, and still opens what the old one sealed', async () => {
    const ring = await open();
    const running = createKeeper(ring, crypto);
    const before = running.seal(PHONE, 'here');
    expect(await rotateRing(path, crypto, { algorithm: 'sm4-hmac-sm3', madeAt: now() })).toBe('k2');
    ticks += 10_000;
    const after = running.seal(PHONE, 'here');
    expect([before.split(':', 3), after.split(':', 3)]).toEqual([
      ['sealed', 'ag', 'k1'],
      ['sealed', 's4', 'k2'],
    ]);
    expect([running.open(before, 'here'), running.open(after, 'here')]).toEqual([PHONE, PHONE]);
    expect(running.renew(`电话${before}。`, 'here')).toMatch(/^电话sealed:s4:k2:[\w-]+。$/);
    expect(running.renew(after, 'here')).toBe(after);
  });

  it('a server that has not looked yet opens what another one sealed with a newer key', async () => {
    const ring = createKeeper(await open(), crypto);
    await rotateRing(path, crypto, { algorithm: 'aes-256-gcm', madeAt: now() });
    const fresh = createKeeper(await open(), crypto);
    expect(ring.open(fresh.seal(ID, 'here'), 'here')).toBe(ID);
  });

  it('says nothing of what is in it when it is damaged', async () => {
    const damaged = join(folder, 'damaged.json');
    await writeFile(damaged, (await readFile(path, 'utf8')).replace('"format":1', '"format":9'));
    const opening = openRing({ path: damaged, crypto, now, ticks: () => 0, earlier: () => Promise.resolve({}) });
    await expect(opening).rejects.toThrow(/^the key ring is damaged$/);
  });
});

describe('sealing', () => {
  it('leaves nothing of the number to be seen, and gives it back', () => {
    const sealed = keeper.seal(ID, 'case:410502/a');
    expect(isSealed(sealed)).toBe(true);
    expect(sealed).not.toContain('1101');
    expect(keeper.open(sealed, 'case:410502/a')).toBe(ID);
  });

  it('is bound to its place', () => {
    expect(() => keeper.open(keeper.seal(ID, 'case:410502/a'), 'case:410502/b')).toThrow('does not open');
  });

  it('opens text from before there were keys as it is', () => {
    expect(keeper.open(ID, 'case:410502/a')).toBe(ID);
  });

  it('finds identity numbers and mobile numbers in running text, and nothing else', () => {
    const said = {
      opinion: `代收人张某，身份证${ID.toLowerCase()}，电话 ${PHONE}。`,
      hash: 'a'.repeat(20) + PHONE + 'b'.repeat(20),
      wrongCheck: '110105194912310021',
      credit: '91410500MA40ABCD1X',
      count: 13800138000,
      list: [PHONE, true, null],
    };
    const sealed = keeper.sealWithin(said, 'here');
    expect(sealed.opinion).toMatch(/^代收人张某，身份证sealed:\S+?，电话 sealed:\S+?。$/);
    expect(JSON.stringify([sealed.opinion, sealed.list])).not.toMatch(/\d{11}/);
    expect({ ...sealed, opinion: '', list: [] }).toEqual({ ...said, opinion: '', list: [] });
    expect(keeper.openWithin(sealed, 'here')).toEqual(said);
    expect(keeper.sealWithin(sealed, 'here')).toEqual(sealed);
    expect(keeper.maskWithin(sealed, 'here').list[0]).toBe('138****8000');
    expect(keeper.mask(said.opinion, 'here')).toContain('138****8000');
  });
});

it('a blind index is the same for the same text, and another with another key', async () => {
  expect(keeper.index(PHONE)).toEqual(keeper.index(PHONE));
  path = ringPath(join(folder, 'other'));
  expect(createKeeper(await open(), crypto).index(PHONE)).not.toEqual(keeper.index(PHONE));
});

it.each([
  [ID, '1101**********002X'],
  [PHONE, '138****8000'],
  ['E12345678', 'E1*****78'],
  ['0372-2212345', '037*****2345'],
  ['12345', '1***5'],
  ['12', '**'],
  ['', ''],
])('%s is shown as %s', (number, shown) => {
  expect(maskedNumber(number)).toBe(shown);
});
