import { day } from '@yimen/kernel';
import type { Rung, RuleSet, SignalRule } from '../rule.ts';
import { clockRules } from './clockRules.ts';
import { flowRules } from './flowRules.ts';
import { judgementRules } from './judgementRules.ts';

/**
 * Thresholds as real places have them, to choose from. Warned one working day before; Yulin's ninety per cent of the
 * promise; Chengdu's two levels, near the end yellow and past it red.
 */
export const ladderPresets: Readonly<Record<'oneDay' | 'ninety' | 'chengdu', readonly Rung[]>> = {
  oneDay: [
    { level: 'warning', when: { workingDaysBefore: 1 } },
    { level: 'yellow', when: { workingDaysAfter: 0 } },
  ],
  ninety: [
    { level: 'warning', when: { share: 90 } },
    { level: 'yellow', when: { workingDaysAfter: 0 } },
    { level: 'red', when: { workingDaysAfter: 3 } },
  ],
  chengdu: [
    { level: 'yellow', when: { workingDaysBefore: 1 } },
    { level: 'red', when: { workingDaysAfter: 0 } },
  ],
};

/** 督办: raised by a person with a duty to watch, answered by whom it concerns. No points. */
const urging: SignalRule = {
  kind: 'signal',
  code: 'U01',
  family: 'urging',
  signal: 'urge',
  level: 'warning',
  test: 'true',
  name: { zh: '督办', en: 'Urging' },
  basis: { law: '中华人民共和国行政许可法', article: '第十条第一款' },
  told: ['responsible', 'authorityHead'],
  finds: ['F06'],
};

/** 中心之外无审批: a row of a ledger no case accounts for, put to the head of the department by a supervisor. */
const uncovered: SignalRule = {
  kind: 'signal',
  code: 'O01',
  family: 'data',
  signal: 'uncovered',
  level: 'red',
  test: 'true',
  name: { zh: '体外循环：台账所列没有对应办件', en: 'Issued, sealed, charged or received without a case' },
  basis: { law: '中华人民共和国行政许可法', article: '第十条第一款' },
  told: ['authorityHead', 'supervisor'],
  finds: ['F01', 'F05'],
};

/** A receipt for an item whose published list says that nothing is charged, found the same way. */
const unfoundedFee: SignalRule = {
  ...uncovered,
  code: 'C02',
  family: 'fee',
  name: { zh: '收费无依据：实施清单载明不收费', en: 'Charged for an item whose list says it costs nothing' },
  basis: { law: '中华人民共和国行政许可法', article: '第五十八条第一款、第五十九条' },
  finds: ['F18'],
};

/** The set a hall begins with. `points` are those of a score sheet in use: three for a warning that stood, five, ten. */
export const shippedRuleSet: RuleSet = {
  code: 'yimen-2020',
  title: { zh: '一门通用监察规则', en: 'Common rules of supervision' },
  from: day('2020-01-01'),
  ladders: {
    ...ladderPresets,
    law: [
      { level: 'warning', when: { workingDaysBefore: 1 } },
      { level: 'red', when: { workingDaysAfter: 0 } },
    ],
    step: [
      { level: 'warning', when: { workingDaysAfter: 0 } },
      { level: 'yellow', when: { workingDaysAfter: 2 } },
    ],
    held: [
      { level: 'warning', when: { workingDaysAfter: 0 } },
      { level: 'yellow', when: { workingDaysAfter: 2 } },
    ],
  },
  riskLowering: { share: 5, mostShare: 20, days: 1, mostDays: 2 },
  points: { warning: 0, yellow: 5, red: 10 },
  life: { explain: 3, appeal: 5, verify: 5, rectify: 10, escalate: 1 },
  rules: [...clockRules, ...flowRules, ...judgementRules, urging, uncovered, unfoundedFee],
};
