import { describe, expect, test } from 'vitest';
import {
  adjustSheet,
  fallsShort,
  passedOver,
  postContent,
  quarterOf,
  scoreBy,
  sheetsFor,
  shippedGrades,
  shippedSheets,
  yearlyPoints,
  type Measured,
  type ScoredCard,
} from './index.ts';

const [A, B, C, D] = shippedSheets;
const quiet: Measured = {
  cards: [],
  late: [],
  decided: 0,
  earlyShare: null,
  promiseCut: null,
  coverage: null,
  satisfaction: null,
  urgingsLate: 0,
  entered: [],
};
const card = (family: string, level: ScoredCard['level'], cardId = `${family}-${level}`): ScoredCard => ({
  cardId,
  family,
  level,
});
type Sheet = typeof A;
function totalOf(sheet: Sheet, measured: Partial<Measured>): number {
  if (sheet === undefined) throw new Error('no sheet');
  return scoreBy(sheet, { ...quiet, ...measured }).total;
}

describe('model A: nine parts of a hundred', () => {
  test('parts are weighted 10, 14, 14, 8, 10, 10, 14, 10, 10', () => {
    expect(A?.parts.map(({ weight }) => weight)).toEqual([10, 14, 14, 8, 10, 10, 14, 10, 10]);
    expect(totalOf(A, {})).toBe(100);
  });
  test('a yellow card upheld takes five, a red one ten, of the part it belongs to', () => {
    expect(totalOf(A, { cards: [card('time', 'yellow')] })).toBe(95);
    expect(totalOf(A, { cards: [card('discretion', 'red')] })).toBe(90);
  });
  test('warnings take three for every three', () => {
    const warnings = (n: number) => Array.from({ length: n }, (_, at) => card('time', 'warning', String(at)));
    expect([2, 3, 5, 6].map((n) => totalOf(A, { cards: warnings(n) }))).toEqual([100, 97, 97, 94]);
  });
  test('a part never goes below nothing', () => {
    const reds = Array.from({ length: 5 }, (_, at) => card('fee', 'red', String(at)));
    expect(totalOf(A, { cards: reds })).toBe(92);
  });
  test('every point opens its cards', () => {
    if (A === undefined) throw new Error('no sheet');
    const cards = [card('time', 'yellow', 'one'), card('suspension', 'yellow', 'two'), card('fee', 'red', 'three')];
    const { parts } = scoreBy(A, { ...quiet, cards });
    const opened = parts.flatMap(({ lines }) =>
      lines.flatMap((line) => (line.points === 0 ? [] : [[line.points, line.cards]])),
    );
    expect(opened).toEqual([
      [-10, ['one', 'two']],
      [-10, ['three']],
    ]);
  });
  test('a tenth decided early gives one, every further tenth one more', () => {
    expect([0.09, 0.1, 0.19, 0.2, 0.3].map((earlyShare) => totalOf(A, { earlyShare }))).toEqual([
      100, 101, 101, 102, 103,
    ]);
  });
  test('promises three tenths below the law give three, every further tenth one more', () => {
    expect([0.29, 0.3, 0.4, 0.6].map((promiseCut) => totalOf(A, { promiseCut }))).toEqual([100, 103, 104, 106]);
  });
  test('incomplete data takes one for each hundredth, five at most', () => {
    const entered = (times: number) => [{ line: 'data', times, reason: '漏报', record: '通报第1号' }];
    expect([1, 5, 9].map((times) => totalOf(A, { entered: entered(times) }))).toEqual([99, 95, 95]);
  });
  test('a measure of discipline is entered with its document', () => {
    const entered = [{ line: 'liable-warning', times: 1, reason: '警告', record: '处分决定〔2026〕1号' }];
    expect(totalOf(A, { entered })).toBe(90);
  });
  test('satisfaction makes up its ten by its share, and nobody rated loses nothing', () => {
    expect(totalOf(A, { satisfaction: 0.9 })).toBe(99);
    expect(totalOf(A, { satisfaction: null })).toBe(100);
  });
});

