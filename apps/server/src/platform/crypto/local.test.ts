import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalCrypto } from './local.ts';
import type { Crypto } from './provider.ts';

describe('the local crypto provider', () => {
  let folder = '';
  let crypto: Crypto;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-keys-'));
    crypto = createLocalCrypto({ keyFolder: join(folder, 'keys') });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('hashes as everybody else does', () => {
    expect(crypto.sha256(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('signs with a key that is there again after a restart, and an altered byte does not verify', async () => {
    const made = await crypto.createKey('seal-a');
    const found = await createLocalCrypto({ keyFolder: join(folder, 'keys') }).openKey('seal-a');
    const data = new TextEncoder().encode('决定');
    const signature = await made.sign(data);
    expect(found?.publicKey).toEqual(made.publicKey);
    expect(crypto.verify({ publicKey: made.publicKey, data, signature })).toBe(true);
    expect(crypto.verify({ publicKey: made.publicKey, data: data.map((byte) => byte ^ 1), signature })).toBe(false);
  });

  it('signs with Ed25519 as well, in 64 bytes', async () => {
    const { algorithm, publicKey, sign } = await crypto.createKey('log', 'ed25519');
    const data = new TextEncoder().encode('检查点');
    const signature = await sign(data);
    expect([algorithm, signature.length]).toEqual(['ed25519', 64]);
    expect(crypto.verify({ publicKey, data, signature })).toBe(true);
    expect(crypto.verify({ publicKey, data: data.map((byte) => byte ^ 1), signature })).toBe(false);
  });

  it('never replaces a key, and keeps keys from other users of the machine', async () => {
    await crypto.createKey('seal-b');
    await expect(crypto.createKey('seal-b')).rejects.toThrow();
    expect((await stat(join(folder, 'keys', 'seal-b.pem'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('refuses names that are paths', async () => {
    await expect(crypto.createKey('../seal')).rejects.toThrow(RangeError);
    expect(await crypto.openKey('nobody')).toBeNull();
  });
});
