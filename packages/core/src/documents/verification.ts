import { ok, refuse, type Brand, type Result } from '@yimen/kernel';
import type { Verification } from './parts.ts';

/** Eleven random characters and a check character; printed `XXXX-XXXX-XXXX`. */
export type VerificationCode = Brand<string, 'VerificationCode'>;

/**
 * 31 characters, none of 0 1 I L O: what is read aloud or copied from paper has one reading. 31 is prime, so a sum
 * weighted by distinct non-zero weights catches every single wrong character and every swap of two.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RANDOM_LENGTH = 11;
/** 31¹¹ ≈ 2⁵⁴·⁵ codes; 16 bytes make the bias of taking the remainder smaller than 2⁻⁷³. */
const BYTES = 16;

/** Each character's value times its position, summed mod 31; 0 for a code without slips. */
function weigh(characters: string): number {
  const values = Array.from(characters, (character) => ALPHABET.indexOf(character));
  return values.reduce((sum, value, at) => sum + value * (at + 1), 0) % ALPHABET.length;
}

/** The character that, at position 12, brings the sum to 0. */
function checkCharacter(random: string): string {
  return Array.from(ALPHABET).find((candidate) => weigh(random + candidate) === 0) ?? '';
}

/** A code from 16 random bytes; the bytes must be unpredictable, for the code is all the public page asks. */
export function verificationCode(random: Uint8Array): VerificationCode {
  if (random.length < BYTES) throw new RangeError(`a verification code needs ${BYTES} random bytes`);
  let number = random.slice(0, BYTES).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let characters = '';
  for (let place = 0; place < RANDOM_LENGTH; place += 1) {
    characters += ALPHABET.charAt(Number(number % 31n));
    number /= 31n;
  }
  return `${characters}${checkCharacter(characters)}` as VerificationCode;
}

/** As printed: three groups of four. */
export function formatVerificationCode(code: VerificationCode): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** A hash of the record short enough to compare by eye: its first 64 bits. The whole is in the square code. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

/** Where the square code of a paper leads: the page that verifies it, with the entry that this very paper names. */
export function verificationAddress({ url, entryHash }: Verification): string {
  return entryHash === undefined ? url : `${url}?entry=${entryHash.toUpperCase()}`;
}

/** Reads what a person typed: case, blanks, dashes and full-width letters do not matter; a typing slip is refused before any look-up. */
export function parseVerificationCode(text: string): Result<VerificationCode, 'mistyped'> {
  const characters = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐-―_.·]/gu, '');
  const known =
    characters.length === RANDOM_LENGTH + 1 && Array.from(characters).every((one) => ALPHABET.includes(one));
  return known && weigh(characters) === 0 ? ok(characters as VerificationCode) : refuse('mistyped');
}
