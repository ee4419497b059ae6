/** What a ledger entry's body may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one text of a JSON value (RFC 8785): keys sorted by UTF-16 code unit, no white space, absent members left out.
 * Two programs that hash it get the same hash. Throws on a number JSON cannot carry.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a JSON number: ${String(value)}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter((member): member is [string, Json] => member[1] !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json | undefined }): value is readonly Json[] {
  return Array.isArray(value);
}
