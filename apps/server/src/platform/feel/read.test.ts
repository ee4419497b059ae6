import { describe, expect, test } from 'vitest';
import { checkItem, decideTable, situate, type DecisionTable } from '@yimen/core/catalogue';
import { items } from '@yimen/testkit/cases';
import { evaluateCondition, readFeel, tableFeel } from './index.ts';

const table = (hitPolicy: DecisionTable['hitPolicy'], ...rules: readonly (readonly [string, string, string])[]) =>
  ({
    id: 'fine',
    name: '裁量',
    hitPolicy,
    inputs: [
      { id: 'use', label: '用途', expression: 'use' },
      { id: 'area', label: '面积', expression: 'area' },
    ],
    outputs: [{ id: 'days', label: '天数' }],
    rules: rules.map(([use, area, days], at) => ({ id: `r${at + 1}`, when: [use, area], then: [days] })),
  }) satisfies DecisionTable;
const decided = (answers: { use: string; area: number }, of: DecisionTable) => decideTable(of, answers, tableFeel);
const days = (...values: readonly number[]) => values.map((value) => ({ days: value }));

describe('an expression, read without running it', () => {
  test.each([
    ['area > 300 and use = "餐饮"', 'condition', ['area', 'use']],
    ['contains(use, "餐")', 'condition', ['use']],
    ['[1..5)', 'test', []],
    ['"地表水", "地下水"', 'test', []],
    ['> minimum', 'test', ['minimum']],
  ] as const)('%s names what it needs', (text, kind, names) => {
    expect(readFeel(text, kind)).toEqual({ names });
  });
  test.each([
    ['area > ', 'condition', '第8个字符'],
    ['用途 ) 1', 'condition', '第4个字符'],
    ['(area > 1', 'condition', '第10个字符'],
    ['1..1000000', 'condition', '不得使用'],
  ] as const)('%s is refused with its place', (text, kind, place) => {
    expect(readFeel(text, kind).problem?.zh).toContain(place);
  });
  test('the lint of an item says where it breaks', () => {
    const [material] = items.licence.materials;
    if (material === undefined) throw new Error('the licence has materials');
    const item = { ...items.licence, materials: [{ ...material, condition: 'rented = ' }] };
    expect(checkItem(item, readFeel)).toMatchObject([{ field: 'materials.0.condition', rule: 'feel_invalid' }]);
    expect(checkItem(items.licence, readFeel)).toEqual([]);
  });
});

describe('a decision table', () => {
  const overlapping = [
    ['-', '< 100', '5'],
    ['"餐饮"', '-', '10'],
  ] as const;
  test('U takes the one rule that matches, and refuses two', () => {
    const unique = table('U', ['"餐饮"', '[0..100)', '5'], ['"餐饮"', '>= 100', '10']);
    expect(decided({ use: '餐饮', area: 100 }, unique)).toEqual({ ok: true, value: { rules: ['r2'], rows: days(10) } });
    expect(decided({ use: '餐饮', area: 50 }, table('U', ...overlapping))).toEqual({
      ok: false,
      error: { code: 'not_unique', rules: ['r1', 'r2'] },
    });
  });
  test('A takes several that agree, and refuses those that do not', () => {
    const agreeing = table('A', ['-', '< 100', '5'], ['"餐饮"', '-', '5']);
    expect(decided({ use: '餐饮', area: 50 }, agreeing)).toMatchObject({ value: { rows: days(5) } });
    expect(decided({ use: '餐饮', area: 50 }, table('A', ...overlapping))).toMatchObject({
      error: { code: 'disagree' },
    });
  });
  test('F takes the first, C all', () => {
    expect(decided({ use: '餐饮', area: 50 }, table('F', ...overlapping))).toMatchObject({ value: { rows: days(5) } });
    expect(decided({ use: '餐饮', area: 50 }, table('C', ...overlapping))).toMatchObject({
      value: { rows: days(5, 10) },
    });
  });
  test('outside the table nothing is decided by it', () => {
    expect(decided({ use: '仓储', area: 500 }, table('F', ...overlapping))).toEqual({
      ok: false,
      error: { code: 'no_rule' },
    });
  });
  test('an error names rule, column and place', () => {
    expect(decided({ use: '餐饮', area: 1 }, table('U', ['-', '< ', '5']))).toMatchObject({
      error: { code: 'feel', where: 'rules.r1.when.1' },
    });
    expect(decided({ use: '餐饮', area: 1 }, table('U', ['-', '-', 'unknown']))).toMatchObject({
      error: { code: 'feel', where: 'rules.r1.then.0' },
    });
  });
});

describe('a situation', () => {
  const item = {
    ...items.parallelItem,
    situations: {
      questions: [{ id: 'rented', label: '是否租用', type: 'yesNo', required: true }],
      limits: [{ id: 'own', when: 'rented = false', promised: { ...items.licence.limits.promised, count: 3 } }],
    },
    fees: [
      {
        name: '工本费',
        standard: '10元',
        condition: 'rented = true',
        basis: { law: '示例法', article: '一', rank: 'law' },
      },
    ],
  } as const;
  const chosen = (answers: { rented?: boolean }) => {
    const result = situate(item, answers, evaluateCondition);
    if (!result.ok) throw new Error(result.error.message);
    const { materials, fees, promised, steps, unanswered } = result.value;
    return [materials.length, fees.length, promised.count, steps.length, unanswered.map(({ id }) => id)];
  };
  test('answers choose materials, fee, limit and steps', () => {
    expect(chosen({ rented: true })).toEqual([3, 1, 10, 4, []]);
    expect(chosen({ rented: false })).toEqual([2, 0, 3, 3, []]);
  });
  test('what depends on an open question is not chosen yet, and the question is named', () => {
    expect(chosen({})).toEqual([2, 0, 10, 3, ['rented']]);
  });
  test('a condition that cannot be evaluated is named with its field', () => {
    const wrong = { ...item, fees: [{ ...item.fees[0], condition: 'count(rented)' }] };
    expect(situate(wrong, { rented: true }, evaluateCondition)).toMatchObject({
      ok: false,
      error: { field: 'fees.0.condition' },
    });
  });
});
