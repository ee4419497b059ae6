import { parseDay, type Day } from '@yimen/kernel';

const SHAPE = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The check character of a resident id number (公民身份号码, GB 11643) over its first 17 digits. */
export function residentIdCheck(first17: string): string | undefined {
  if (!/^\d{17}$/.test(first17)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECKS[sum % 11];
}

/**
 * Is this an 18-character resident id with a birthday that exists and the right check character? The area code is
 * deliberately not looked up: it is the one of the day of issue, and divisions have been renamed ever since.
 */
export function isResidentId(text: string): boolean {
  return residentIdBirthday(text) !== undefined && residentIdCheck(text.slice(0, 17)) === text[17];
}

/** The birthday the number carries; undefined when no such day exists. */
export function residentIdBirthday(text: string): Day | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const born = parseDay(`${match[1]}-${match[2]}-${match[3]}`);
  return born.ok ? born.value : undefined;
}
