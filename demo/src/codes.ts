/** Check characters of the numbers people and bodies carry; the demonstration invents numbers, never the arithmetic. */

const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function weigh(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0);
}

/** The check character of the first 17 of a unified social credit code (GB 32100). */
export function creditCheck(first17: string): string {
  return CREDIT_CHARACTERS.charAt((31 - (weigh(first17, CREDIT_WEIGHTS, CREDIT_CHARACTERS) % 31)) % 31);
}

/** The check character of an eight-character organisation code (GB 11714), which the credit code carries inside. */
function organisationCheck(first8: string): string {
  const rest = 11 - (weigh(first8, ORGANISATION_WEIGHTS, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/** `prefix` is 11 for an organ of state, 91 for a company; the serial (≤ 4 digits) is visibly invented: 9900…. */
export function inventedCreditCode(prefix: '11' | '51' | '91', serial: number): string {
  const body = `9900${String(serial).padStart(4, '0')}`;
  const first17 = `${prefix}410500${body}${organisationCheck(body)}`;
  return first17 + creditCheck(first17);
}

/** The check character of the first 17 of a resident identity number (GB 11643). */
export function residentCheck(first17: string): string {
  return '10X98765432'.charAt(weigh(first17, RESIDENT_WEIGHTS, '0123456789') % 11);
}

/** Division 410599 has never been assigned, so the number can be nobody's. */
export function inventedResidentId(birth: string, serial: number): string {
  const first17 = `410599${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + residentCheck(first17);
}
