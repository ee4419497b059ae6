/**
 * True where nothing readable stands: absent, only blanks and punctuation (a refusal "because …" has no reason), an
 * empty list, or a list whose members all say nothing.
 */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return !/[\p{L}\p{N}]/u.test(value);
  if (typeof value === 'number') return !Number.isFinite(value);
  if (Array.isArray(value)) return value.length === 0 || value.some(isBlank);
  return false;
}
