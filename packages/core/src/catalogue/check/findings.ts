interface RuleWords {
  readonly article?: string;
  /** `error` bars publishing; `warning` is for an editor to look at. */
  readonly severity: 'error' | 'warning';
  readonly zh: string;
  readonly en: string;
}

/** Every rule an item is checked by before it is published. `{}` is replaced by what was found. */
export const itemRules = {
  name_missing: { severity: 'error', article: '行政许可法第三十条', zh: '缺少事项名称', en: 'The name is missing' },
  basis_missing: {
    severity: 'error',
    article: '行政许可法第三十条',
    zh: '缺少设定和实施依据',
    en: 'The legal basis is missing',
  },
  basis_blank: {
    severity: 'error',
    article: '行政许可法第三十条',
    zh: '依据未写明法名或条款',
    en: 'A basis names no law or article',
  },
  conditions_missing: {
    severity: 'error',
    article: '行政许可法第三十条',
    zh: '缺少办理条件',
    en: 'The conditions are missing',
  },
  quantity_blank: {
    severity: 'error',
    article: '行政许可法第三十条',
    zh: '数量限制为空白',
    en: 'The quantity limit is blank',
  },
  materials_missing: {
    severity: 'warning',
    article: '行政许可法第三十条',
    zh: '没有列出申请材料',
    en: 'No materials are listed',
  },
  form_missing: {
    severity: 'error',
    article: '行政许可法第三十条',
    zh: '缺少申请书',
    en: 'The application form is missing',
  },
  where_missing: {
    severity: 'error',
    article: '行政许可法第三十条',
    zh: '缺少办理地点、时间或电话：{}',
    en: 'Where, when or by which telephone: {} is missing',
  },
  remedies_missing: {
    severity: 'error',
    article: '行政许可法第三十八条',
    zh: '缺少复议机关或管辖法院',
    en: 'The body of reconsideration or the court is missing',
  },
  material_basis_missing: {
    severity: 'error',
    article: '行政许可法第三十一条',
    zh: '材料没有依据：{}',
    en: 'A material has no basis: {}',
  },
  fuzzy_words: {
    severity: 'error',
    article: '行政许可法第三十条、优化营商环境条例第三十五条',
    zh: '不得使用兜底或模糊表述：{}',
    en: 'Catch-all or vague words are not allowed: {}',
  },
  duplicate_id: { severity: 'error', zh: '编号重复：{}', en: 'The id is used twice: {}' },
  promised_exceeds_statutory: {
    severity: 'error',
    zh: '承诺时限超过法定时限',
    en: 'The promise is longer than the statutory limit',
  },
  limits_not_comparable: {
    severity: 'warning',
    zh: '承诺时限与法定时限单位或起点不同，请核对不超过',
    en: 'Promise and statutory limit differ in unit or start; check that it is not longer',
  },
  limit_basis_missing: { severity: 'error', zh: '时限没有依据', en: 'The limit has no basis' },
  limit_not_positive: { severity: 'error', zh: '时限应为整数且不为负', en: 'A limit is a whole number, not negative' },
  acceptance_too_long: {
    severity: 'error',
    article: '行政许可法第三十二条',
    zh: '受理时限不得超过五个工作日',
    en: 'Receipt is answered within five working days',
  },
  delivery_too_long: {
    severity: 'error',
    article: '行政许可法第四十四条',
    zh: '送达时限不得超过十个工作日',
    en: 'Delivery takes ten working days at most',
  },
  working_days_due: {
    severity: 'error',
    article: '行政许可法第八十二条',
    zh: '许可期限以工作日计算',
    en: 'Limits of this law count working days',
  },
  fee_basis: {
    severity: 'error',
    article: '行政许可法第五十八条',
    zh: '许可收费须有法律、行政法规依据：{}',
    en: 'A licence fee rests on a law or an administrative regulation only: {}',
  },
  special_procedure_unlawful: {
    severity: 'error',
    article: '行政许可法第四十五条',
    zh: '该程序依法不得扣除期限：{}',
    en: 'The law does not let this stop the time: {}',
  },
  special_procedure_basis: {
    severity: 'error',
    article: '行政许可法第四十五条',
    zh: '特别程序没有依据：{}',
    en: 'A special procedure has no basis: {}',
  },
  special_procedure_days: {
    severity: 'error',
    article: '行政许可法第四十五条',
    zh: '特别程序没有所需时间：{}',
    en: 'A special procedure names no time: {}',
  },
  special_procedure_twice: {
    severity: 'error',
    zh: '特别程序重复：{}',
    en: 'The special procedure is listed twice: {}',
  },
  approval_missing: {
    severity: 'error',
    zh: '一审一核：缺少必经的核准环节',
    en: 'An approval that every case passes is missing',
  },
  examination_missing: {
    severity: 'error',
    zh: '一审一核：核准之前缺少必经的审查环节',
    en: 'An examination before the approval is missing',
  },
  parallel_too_few: {
    severity: 'error',
    zh: '并行环节至少要有两个分支',
    en: 'A parallel group has two branches at least',
  },
  branch_empty: { severity: 'error', zh: '分支或条件下没有环节', en: 'A branch or condition has no step' },
  condition_blank: { severity: 'error', zh: '条件为空白', en: 'The condition is blank' },
  step_limit: {
    severity: 'error',
    zh: '环节时限应为正整数',
    en: 'A step’s limit is a whole number of working days, one at least',
  },
  code_wrong: {
    severity: 'error',
    article: 'GB/T 39554.1',
    zh: '实施编码有误：{}',
    en: 'The implementation code is wrong: {}',
  },
  dates_wrong: { severity: 'error', zh: '失效日期早于生效日期', en: 'It ends before it takes effect' },
} as const;
export type ItemRule = keyof typeof itemRules;

/** One thing wrong with an item: where, by which rule and article, in words. */
export interface ItemFinding {
  /** Path in the item, `limits.promised`, `materials.2.name`. */
  readonly field: string;
  readonly rule: ItemRule;
  readonly severity: 'error' | 'warning';
  readonly article?: string;
  readonly words: { readonly zh: string; readonly en: string };
}

export function finding(field: string, rule: ItemRule, about = ''): ItemFinding {
  const { severity, zh, en, article }: RuleWords = itemRules[rule];
  const words = { zh: zh.replace('{}', about), en: en.replace('{}', about) };
  return { field, rule, severity, ...(article === undefined ? {} : { article }), words };
}

/** The finding, when the condition holds. */
export function foundWhen(wrong: boolean, field: string, rule: ItemRule, about?: string): readonly ItemFinding[] {
  return wrong ? [finding(field, rule, about)] : [];
}

export const isBlank = (text: string): boolean => text.trim() === '';

/** Whatever occurs more than once, once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
