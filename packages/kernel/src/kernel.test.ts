import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  addMonths,
  canonicalJson,
  day,
  dayFromNumber,
  dayNumber,
  dayOf,
  instant,
  instantAt,
  instantFromMillis,
  millisOf,
  parseDay,
  parseInstant,
  weekdayOf,
} from './index.ts';

const millis = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2999, 11, 31) });

describe('days', () => {
  test('agree with the platform for every day of eleven centuries', () => {
    fc.assert(
      fc.property(millis, (at) => {
        const text = new Date(at).toISOString().slice(0, 10);
        expect(dayFromNumber(Math.floor(at / 86_400_000))).toBe(text);
        expect(dayNumber(day(text))).toBe(Math.floor(at / 86_400_000));
        expect(weekdayOf(day(text)) % 7).toBe(new Date(at).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });
  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-01',
    '0000-01-01',
    '2026-04-31',
    'tomorrow',
  ])('%s does not exist', (text) => {
    expect(parseDay(text)).toEqual({ ok: false, error: 'not_a_day' });
    expect(() => day(text)).toThrow(text);
  });
  test('a month without that date ends on its last day (Civil Code Art. 202)', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28');
  });
});

describe('instants', () => {
  test('round-trip through milliseconds', () => {
    fc.assert(
      fc.property(millis, (at) => {
        expect(instantFromMillis(at)).toBe(new Date(at).toISOString());
        expect(millisOf(instantFromMillis(at))).toBe(at);
      }),
    );
  });
  test('fall on the day it is in Beijing', () => {
    expect(dayOf(instant('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
    expect(dayOf(instant('2026-03-01T16:00:00.000Z'))).toBe('2026-03-02');
    expect(instantAt(day('2026-03-02'), '17:30')).toBe('2026-03-02T09:30:00.000Z');
    expect(instantAt(day('2026-03-02'), '24:00')).toBe('2026-03-02T16:00:00.000Z');
  });
  test.each(['2026-03-01T25:00:00.000Z', '2026-03-01', '2026-02-30T00:00:00.000Z'])('%s is refused', (text) => {
    expect(parseInstant(text).ok).toBe(false);
  });
});

describe('canonical JSON (RFC 8785)', () => {
  test('does not depend on the order in which members were written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '汉' }], a: true, z: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"汉","d":null}],"z":undefined}'.replace(',"z":undefined', ''),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(record);
      }),
    );
  });
  test('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('JSON');
  });
});
