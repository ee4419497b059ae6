import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToUtf8, hexToBytes, utf8ToBytes } from '@noble/ciphers/utils.js';

const NONCE = 24;

/**
 * Seals text for one person. Written in the browser's own language: its built-in cryptography is withheld from a hall's
 * plain-HTTP intranet address, and is not there in time when a page is torn down.
 */
export function seal(text: string, keyInHex: string, owner: string): Uint8Array<ArrayBuffer> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = xchacha20poly1305(hexToBytes(keyInHex), nonce, utf8ToBytes(owner)).encrypt(utf8ToBytes(text));
  const whole = new Uint8Array(NONCE + sealed.length);
  whole.set(nonce);
  whole.set(sealed, NONCE);
  return whole;
}

/** The text again; undefined when it was sealed under another key, for somebody else, or was altered. */
export function unseal(whole: Uint8Array, keyInHex: string, owner: string): string | undefined {
  try {
    const cipher = xchacha20poly1305(hexToBytes(keyInHex), whole.subarray(0, NONCE), utf8ToBytes(owner));
    return bytesToUtf8(cipher.decrypt(whole.subarray(NONCE)));
  } catch {
    return undefined;
  }
}
