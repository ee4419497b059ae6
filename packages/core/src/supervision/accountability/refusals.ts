import { refuse, type Result } from '@yimen/kernel';
import type { Words } from '../words.ts';

const SANCTIONS = '《中华人民共和国公职人员政务处分法》';
const SERVANTS = '《中华人民共和国公务员法》';

export type AccountabilityRefusalCode =
  | 'account_not_supervisor'
  | 'account_ground_missing'
  | 'account_reference_missing'
  | 'account_row_unknown'
  | 'account_self'
  | 'account_person_unknown'
  | 'account_phase'
  | 'account_kinds_missing'
  | 'account_kind_unknown'
  | 'account_text_missing'
  | 'account_not_person'
  | 'account_may_still_state'
  | 'account_heavier'
  | 'account_not_decider'
  | 'account_opened_by_you'
  | 'account_appeal_late'
  | 'account_appeal_open'
  | 'account_not_reviewer'
  | 'dictionary_empty'
  | 'dictionary_back'
  | 'dictionary_code_twice'
  | 'dictionary_name_missing'
  | 'dictionary_article_missing';

/** Why something about an accountability case is refused, with the article where the law says so. */
export const accountabilityRefusals: {
  readonly [C in AccountabilityRefusalCode]: Words & { readonly article?: string };
} = {
  account_not_supervisor: {
    zh: '由督查人员立案、核实、提出、送达和结案。',
    en: 'A supervisor opens, verifies, proposes, serves and closes.',
  },
  account_ground_missing: {
    zh: '请写明线索，或者选择所依据的监察牌、监察建议书、投诉、检查、审计、台账行。',
    en: 'Say what the lead is, or choose what it rests on: cards, proposals, a complaint, a check, an audit, a row.',
  },
  account_reference_missing: {
    zh: '请写明投诉、检查、审计、移送的编号或者台账行的证照号。',
    en: 'Give the number of the complaint, check, audit or letter, or the serial of the row.',
  },
  account_row_unknown: {
    zh: '台账中没有这个证照号、文号。',
    en: 'No ledger has a row of this serial.',
  },
  account_self: {
    zh: '不得办理涉及本人的案件，应当回避。',
    en: 'Nobody handles a case about themselves.',
    article: `${SANCTIONS}第四十七条`,
  },
  account_person_unknown: { zh: '该部门没有这个人。', en: 'There is no such person in the department.' },
  account_phase: { zh: '该案目前不在这个环节。', en: 'The case is not at this stage.' },
  account_kinds_missing: {
    zh: '请选择过错行为：没有法定事由，不得追究责任。',
    en: 'Choose the misconduct: without a ground in law nobody is held to account.',
    article: `${SANCTIONS}第六条`,
  },
  account_kind_unknown: { zh: '现行字典里没有这种过错行为。', en: 'The dictionary in force has no such kind.' },
  account_text_missing: { zh: '请写明事实、意见或者理由。', en: 'Say what was found, thought, or why.' },
  account_not_person: { zh: '由被追究人本人陈述、申辩、申诉。', en: 'The person concerned states and appeals.' },
  account_may_still_state: {
    zh: '陈述申辩的期限未满，本人也没有陈述，不得提出处理决定。',
    en: 'The person may still state and has not: no decision is proposed yet.',
    article: `${SANCTIONS}第四十三条`,
  },
  account_heavier: {
    zh: '不得因本人陈述、申辩或者申诉而加重处理。',
    en: 'Nobody is treated worse for stating or appealing.',
    article: `${SANCTIONS}第四十三条；${SERVANTS}第九十六条第二款`,
  },
  account_not_decider: {
    zh: '由被追究人所在部门的负责人决定；中心人员由值班主任决定；追究的是负责人的，由改革领导小组决定。',
    en: 'The head of the person’s department decides, for the centre’s own staff its manager; where it is they, the leading group.',
  },
  account_opened_by_you: {
    zh: '立案、核实和决定应当由不同的人作出。',
    en: 'Who opened or verified the case does not decide it.',
  },
  account_appeal_late: {
    zh: '申诉应当在送达之日起三十日内提出。',
    en: 'An appeal is made within thirty days of service.',
    article: `${SERVANTS}第九十五条`,
  },
  account_appeal_open: {
    zh: '申诉期限未满，本人没有声明不申诉的，不得结案。',
    en: 'The time to appeal is not over: the case is not closed yet.',
    article: `${SERVANTS}第九十五条`,
  },
  account_not_reviewer: {
    zh: '由改革领导小组中没有作过该决定的人复核。',
    en: 'Somebody of the leading group who did not decide reviews it.',
  },
  dictionary_empty: { zh: '过错行为字典不能是空的。', en: 'A dictionary of misconduct cannot be empty.' },
  dictionary_back: {
    zh: '字典只能从今天或者以后起施行，不溯及既往。',
    en: 'A dictionary begins today or later: it does not reach back.',
  },
  dictionary_code_twice: { zh: '代码“{}”重复。', en: 'The code “{}” is there twice.' },
  dictionary_name_missing: { zh: '“{}”没有名称。', en: '“{}” has no name.' },
  dictionary_article_missing: {
    zh: '“{}”没有写明依据条款：没有依据，不得追究责任。',
    en: '“{}” names no article: without one nobody is held to account.',
    article: `${SANCTIONS}第六条`,
  },
};

export interface AccountabilityRefusal {
  readonly code: AccountabilityRefusalCode;
  readonly words: Words;
  readonly article?: string;
  readonly field?: string;
}

/** A refusal in words; `about` is put where the words name something. */
export function no(code: AccountabilityRefusalCode, field?: string, about = ''): Result<never, AccountabilityRefusal> {
  const { zh, en, ...law } = accountabilityRefusals[code];
  const words = { zh: zh.replace('{}', about), en: en.replace('{}', about) };
  return refuse({ code, words, ...law, ...(field === undefined ? {} : { field }) });
}
