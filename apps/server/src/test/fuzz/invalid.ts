import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Every place in a JSON value, its root first. */
function placesIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...at, key]))];
}

function changed(value: unknown, path: Path, change: (part: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((member: unknown, at) => (String(at) === String(key) ? changed(member, rest, change) : member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === key ? changed(member, rest, change) : member]),
  );
}

function without(value: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  return changed(value, path.slice(0, -1), (parent) =>
    Array.isArray(parent)
      ? parent.filter((_, at) => String(at) !== String(last))
      : Object.fromEntries(Object.entries(parent ?? {}).filter(([name]) => name !== last)),
  );
}

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** What stands where something else belongs. */
const wrongValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e21,
  0.5,
  '',
  '0',
  [],
  {},
  [[]],
  { $ne: null },
  '2026-02-30',
  '2026-13-01',
  '2026-1-1',
  '0000-00-00',
  '2026-03-02T25:00:00.000Z',
  '明天',
  'x'.repeat(10_000),
  '长'.repeat(100_000),
  'a\u0000b',
  'a\u0007b',
  '\ud800',
  '\udc00x',
  '\u202e',
  '__proto__',
  deep(30),
  deep(60),
  deep(500),
];

const extras = ['extra', 'constructor', 'prototype', 'toString', 'isAdmin', '', '\u0000', 'x'.repeat(5000)] as const;

/** A value with one or two things wrong somewhere in it; whether the shape forbids it is the caller's to ask. */
export function spoiled(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const flaw = fc.record({
    place: fc.nat(),
    kind: fc.constantFrom('replace', 'replace', 'remove', 'add', 'repeat'),
    wrong: fc.oneof(fc.constantFrom(...wrongValues), fc.jsonValue()),
    extra: fc.constantFrom(...extras),
  });
  return fc
    .tuple(valid, fc.array(flaw, { minLength: 1, maxLength: 2 }))
    .map(([value, flaws]) => flaws.reduce<unknown>(spoil, value));
}

interface Flaw {
  readonly place: number;
  readonly kind: string;
  readonly wrong: unknown;
  readonly extra: string;
}

function spoil(value: unknown, { place, kind, wrong, extra }: Flaw): unknown {
  const places = placesIn(value);
  const path = places[place % places.length] ?? [];
  if (kind === 'remove' && path.length > 0) return without(value, path);
  if (kind === 'add') return changed(value, path, (part) => (isRecord(part) ? { ...part, [extra]: wrong } : wrong));
  if (kind === 'repeat')
    return changed(value, path, (part) =>
      isList(part) ? Array.from({ length: 200 }, () => part[0] ?? wrong) : [part],
    );
  return changed(value, path, () => wrong);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Bodies that are no JSON, or JSON that means to reach into objects; and the content type each is sent under. */
export const rawBodies: readonly { readonly payload: string; readonly type: string }[] = [
  { payload: '', type: 'application/json' },
  { payload: '{', type: 'application/json' },
  { payload: 'null', type: 'application/json' },
  { payload: '[]', type: 'application/json' },
  { payload: '"text"', type: 'application/json' },
  { payload: '{"__proto__":{"isAdmin":true}}', type: 'application/json' },
  { payload: '{"constructor":{"prototype":{"isAdmin":true}}}', type: 'application/json' },
  { payload: '{"a":1,"a":2}', type: 'application/json' },
  { payload: `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, type: 'application/json' },
  { payload: '{"a":1e999}', type: 'application/json' },
  { payload: '\ufeff{}', type: 'application/json' },
  { payload: `{"a":"${'x'.repeat(1_100_000)}"}`, type: 'application/json' },
  { payload: '{}', type: 'text/plain' },
  { payload: '<a/>', type: 'application/xml' },
  { payload: 'a=1', type: 'application/x-www-form-urlencoded' },
  { payload: '{}', type: 'application/json; charset=utf-16' },
  { payload: '{}', type: 'multipart/form-data' },
  { payload: '--x\r\n\r\n', type: 'multipart/form-data; boundary=x' },
  { payload: '{}', type: 'nonsense' },
  { payload: '{}', type: '' },
];

/** Path and query values that try to be something else. Already encoded: they go into the address as they stand. */
export const rawParameters: readonly string[] = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '..%252f..%252fetc',
  '%2e%2e',
  '%00',
  '%ff',
  '%zz',
  '%ed%a0%80',
  'x'.repeat(250),
  'x'.repeat(8000),
  '%27%3bdrop%20table%20casework.cases%3b--',
  '%E5%AE%89%E9%98%B3',
  '%0d%0aSet-Cookie:x=1',
  '__proto__',
  '-1',
  '1e9',
  '%20',
];
