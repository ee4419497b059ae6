import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { day } from '@yimen/kernel';
import { caseNumber, parseCaseNumber, queryCode, spokenCaseNumber } from './index.ts';

const today = day('2026-03-02');
const anyNumber = fc.integer({ min: 1, max: 99_999 }).map((serial) => caseNumber(today, serial));
const digitsOf = (number: string): string => number.replaceAll('-', '');

describe('a case number', () => {
  test('is the day, the serial and a check digit', () => {
    expect(caseNumber(today, 17)).toMatch(/^260302-00017-\d$/);
    expect(spokenCaseNumber(caseNumber(today, 17))).toMatch(/^2603 0200 017\d$/);
  });
  test('is read as people type it', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const digits = digitsOf(number);
        const fullWidth = digits.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        for (const typed of [number, digits, ` ${digits} `, spokenCaseNumber(number), fullWidth])
          expect(parseCaseNumber(typed)).toBe(number);
      }),
    );
  });
  test('with any one digit wrong is recognised as wrong', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digits = digitsOf(number);
        const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;
        expect(parseCaseNumber(wrong)).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });
  test('with any two neighbours swapped is recognised as wrong', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat({ max: 10 }), (number, at) => {
        const digits = digitsOf(number);
        const [left = '', right = ''] = [digits[at], digits[at + 1]];
        fc.pre(left !== right);
        expect(parseCaseNumber(digits.slice(0, at) + right + left + digits.slice(at + 2))).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });
  test.each(['', '260302-00017', 'abcdef-00017-3', '2603020001731'])('is not %s', (text) => {
    expect(parseCaseNumber(text)).toBeUndefined();
  });
  test('has a scheme of its own where a place wants one', () => {
    const wide = { serialDigits: 7, separator: '/' };
    const number = caseNumber(today, 1_234_567, wide);
    expect(number).toMatch(/^260302\/1234567\/\d$/);
    expect(parseCaseNumber(number.replaceAll('/', ''), wide)).toBe(number);
    expect(() => caseNumber(today, 100_000)).toThrow('does not fit');
    expect(() => caseNumber(today, 0)).toThrow('does not fit');
  });
});

describe('a query code', () => {
  test('is six digits of the bytes given, and no fewer bytes will do', () => {
    expect(queryCode(new Uint8Array([0, 0, 0, 0, 0, 7]))).toBe('000007');
    expect(queryCode(new Uint8Array([255, 255, 255, 255, 255, 255]))).toBe(
      String((2 ** 48 - 1) % 1_000_000).padStart(6, '0'),
    );
    expect(() => queryCode(new Uint8Array(5))).toThrow('random bytes');
  });
});
