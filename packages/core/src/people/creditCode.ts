/** No I, O, S, V, Z: they are taken for 1, 0, 5, U, 2. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * The check character of a unified social credit code (统一社会信用代码, GB 32100): weights are the powers of 3 modulo
 * 31. Undefined when the first 17 characters are not of its alphabet.
 */
export function creditCodeCheck(first17: string): string | undefined {
  const values = [...first17].map((character) => CHARACTERS.indexOf(character));
  if (values.length !== WEIGHTS.length || values.includes(-1)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);
  return CHARACTERS[(31 - (sum % 31)) % 31];
}

/** Is this an 18-character credit code whose check character is right? Upper case only, as printed. */
export function isCreditCode(text: string): boolean {
  return text.length === 18 && creditCodeCheck(text.slice(0, 17)) === text[17];
}
