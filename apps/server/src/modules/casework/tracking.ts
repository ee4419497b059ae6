import { ok, refuse, type Result } from '@yimen/kernel';
import { parseCaseNumber } from '@yimen/core/casework';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import { mac, sameText, type CaseKeys } from './secrets.ts';

/** Which case, in which hall: what a tracking token opens and a case's stream is named by. */
export interface CaseKey {
  readonly jurisdiction: string;
  readonly caseId: string;
}

/** None of 0 1 I L O: a code read from paper or over the telephone has one reading. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;
const HOUR = 3_600_000;

/**
 * The code printed on the receipt beside the case number. Derived, not stored: whoever reads the table of cases cannot
 * open one. 31⁸ ≈ 2⁴⁰ codes against sixty tries a minute and address.
 */
export function queryCodeOf(keys: CaseKeys, { jurisdiction, caseId }: CaseKey): string {
  return codeFrom(mac(keys.queryCode, `${jurisdiction}/${caseId}`), CODE_LENGTH);
}

/** So many letters and digits of the alphabet, from random bytes. */
export function codeFrom(bytes: Buffer, length: number): string {
  let number = BigInt(`0x${bytes.toString('hex')}`);
  let code = '';
  for (let place = 0; place < length; place += 1) {
    code += ALPHABET.charAt(Number(number % 31n));
    number /= 31n;
  }
  return code;
}

/** Case and blanks do not matter, full-width letters neither. */
export const asTyped = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');

/**
 * The case of this number and code. One answer for an unknown number and a wrong code, reached by the same work, so
 * that numbers cannot be tried out.
 */
export async function findByQueryCode(
  db: Db,
  keys: CaseKeys,
  typed: { readonly number: string; readonly queryCode: string },
): Promise<CaseKey | undefined> {
  const { rows } = await sql<{ jurisdiction: string; case_id: string }>`select jurisdiction, case_id
    from casework.cases where number = ${parseCaseNumber(typed.number) ?? ''} limit 20`.execute(db);
  const candidates = rows.map((row) => ({ jurisdiction: row.jurisdiction, caseId: row.case_id }));
  const nobody = { jurisdiction: '', caseId: '' };
  const code = asTyped(typed.queryCode);
  let found: CaseKey | undefined;
  for (const candidate of [nobody, ...candidates]) {
    if (sameText(queryCodeOf(keys, candidate), code) && candidate !== nobody) found = candidate;
  }
  return found;
}

/** Opens one case until `millis` on the machine's clock + 1 h; signed, so that no table of open tokens is needed. */
export function trackingToken(keys: CaseKeys, { jurisdiction, caseId }: CaseKey, millis: number): string {
  const body = Buffer.from(JSON.stringify([jurisdiction, caseId, millis + HOUR])).toString('base64url');
  return `${body}.${mac(keys.tracking, body).toString('base64url')}`;
}

export function readTrackingToken(keys: CaseKeys, token: string, millis: number): Result<CaseKey, 'not_tracking'> {
  const [body = '', signature = ''] = token.split('.');
  if (!sameText(signature, mac(keys.tracking, body).toString('base64url'))) return refuse('not_tracking');
  const [jurisdiction, caseId, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    string,
    number,
  ];
  return until > millis ? ok({ jurisdiction, caseId }) : refuse('not_tracking');
}
