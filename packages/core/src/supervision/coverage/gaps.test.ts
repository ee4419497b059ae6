import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsIn } from './index.ts';

const told = (...serials: readonly string[]) => gapsIn(serials).map(({ first, last, count }) => [first, last, count]);

describe('numbers left out of a sequence (缺号)', () => {
  test.each([
    ['nothing is left out', ['豫建-001', '豫建-002', '豫建-003'], []],
    ['one number', ['豫建-001', '豫建-003'], [['豫建-002', '豫建-002', 1]]],
    ['several in a row', ['豫建-1', '豫建-2', '豫建-3', '豫建-6'], [['豫建-4', '豫建-5', 2]]],
    ['from nine to eleven', ['准字〔2026〕9号', '准字〔2026〕11号'], [['准字〔2026〕10号', '准字〔2026〕10号', 1]]],
    ['sequences stand apart', ['豫建-001', '豫水-003'], []],
    ['each day of tickets is one', ['2026-03-02 A001', '2026-03-03 A003'], []],
    [
      'a ticket missing from the day',
      ['2026-03-02 A001', '2026-03-02 A003'],
      [['2026-03-02 A002', '2026-03-02 A002', 1]],
    ],
    ['in whatever order they stand', ['豫建-003', '豫建-001'], [['豫建-002', '豫建-002', 1]]],
    ['numbers far apart are given out elsewhere too', ['豫建-001', '豫建-900'], []],
    ['what has no number is of no sequence', ['特字', '甲'], []],
    ['codes of more than fifteen digits are none', ['410500202603020000018', '410500202603020000020'], []],
  ] as const)('%s', (_name, serials, gaps) => {
    expect(told(...serials)).toEqual(gaps);
  });
  test('whatever is there and what is left out make up the whole, once each', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(numbers, (some) => {
        const span = Math.max(...some) - Math.min(...some) + 1;
        const left = gapsIn(some.map((one) => `豫-${String(one)}`)).reduce((sum, { count }) => sum + count, 0);
        expect(left).toBe(some.length / span < 0.5 ? 0 : span - some.length);
      }),
    );
  });
});
