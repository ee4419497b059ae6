import { isResidentId } from '@yimen/core/people';
import type { Json } from '@yimen/kernel';
import type { Crypto } from '../crypto/index.ts';
import { maskedNumber } from './mask.ts';
import type { Ring, SealingKey } from './ring.ts';

/**
 * Seals and opens identity numbers and phones. A sealed value is text, `sealed:ag:k1:…`: cipher, key and ciphertext. It is bound to
 * its place (the case, the draft): copied elsewhere it does not open. Text that was stored before there were keys opens as itself.
 */
export interface Keeper {
  readonly seal: (plain: string, place: string) => string;
  /** Opens every sealed value in a text. Throws when one was changed, moved or sealed with a key that is not here. */
  readonly open: (stored: string, place: string) => string;
  /** As {@link open}, with all but a few characters of each value hidden. */
  readonly mask: (stored: string, place: string) => string;
  /** Seals each identity number and mobile number written anywhere in a JSON value, and leaves the words around it. */
  readonly sealWithin: <T>(value: T, place: string) => T;
  readonly openWithin: <T>(value: T, place: string) => T;
  readonly maskWithin: <T>(value: T, place: string) => T;
  /** The same values under the newest key; the very same text when they are already. */
  readonly renew: (stored: string, place: string) => string;
  /** Blind index: the same for the same text, and nothing that could be turned back without the key. */
  readonly index: (text: string) => Buffer;
}

const TOKEN = /sealed:(ag|s4):(k\d+):([A-Za-z0-9_-]+)/g;
const WHOLE = /^sealed:(?:ag|s4):k\d+:[A-Za-z0-9_-]+$/;
/** Eighteen characters that could be a resident's number, or a mobile phone; not inside a longer word or number. */
const NUMBER = /(?<![0-9A-Za-z:_-])(?:\d{17}[\dXx]|1[3-9]\d{9})(?![0-9A-Za-z_-])/g;
const LONG_DIGITS = /\d{11}/;

/** For whoever has no keys: sealed values are named as such, and those from before there were keys are masked. */
export const hideNumbers = (text: string): string => hideOpen(text.replaceAll(TOKEN, '［加密 sealed］'));

export const isSealed = (text: string): boolean => WHOLE.test(text);

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

export function createKeeper(ring: Ring, crypto: Pick<Crypto, 'cipher' | 'hmac'>): Keeper {
  const sealWith = ({ id, algorithm, key }: SealingKey, plain: string, place: string): string => {
    const { mark, seal } = crypto.cipher(algorithm);
    return `sealed:${mark}:${id}:${Buffer.from(seal(key, utf8(plain), utf8(place))).toString('base64url')}`;
  };
  const openOne = (id: string, body: string, place: string): string => {
    const key = ring.find(id);
    if (key === undefined) throw new Error(`no key ${id} in the ring`);
    const opened = crypto.cipher(key.algorithm).open(key.key, Buffer.from(body, 'base64url'), utf8(place));
    if (opened === null) throw new Error(`a sealed value of ${place} does not open`);
    return Buffer.from(opened).toString('utf8');
  };
  const each = (text: string, place: string, shown: (plain: string) => string): string =>
    text.includes('sealed:')
      ? text.replaceAll(TOKEN, (_, _mark, id: string, body: string) => shown(openOne(id, body, place)))
      : text;
  const keeper: Keeper = {
    seal: (plain, place) => sealWith(ring.current(), plain, place),
    open: (stored, place) => each(stored, place, (plain) => plain),
    mask: (stored, place) => hideOpen(each(stored, place, maskedNumber)),
    sealWithin: (value, place) =>
      deep(value, (text) => replaceNumbers(text, (number) => sealWith(ring.current(), number, place))),
    openWithin: (value, place) => deep(value, (text) => keeper.open(text, place)),
    maskWithin: (value, place) => deep(value, (text) => keeper.mask(text, place)),
    renew: (stored, place) => {
      const current = ring.current();
      return stored.replaceAll(TOKEN, (token, _mark, id: string, body: string) =>
        id === current.id ? token : sealWith(current, openOne(id, body, place), place),
      );
    },
    index: (text) => Buffer.from(crypto.hmac(ring.secret('lookUp'), utf8(text))),
  };
  return keeper;
}

/**
 * A whole value as one sealed JSON text, for a jsonb column nobody searches: of what is half typed nobody can tell whether
 * it will be a number.
 */
export function sealContent(keeper: Keeper, place: string, content: object): string {
  return JSON.stringify(keeper.seal(JSON.stringify(content), place));
}

/** What {@link sealContent} sealed, or the value itself where it was stored before there were keys. */
export function openContent<T extends object>(keeper: Keeper, place: string, stored: T | string): T {
  return typeof stored === 'string' ? (JSON.parse(keeper.open(stored, place)) as T) : stored;
}

/** What was stored in the open before there were keys is hidden all the same. */
const hideOpen = (text: string): string => replaceNumbers(text, maskedNumber);

function replaceNumbers(text: string, by: (number: string) => string): string {
  if (!LONG_DIGITS.test(text)) return text;
  return text.replaceAll(NUMBER, (found) =>
    found.length === 11 || isResidentId(found.toUpperCase()) ? by(found) : found,
  );
}

function deep<T>(value: T, change: (text: string) => string): T {
  return changed(value as Json, change) as T;
}

function changed(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((member) => changed(member, change));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, member === undefined ? member : changed(member, change)]),
  );
}
