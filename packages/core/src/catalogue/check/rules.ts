export interface RuleWords {
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
    article: '优化营商环境条例第三十六条、行政许可法第四十二条',
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
  basis_expired: {
    severity: 'error',
    article: '行政许可法第三十条、立法法第一百零三条',
    zh: '依据在本版本生效时已经失效：{}',
    en: 'A basis is no longer in force when this version takes effect: {}',
  },
  fee_basis_missing: {
    severity: 'error',
    article: '行政许可法第五十八条、第五十九条',
    zh: '收费没有依据：{}',
    en: 'A fee has no basis: {}',
  },
  shareable_demanded: {
    severity: 'error',
    article: '国务院关于在线政务服务的若干规定（国务院令第716号）第七条',
    zh: '能够通过共享获得的材料不得要求申请人提供：{}',
    en: 'What can be had by sharing may not be demanded of the applicant: {}',
  },
  material_twice: { severity: 'warning', zh: '材料名称重复：{}', en: 'Two materials have the same name: {}' },
  steps_missing: {
    severity: 'error',
    article: '行政许可法第三十条',
    zh: '缺少办理程序',
    en: 'The procedure has no step',
  },
  element_missing: {
    severity: 'warning',
    article: 'GB/T 39554.2',
    zh: '实施清单必填要素未填：{}',
    en: 'A mandatory element of the implementation list is empty: {}',
  },
  code_scheme: {
    severity: 'error',
    article: 'GB/T 39554.1',
    zh: '代码没有注明代码集，或者代码集中没有该代码：{}',
    en: 'A code has no scheme, or its scheme does not know it: {}',
  },
  entrustment_incomplete: {
    severity: 'error',
    article: '行政许可法第二十四条',
    zh: '委托实施未写明依据或者未公告：{}',
    en: 'An entrustment names no basis or was not announced: {}',
  },
  entrustment_passed_on: {
    severity: 'error',
    article: '行政许可法第二十四条',
    zh: '受委托机关不得再委托',
    en: 'The entrusted authority may not entrust another',
  },
  intermediary_basis: {
    severity: 'error',
    article: '优化营商环境条例第四十三条',
    zh: '中介服务没有法律、法规或者国务院决定依据：{}',
    en: 'An intermediary service has no basis in a law, regulation or State Council decision: {}',
  },
  visit_reason_missing: {
    severity: 'error',
    article: 'GB/T 39554.2',
    zh: '需要到现场办理，但未说明原因',
    en: 'Somebody has to come, and no reason is given',
  },
  visits_many: {
    severity: 'warning',
    article: '国办发〔2018〕45号',
    zh: '到现场次数超过一次，不符合“最多跑一次”',
    en: 'More than one visit is needed',
  },
  own_parent: { severity: 'error', zh: '事项不能以自己为上级项', en: 'An item cannot stand under itself' },
  table_shape: {
    severity: 'error',
    zh: '裁量标准表不完整：{}',
    en: 'A discretion table is incomplete: {}',
  },
  feel_invalid: { severity: 'error', zh: '表达式有误：{}', en: 'The expression is wrong: {}' },
  feel_unknown_name: {
    severity: 'error',
    zh: '表达式使用了没有提问的名称：{}',
    en: 'The expression names what is never asked: {}',
  },
  template_binding: {
    severity: 'error',
    article: '优化营商环境条例第三十五条',
    zh: '全市统一的内容与上级模板不一致：{}',
    en: 'The same in the whole city, and not as the template has it: {}',
  },
  template_tighter: {
    severity: 'error',
    article: '优化营商环境条例第三十五条',
    zh: '与上级模板相比只能更便民，不能更严：{}',
    en: 'This may only ask less of the citizen than the template: {}',
  },
  template_fee: {
    severity: 'error',
    article: '行政许可法第五十八条、第五十九条',
    zh: '收费项目和依据应与上级模板一致，只有标准可以按本地核定：{}',
    en: 'Which fees there are, and on what basis, is the template’s; only the amount may be local: {}',
  },
  template_material: {
    severity: 'error',
    article: '优化营商环境条例第三十五条',
    zh: '上级模板之外的材料没有写明本地依据：{}',
    en: 'A material beside the template names no local basis: {}',
  },
} as const;
export type ItemRule = keyof typeof itemRules;
