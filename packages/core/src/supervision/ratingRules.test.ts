import { expect, test } from 'vitest';
import { holds, shippedRuleSet } from './index.ts';

/** Whether the shipped rule holds for a rating of so many stars, given so many seconds after the case was closed. */
function raised(code: string, level: number, seconds: number): boolean {
  const rule = shippedRuleSet.rules.find((one) => one.code === code);
  if (rule?.kind !== 'signal' || rule.signal !== 'rating') throw new Error(`${code} is no rule about ratings`);
  return holds(rule, { level, seconds });
}

test('V01: two stars are a bad rating, three are not', () => {
  expect([raised('V01', 2, 900), raised('V01', 3, 900)]).toEqual([true, false]);
});

test('V02: a rating two seconds after the end looks made, after three it does not', () => {
  expect([raised('V02', 5, 2), raised('V02', 5, 3)]).toEqual([true, false]);
});
