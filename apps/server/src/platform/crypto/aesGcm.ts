import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from './provider.ts';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM (NIST SP 800-38D) with a random nonce: safe for 2³² values of one key, then the key is to be rotated. */
export const aes256Gcm: Cipher = {
  mark: 'ag',
  keyBytes: 32,
  seal: (key, plain, place) => sealWith(key, new Uint8Array(randomBytes(NONCE)), { plain, place }),
  open: (key, sealed, place) => {
    if (sealed.length < NONCE + TAG) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(place);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    try {
      return joined(decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final());
    } catch {
      return null;
    }
  },
};

interface Sealing {
  readonly plain: Uint8Array;
  readonly place: Uint8Array;
}

/** With a nonce of the caller's: for known-answer tests and nothing else; a nonce used twice gives the key away. */
export function sealWith(key: Uint8Array, nonce: Uint8Array, { plain, place }: Sealing): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(place);
  const body = joined(cipher.update(plain), cipher.final());
  return joined(nonce, body, cipher.getAuthTag());
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