describe('models B, C and D', () => {
  test('B: coverage and efficiency make up twenty each', () => {
    expect(totalOf(B, {})).toBe(100);
    expect(totalOf(B, { coverage: 0.5 })).toBe(90);
    expect(totalOf(B, { decided: 10, late: ['one'] })).toBe(98);
  });
  test('C: each case decided late takes five, each unlawful fee five', () => {
    expect(totalOf(C, {})).toBe(100);
    expect(totalOf(C, { late: ['one', 'two'], decided: 9 })).toBe(90);
    expect(totalOf(C, { cards: [card('fee', 'red')] })).toBe(95);
  });
  test('C and D: bonus is at most ten and five', () => {
    const entered = [{ line: 'bonus', times: 20, reason: '表彰', record: '文件' }];
    expect([totalOf(C, { entered }), totalOf(D, { entered })]).toEqual([110, 105]);
  });
  test('every sheet starts from a hundred, and names its source', () => {
    for (const sheet of shippedSheets) {
      expect([sheet.code, totalOf(sheet, {})]).toEqual([sheet.code, 100]);
      expect(sheet.source).toMatch(/\w+\.com/);
    }
  });
  test('codes of lines are given once', () => {
    for (const { parts, bonus } of shippedSheets) {
      const codes = [...parts.flatMap(({ lines }) => lines), ...bonus].map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});

describe('a post', () => {
  test('is scored by the sheets of windows, first of all model C', () => {
    expect(sheetsFor('post').map(({ code }) => code)).toEqual(['C', 'D']);
    expect(sheetsFor('department').map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D']);
  });
  test('each act after its day takes five, and opens its case once', () => {
    if (C === undefined) throw new Error('no sheet');
    const { parts, total } = scoreBy(C, { ...quiet, late: ['one', 'one'], decided: 9 });
    const promise = parts.find(({ code }) => code === 'promise');
    expect([total, promise?.lines[0]?.count, promise?.lines[0]?.cases]).toEqual([90, 2, ['one']]);
  });
  test('says nothing of satisfaction before five have rated: fewer would tell who it was', () => {
    expect([4, 5].map((ratings) => postContent({ ratings, content: 4 }))).toEqual([null, 0.8]);
  });
});

describe('a sheet of the place’s own', () => {
  const model = A ?? expect.fail('no model is shipped');
  const adjusted = (weights: Record<string, number>, points: Record<string, number>) =>
    adjustSheet(model, { code: 'own', title: '安阳市计分表', weights, points });
  test('weighs and prices otherwise what the model counts', () => {
    const own = adjusted({ open: 5, term: 19 }, { 'term-yellow': -8 });
    if (!own.ok) expect.fail(own.error.code);
    const yellow: ScoredCard = { cardId: 'c', family: 'time', level: 'yellow' };
    expect([totalOf(A, { cards: [yellow] }), totalOf(own.value, { cards: [yellow] })]).toEqual([95, 92]);
    expect(totalOf(own.value, {})).toBe(100);
    expect(own.value.source).toBe(model.source);
  });
  test.each<readonly [string, Record<string, number>, Record<string, number>, string]>([
    ['the parts no longer make up the whole', { open: 5 }, {}, 'sheet_weights'],
    ['a deduction became a bonus', {}, { 'term-yellow': 5 }, 'sheet_sign'],
    ['nothing differs', {}, {}, 'sheet_unchanged'],
  ])('is refused where %s', (_name, weights, points, code) => {
    const own = adjusted(weights, points);
    expect(own.ok ? 'taken' : own.error.code).toBe(code);
  });
});

describe('the quarter and the year', () => {
  test('four grades by the mean of the months', () => {
    const gradeOf = (...totals: readonly number[]) => quarterOf(totals, shippedGrades)?.grade;
    expect([gradeOf(95, 85), gradeOf(89.9), gradeOf(60), gradeOf(59.9), gradeOf()]).toEqual([
      'excellent',
      'good',
      'fair',
      'failed',
      undefined,
    ]);
  });
  test('a tenth of the yearly assessment', () => {
    expect(yearlyPoints([90, 100])).toBe(9.5);
    expect(yearlyPoints([])).toBeUndefined();
  });
  test('below seventy-five per cent a department falls short; nobody rated says nothing', () => {
    expect([0.74, 0.75, null].map(fallsShort)).toEqual([true, false, false]);
  });
  test('below eighty per cent twice in a row is passed over, unrated periods left out', () => {
    expect(passedOver([0.79, 0.8, 0.79])).toBe(false);
    expect(passedOver([0.9, 0.79, 0.79])).toBe(true);
    expect(passedOver([0.79, null, 0.79])).toBe(true);
  });
});
