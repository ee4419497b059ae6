import { expect, test } from 'vitest';
import { conditionOf, readCondition, shippedRuleSet, signalMeasures, type SignalRule } from './index.ts';

const signals = shippedRuleSet.rules.filter((rule): rule is SignalRule => rule.kind === 'signal');
const words = (code: string) => {
  const rule = signals.find((one) => one.code === code);
  if (rule === undefined) throw new Error(code);
  return conditionOf(rule);
};
const condition = (signal: SignalRule['signal'], text: string): string => {
  const [any] = signals;
  if (any === undefined) throw new Error('no signal rule is shipped');
  return conditionOf({ ...any, signal, test: text }).zh;
};

test('a card says in words by which condition it was raised, in both languages', () => {
  expect(condition('correction', 'unlisted > 0')).toBe('规则条件：清单以外的材料数大于 0。');
  expect(condition('authorisation', 'not authorised')).toBe('规则条件：没有授权。');
  expect(condition('withdrawal', 'usedShare >= 90 or byOfficer and usedShare >= 50')).toBe(
    '规则条件：承诺时限已用的百分比不小于 90，或者由工作人员代为撤回，并且承诺时限已用的百分比不小于 50。',
  );
  expect(condition('refile', 'daysSince <= 30 and (earlierEnding = "withdrawn" or earlierEnding = "returned")')).toBe(
    '规则条件：距前一办件结束的天数不大于 30，并且（前一办件的结果是撤回，或者前一办件的结果是退件）。',
  );
  expect(condition('suspension', 'allowedDays > 0 and plannedDays > 2 * allowedDays')).toContain(
    '告知的天数大于 2 乘 规定允许的天数',
  );
});
test('one name means in each signal what that signal measures', () => {
  expect(condition('life', 'minutes < 30')).toContain('收件到作出决定');
  expect(condition('device', 'minutes > 10')).toContain('设备与服务器');
  expect(condition('correction', 'usedShare >= 80')).toContain('受理期限');
});
test.each(signals.map(({ code }) => code))(
  '%s is said without code: no name of a measure, no sign, no quote is left',
  (code) => {
    const { zh, en } = words(code);
    expect(zh).not.toMatch(/[A-Za-z_=<>!"]/);
    expect(en).not.toMatch(/[=<>!"“]|[a-z][A-Z]/);
  },
);
test('every measure of every signal has words', () => {
  for (const [signal, measures] of Object.entries(signalMeasures)) {
    for (const [name, kind] of Object.entries(measures)) {
      const text = kind === 'boolean' ? name : kind === 'number' ? `${name} > 1` : `${name} = "grant"`;
      expect(readCondition(text, measures).ok, `${signal}.${name}`).toBe(true);
      expect(condition(signal as SignalRule['signal'], text), `${signal}.${name}`).not.toMatch(/[A-Za-z]/);
    }
  }
});
