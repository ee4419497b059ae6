import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Cipher } from './provider.ts';

const KEY = 16;
const NONCE = 16;
const TAG = 32;

/**
 * The national algorithms (国密): SM4 in counter mode (GB/T 32907), then HMAC-SM3 (GB/T 32905) over place, nonce and
 * ciphertext. Encrypt, then authenticate; the two halves of the key are used for one thing each.
 */
export const sm4HmacSm3: Cipher = {
  mark: 's4',
  keyBytes: KEY + TAG,
  seal: (key, plain, place) => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('sm4-ctr', key.subarray(0, KEY), nonce);
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
    return new Uint8Array(Buffer.concat([body, tagOf(key, body, place)]));
  },
  open: (key, sealed, place) => {
    if (sealed.length < NONCE + TAG) return null;
    const body = sealed.subarray(0, sealed.length - TAG);
    if (!timingSafeEqual(sealed.subarray(sealed.length - TAG), tagOf(key, body, place))) return null;
    const decipher = createDecipheriv('sm4-ctr', key.subarray(0, KEY), body.subarray(0, NONCE));
    return new Uint8Array(Buffer.concat([decipher.update(body.subarray(NONCE)), decipher.final()]));
  },
};

/** The length of the place goes first, so that no other division of the same bytes has the same tag. */
function tagOf(key: Uint8Array, body: Uint8Array, place: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(place.length);
  return createHmac('sm3', key.subarray(KEY)).update(length).update(place).update(body).digest();
}
