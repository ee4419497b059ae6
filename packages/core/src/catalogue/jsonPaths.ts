import { canonicalJson, type Json } from '@yimen/kernel';

export type JsonObject = { readonly [key: string]: Json | undefined };

/** A plain value as JSON; members that are undefined are left out. Throws on what JSON cannot carry. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => toJson(one));
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    return Object.fromEntries(members.map(([key, one]: [string, unknown]) => [key, toJson(one)]));
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at `a.b.c`; undefined where any part of the way is missing. Lists are walked by place. */
export function readPath(value: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((at, key) => {
    if (isList(at)) return at[Number(key)];
    return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, value);
}

/** The same with another value at `a.b.c`; undefined takes the member away. Missing objects on the way are made. */
export function writePath(value: Json | undefined, path: string, written: Json | undefined): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const object = isObject(value) ? value : {};
  const own = Object.hasOwn(object, key) ? object[key] : undefined;
  const inner = rest.length === 0 ? written : writePath(own, rest.join('.'), written);
  const { [key]: _before, ...others } = object;
  return inner === undefined ? others : { ...object, [key]: inner };
}

/** A difference names an entry of a list by its id, a field by its place: `materials.lease.copies` is `materials.2.copies`. */
export function placeOf(content: Json, field: string): string {
  let at: Json | undefined = content;
  const places: string[] = [];
  for (const key of field.split('.')) {
    const place = isList(at) ? at.findIndex((one) => readPath(one, 'id') === key) : -1;
    places.push(place < 0 ? key : String(place));
    at = readPath(at, places.at(-1) ?? key);
  }
  return places.join('.');
}

/** A value as one word: text as it is, anything else as JSON; nothing is the empty text. */
export function wordOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : canonicalJson(value);
}
