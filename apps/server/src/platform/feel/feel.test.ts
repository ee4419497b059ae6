import { describe, expect, test } from 'vitest';
import type { FormValues } from '../shell.ts';
import { evaluateCondition } from './index.ts';

type Row = readonly [expression: string, answers: FormValues, about: string];

describe('a condition over the answers of a form', () => {
  test.each([
    ['area > 300', { area: 301 }, true],
    ['area > 300', { area: 300 }, false],
    ['area > 300 and foodService = true', { area: 400, foodService: true }, true],
    ['use = "餐饮"', { use: '餐饮' }, true],
    ['用途 in ("餐饮", "住宿")', { 用途: '住宿' }, true],
    ['not(foodService)', { foodService: false }, true],
    ['note = "today() for x in y"', { note: 'today() for x in y' }, true],
  ])('%s over %j is %s', (expression, answers, expected) => {
    expect(evaluateCondition(expression, answers)).toEqual({ ok: true, value: expected });
  });

  test.each<Row>([
    ['area > 300', {}, 'an unanswered question'],
    ['area > ', { area: 1 }, 'half an expression'],
    ['area = 300', { area: 'large' }, 'what cannot be equal'],
    ['area + 1', { area: 1 }, 'a number'],
    ['today() > date("2026-01-01")', {}, 'the clock of the machine'],
    ['count(for x in 1..1000000 return x) > 1', {}, 'a loop'],
    ['some x in [1, 2] satisfies x > area', { area: 1 }, 'a loop in other words'],
    [`area > ${'1'.repeat(600)}`, { area: 1 }, 'what nobody can read'],
  ])('%s is refused: %s %s', (expression, answers) => {
    expect(evaluateCondition(expression, answers).ok).toBe(false);
  });

  test('answers cannot reach what is not theirs', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'process', 'globalThis']) {
      expect(evaluateCondition(`${name} = null`, { area: 1 }).ok, name).toBe(false);
    }
  });
});
