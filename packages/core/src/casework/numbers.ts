import type { Day } from '@yimen/kernel';
import { dammDigit } from './damm.ts';
import type { CaseNumber } from './facts.ts';

/** How a place writes its case numbers: what is printed between the parts, and how many digits the day's serial has. */
export interface CaseNumberScheme {
  readonly serialDigits: number;
  readonly separator: string;
}

/** `YYMMDD-NNNNN-C`: short enough to say on the telephone, 99,999 a day in each jurisdiction. */
export const defaultScheme: CaseNumberScheme = { serialDigits: 5, separator: '-' };

/**
 * The case number of the day's `serial`-th case. The check digit catches every mistyped digit and every swap of two
 * neighbours. A number is a name, never a key: it opens nothing without the query code or a sign-in.
 * Throws when the serial does not fit the scheme.
 */
export function caseNumber(on: Day, serial: number, scheme: CaseNumberScheme = defaultScheme): CaseNumber {
  const counted = String(serial).padStart(scheme.serialDigits, '0');
  if (!Number.isInteger(serial) || serial < 1 || counted.length > scheme.serialDigits) {
    throw new RangeError(`serial ${serial} does not fit ${scheme.serialDigits} digits`);
  }
  const dated = on.slice(2).replaceAll('-', '');
  return [dated, counted, dammDigit(dated + counted)].join(scheme.separator) as CaseNumber;
}

/** Reads a number as people type it (spaces, full-width digits, no separators); undefined when it is mistyped. */
export function parseCaseNumber(text: string, scheme: CaseNumberScheme = defaultScheme): CaseNumber | undefined {
  const digits = halfWidth(text).replaceAll(/[\s\-—－_.]/g, '');
  if (!/^\d+$/.test(digits) || digits.length !== 6 + scheme.serialDigits + 1) return undefined;
  if (dammDigit(digits.slice(0, -1)) !== digits.at(-1)) return undefined;
  const parts = [digits.slice(0, 6), digits.slice(6, -1), digits.slice(-1)];
  return parts.join(scheme.separator) as CaseNumber;
}

/** In groups of four, as it is read out. */
export function spokenCaseNumber(number: CaseNumber): string {
  const digits = number.replaceAll(/\D/g, '');
  return (digits.match(/.{1,4}/g) ?? []).join(' ');
}

/** Full-width digits are what a Chinese keyboard types half of the time. */
function halfWidth(text: string): string {
  return text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** Random bytes a query code is made of; fewer would favour small codes. */
export const QUERY_CODE_BYTES = 6;

/**
 * The six digits that, with the case number, let an applicant without a sign-in follow the case. From `bytes` of a
 * cryptographic generator; throws when there are too few.
 */
export function queryCode(bytes: Uint8Array): string {
  if (bytes.length < QUERY_CODE_BYTES) throw new RangeError(`a query code needs ${QUERY_CODE_BYTES} random bytes`);
  const value = bytes.subarray(0, QUERY_CODE_BYTES).reduce((total, byte) => total * 256 + byte, 0);
  return String(value % 1_000_000).padStart(6, '0');
}
