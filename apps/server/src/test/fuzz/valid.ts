import fc from 'fast-check';
import type { JsonSchema } from './schema.ts';

/** Values that fit the shape, for sending what a caller could send. */
export function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return fc.oneof(...either.map(arbitraryOf));
  const make = typeof schema.type === 'string' ? MAKERS[schema.type] : undefined;
  return make === undefined ? fc.jsonValue() : make(schema);
}

const MAKERS: Readonly<Record<string, (schema: JsonSchema) => fc.Arbitrary<unknown>>> = {
  string: textOf,
  boolean: () => fc.boolean(),
  integer: ({ minimum = -10, maximum = 1000 }) =>
    fc.oneof(
      fc.integer({ min: Math.max(minimum, -1e6), max: Math.min(maximum, 1e6) }),
      fc.constantFrom(minimum, maximum),
    ),
  number: ({ minimum: min, maximum: max }) =>
    fc.double({
      noNaN: true,
      noDefaultInfinity: true,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    }),
  null: () => fc.constant(null),
  array: ({ items, minItems = 0, maxItems = minItems + 3 }) =>
    fc.array(arbitraryOf(items ?? {}), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) }),
  object: objectOf,
};

const moments = fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2099-12-31') });
/** Text people and machines really send: words, names in every script, markup, formulas, quotes. */
const odd = fc.constantFrom(
  '王小明',
  '𠮷野家',
  'محمد',
  '<script>alert(1)</script>',
  "'; drop table casework.cases; --",
  '=HYPERLINK("http://x")',
  '../../../etc/passwd',
  '{{7*7}}${7*7}',
  '   ',
  '👩‍👩‍👧‍👦',
  '%s%n%00',
);

function textOf({ pattern, format, minLength = 0, maxLength = 30 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date') return moments.map((at) => at.toISOString().slice(0, 10));
  if (format === 'date-time') return moments.map((at) => at.toISOString());
  if (pattern !== undefined && !pattern.includes('\\u'))
    return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  const plain = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 30) });
  const longest = fc.constant('长'.repeat(Math.min(maxLength, 5000)));
  const fitting = odd.filter((text) => text.length >= minLength && text.length <= maxLength);
  const few =
    maxLength < 40
      ? []
      : [
          { weight: 1, arbitrary: longest },
          { weight: 3, arbitrary: fitting },
        ];
  return fc.oneof({ weight: 6, arbitrary: plain }, ...few);
}

function objectOf({ properties = {}, required = [], ...more }: JsonSchema): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema)]));
  if (Object.keys(known).length > 0) return fc.record(known, { requiredKeys: [...required] });
  if (typeof more.additionalProperties !== 'object') return fc.constant({});
  const keys = fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('constructor', 'toString', 'hasOwnProperty'));
  return fc.dictionary(keys, arbitraryOf(more.additionalProperties), { maxKeys: 3 });
}
