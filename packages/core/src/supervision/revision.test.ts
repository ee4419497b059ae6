import { day } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import { ladderWords, revise, ruleSetDifferences, shippedRuleSet, type RuleRevision } from './index.ts';

const today = day('2026-03-02');
const asItIs: RuleRevision = {
  from: day('2026-04-01'),
  title: '安阳市监察规则（2026）',
  ladders: shippedRuleSet.ladders,
  points: shippedRuleSet.points,
  life: shippedRuleSet.life,
  tests: {},
  off: [],
};
const revised = (change: Partial<RuleRevision>) =>
  revise({ now: shippedRuleSet, all: shippedRuleSet, today }, { ...asItIs, ...change });
const told = (change: Partial<RuleRevision>): readonly string[] => {
  const set = revised(change);
  return set.ok ? ruleSetDifferences(shippedRuleSet, set.value).map(({ zh }) => zh) : [set.error.code];
};
const eighty = {
  ...shippedRuleSet.ladders,
  ninety: [
    { level: 'warning', when: { share: 80 } },
    { level: 'yellow', when: { workingDaysAfter: 0 } },
  ],
} as const;

describe('a place lays down its own thresholds', () => {
  test('each change is said; what nobody changed stays, with its names and bases', () => {
    expect(told({ ladders: eighty, points: { warning: 1, yellow: 5, red: 10 } })).toEqual([
      '按已用时限（榆林）：“预警：已用时限达 90%；黄牌：到期时；红牌：超期 3 个工作日”改为“预警：已用时限达 80%；黄牌：到期时”',
      '预警记分：“0”改为“1”',
    ]);
    const set = revised({ life: { ...shippedRuleSet.life, appeal: 10 } });
    expect(set.ok && set.value).toMatchObject({ code: 'rules-2026-04-01', rules: shippedRuleSet.rules });
  });
  test('a rule rests from the day on and can come back; a condition is changed by its code', () => {
    expect(told({ off: ['P02'] })).toEqual(['停用 P02 审核人又审批、签批（一审一核落空）']);
    const rested = revised({ off: ['P02'] });
    if (!rested.ok) expect.fail(rested.error.code);
    const back = revise({ now: rested.value, all: shippedRuleSet, today }, { ...asItIs, from: day('2026-05-01') });
    const again = back.ok ? ruleSetDifferences(rested.value, back.value) : [];
    expect(again.map(({ zh }) => zh)).toEqual(['恢复 P02 审核人又审批、签批（一审一核落空）']);
    expect(told({ tests: { P01: 'promised' } })).toEqual([
      expect.stringMatching(/^P01 .*条件“promised and receivedByToo”改为“promised”/),
    ]);
  });
});

describe('what is refused', () => {
  test.each<readonly [string, Partial<RuleRevision>, string]>([
    ['to begin today: what has happened is judged by the rules of its day', { from: today }, 'rules_not_later'],
    ['nothing changed', {}, 'rules_unchanged'],
    ['a rule nobody knows', { off: ['Z99'] }, 'rules_unknown'],
    ['a rule a person raises', { off: ['U01'] }, 'rules_always'],
    ['a group of thresholds left out', { ladders: { ninety: eighty.ninety } }, 'rules_unknown'],
    ['a condition nobody can read', { tests: { P01: 'promised and' } }, 'rules_faulty'],
    ['a condition over what the rule does not measure', { tests: { P01: 'colour = "red"' } }, 'rules_faulty'],
    ['a limit of no day', { life: { ...shippedRuleSet.life, appeal: 0 } }, 'rules_faulty'],
    [
      'thresholds out of order',
      { ladders: { ...eighty, step: [...(shippedRuleSet.ladders['step'] ?? [])].toReversed() } },
      'rules_faulty',
    ],
  ])('%s', (_name, change, code) => {
    expect(told(change)).toEqual([code]);
  });
  test('a faulty condition is told with its rule and the place in it', () => {
    const set = revised({ tests: { P01: 'promised and' } });
    expect(set.ok ? '' : set.error.words.zh).toMatch(/P01 第 \d+ 个字符/);
  });
});

test('a group of thresholds in words', () => {
  expect(ladderWords(shippedRuleSet.ladders['chengdu'] ?? [])).toEqual({
    zh: '黄牌：到期前 1 个工作日；红牌：到期时',
    en: 'yellow card: 1 working day(s) before the end; red card: at the end',
  });
});
