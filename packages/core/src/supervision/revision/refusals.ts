import type { Words } from '@yimen/kernel';

/** Why a set of rules is not published; `{}` stands for what is wrong, each with its place. */
export const ruleSetRefusals = {
  rules_not_later: {
    zh: '规则只能自以后的日期起施行：已经发生的，按当时的规则。',
    en: 'Rules begin on a later day: what has happened is judged by the rules of its day.',
  },
  rules_day_taken: {
    zh: '该日已有一套规则开始施行，请另选日期。',
    en: 'A set of rules begins on that day already; choose another.',
  },
  rules_unchanged: { zh: '与现行规则没有不同。', en: 'Nothing differs from the rules in force.' },
  rules_unknown: { zh: '没有这条规则：{}。', en: 'There is no such rule: {}.' },
  rules_always: {
    zh: '“{}”由人提出，没有可以调整的条件，也不能停用。',
    en: '“{}” is raised by a person; it has no condition to change and cannot be switched off.',
  },
  rules_faulty: { zh: '规则有误：{}', en: 'The rules are faulty: {}' },
} as const;

export interface RuleSetRefusal {
  readonly code: keyof typeof ruleSetRefusals;
  readonly field: string;
  readonly words: Words;
}

const NOTHING: Words = { zh: '', en: '' };

export function ruleSetRefusal(code: RuleSetRefusal['code'], field: string, about: Words = NOTHING): RuleSetRefusal {
  const { zh, en } = ruleSetRefusals[code];
  return { code, field, words: { zh: zh.replace('{}', about.zh), en: en.replace('{}', about.en) } };
}
