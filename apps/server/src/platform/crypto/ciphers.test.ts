import { createHash, createCipheriv } from 'node:crypto';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { sealWith } from './aesGcm.ts';
import { createLocalCrypto } from './local.ts';
import { cipherNames } from './provider.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const crypto = createLocalCrypto({ keyFolder: tmpdir() });

describe('known answers', () => {
  it('AES-256-GCM answers as the test case 16 of its specification does', () => {
    const plain =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
    const sealed = sealWith(
      hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
      hex('cafebabefacedbaddecaf888'),
      { plain: hex(plain), place: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2') },
    );
    expect(Buffer.from(sealed).toString('hex')).toBe(
      'cafebabefacedbaddecaf888' +
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    );
  });

  it('HMAC-SHA-256 answers as RFC 4231 says', () => {
    expect(Buffer.from(crypto.hmac(utf8('Jefe'), utf8('what do ya want for nothing?'))).toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('SM3 and SM4 of this runtime answer as GB/T 32905 and GB/T 32907 do', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    const block = hex('0123456789abcdeffedcba9876543210');
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
});

describe.each(cipherNames)('%s', (name) => {
  const cipher = crypto.cipher(name);
  const key = crypto.randomBytes(cipher.keyBytes);
  const sealed = cipher.seal(key, utf8('410502199001011234'), utf8('case:1'));

  it('opens what it sealed', () => {
    expect(Buffer.from(cipher.open(key, sealed, utf8('case:1')) ?? []).toString()).toBe('410502199001011234');
  });

  it('never gives the same text twice', () => {
    expect(cipher.seal(key, utf8('410502199001011234'), utf8('case:1'))).not.toEqual(sealed);
  });

  it('does not open with another key, in another place, or shortened', () => {
    expect(cipher.open(crypto.randomBytes(cipher.keyBytes), sealed, utf8('case:1'))).toBeNull();
    expect(cipher.open(key, sealed, utf8('case:2'))).toBeNull();
    expect(cipher.open(key, sealed.subarray(0, 20), utf8('case:1'))).toBeNull();
  });

  it('does not open with any one bit changed', () => {
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(cipher.open(key, changed, utf8('case:1'))).toBeNull();
    }
  });
});
