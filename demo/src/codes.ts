import { creditCodeCheck, residentIdCheck } from '@yimen/core/people';

/** Numbers of people and bodies: the serials are visibly invented, the check characters are right. */

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an eight-digit organisation code (GB 11714), which the credit code carries inside. */
function organisationCheck(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first8[at]), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

function withCheck(body: string, check: string | undefined): string {
  if (check === undefined) throw new RangeError(`no check character for ${body}`);
  return body + check;
}

/** `prefix` is 11 for an organ of state, 91 for a company; the organisation code is 9900 and a serial of four digits. */
export function inventedCreditCode(prefix: '11' | '91', serial: number): string {
  const organisation = `9900${String(serial).padStart(4, '0')}`;
  const first17 = `${prefix}410500${organisation}${organisationCheck(organisation)}`;
  return withCheck(first17, creditCodeCheck(first17));
}

/** Division 410599 has never been assigned, so the number can be nobody's. */
export function inventedResidentId(birth: string, serial: number): string {
  const first17 = `410599${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return withCheck(first17, residentIdCheck(first17));
}
