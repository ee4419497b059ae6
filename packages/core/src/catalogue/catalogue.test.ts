import { describe, expect, test } from 'vitest';
import { day } from '@yimen/kernel';
import { licensingLimits, type Limit } from '@yimen/core/clock';
import { evaluate, items } from '@yimen/testkit/cases';
import {
  checkItem,
  comesBefore,
  findStep,
  isBasicCode,
  isInForce,
  itemInForce,
  itemRules,
  readImplementationCode,
  requiredMaterials,
  stepsOf,
  type DecisionTable,
  type ExaminationNode,
  type ImplementationFacts,
  type ItemRule,
  type ReadFeel,
  type ServiceItem,
} from './index.ts';

const { licence, licenceWith, aMaterial, examineStep, approveStep, parallelItem } = items;
const limit = (more: Partial<Limit>): Limit => ({ ...licensingLimits.decision, ...more });
const limits = (more: Partial<ServiceItem['limits']>): ServiceItem => ({
  ...licence,
  limits: { ...licence.limits, ...more },
});
const materials = (...names: readonly string[]): ServiceItem => ({
  ...licence,
  materials: names.map((name) => aMaterial(name, { name })),
});
const examination = (...nodes: [ExaminationNode, ...ExaminationNode[]]): ServiceItem =>
  licenceWith({ examination: nodes });
const special = (more: Partial<ServiceItem['procedure']['specialProcedures'][number]>): ServiceItem =>
  licenceWith({
    specialProcedures: [
      {
        procedure: 'expertReview',
        basis: '行政许可法第四十五条',
        plannedDays: 10,
        stopsStatutory: true,
        stopsPromise: true,
        ...more,
      },
    ],
  });
const facts = (more: ImplementationFacts): ServiceItem => ({
  ...licence,
  implementation: { ...licence.implementation, ...more },
});
const entrustment = {
  principal: '省局',
  agent: '市局',
  basis: '示例条例第三条',
  announced: day('2024-12-01'),
  from: day('2025-01-01'),
};
const table: DecisionTable = {
  id: 'amount',
  name: '裁量表',
  hitPolicy: 'U',
  inputs: [{ id: 'i', label: '面积', expression: 'area' }],
  outputs: [{ id: 'o', label: '金额' }],
  rules: [{ id: 'r', when: ['-'], then: ['1'] }],
};
const rules = (item: ServiceItem): readonly string[] => [...new Set(checkItem(item, readFeel).map(({ rule }) => rule))];

/** How each rule is broken; a rule nothing breaks does not compile into this table. */
const broken: Readonly<Record<Exclude<ItemRule, `template_${string}`>, ServiceItem>> = {
  name_missing: { ...licence, name: ' ' },
  basis_missing: { ...licence, bases: [] },
  basis_blank: { ...licence, bases: [{ law: '示例条例', article: '', rank: 'law' }] },
  conditions_missing: { ...licence, conditions: [''] },
  quantity_blank: { ...licence, quantityLimit: '' },
  materials_missing: { ...licence, materials: [] },
  form_missing: { ...licence, form: [] },
  where_missing: { ...licence, service: { ...licence.service, phone: '' } },
  remedies_missing: { ...licence, remedies: { reconsiderationBody: '市政府', court: '' } },
  material_basis_missing: { ...licence, materials: [aMaterial('x', { basis: '' })] },
  fuzzy_words: materials('其他材料'),
  duplicate_id: examination(examineStep, { ...examineStep }, approveStep),
  promised_exceeds_statutory: limits({ promised: limit({ count: 21 }) }),
  limits_not_comparable: limits({ statutory: limit({ unit: 'month', count: 1 }), promised: limit({ count: 20 }) }),
  limit_basis_missing: limits({ statutory: limit({ basis: { law: '', article: '' } }) }),
  limit_not_positive: limits({ promised: limit({ count: 1.5 }) }),
  acceptance_too_long: limits({ acceptance: { ...licensingLimits.acceptance, count: 6 } }),
  delivery_too_long: limits({ delivery: { ...licensingLimits.delivery, count: 11 } }),
  working_days_due: limits({ delivery: { ...licensingLimits.delivery, unit: 'calendarDay' } }),
  fee_basis: {
    ...licence,
    fees: [{ name: '工本费', standard: '10元', basis: { law: '地方规定', article: '一', rank: 'localRegulation' } }],
  },
  special_procedure_unlawful: special({ procedure: 'payment' }),
  special_procedure_basis: special({ basis: '' }),
  special_procedure_days: special({ plannedDays: 0 }),
  special_procedure_twice: licenceWith({
    specialProcedures: [...licence.procedure.specialProcedures, ...licence.procedure.specialProcedures],
  }),
  approval_missing: examination(examineStep),
  examination_missing: examination(approveStep),
  parallel_too_few: examination(
    examineStep,
    { kind: 'parallel', id: 'p', branches: [[examineStep]] as never },
    approveStep,
  ),
  branch_empty: examination(
    examineStep,
    { kind: 'when', id: 'w', condition: 'rented = true', then: [] as never },
    approveStep,
  ),
  condition_blank: examination(
    examineStep,
    { kind: 'when', id: 'w', condition: ' ', then: [{ ...examineStep, id: 'x' }] },
    approveStep,
  ),
  step_limit: examination({ ...examineStep, limitDays: 0 }, approveStep),
  code_wrong: { ...licence, codes: { implementation: '1' } },
  dates_wrong: { ...licence, effectiveTo: day('2020-01-01') },
  basis_expired: {
    ...licence,
    bases: [{ law: '示例条例', article: '第十条', rank: 'law', repealedFrom: day('2025-01-01') }],
  },
  fee_basis_missing: {
    ...licence,
    fees: [{ name: '工本费', standard: '10元', basis: { law: '', article: '', rank: 'law' } }],
  },
  shareable_demanded: { ...licence, materials: [aMaterial('x', { shareable: true })] },
  material_twice: materials('申请书', '申请书'),
  steps_missing: licenceWith({ examination: [] as never }),
  element_missing: { ...licence, codes: {} },
  code_scheme: facts({ otherCodes: [{ scheme: '', code: '1' }] }),
  entrustment_incomplete: facts({ entrustment: { ...entrustment, basis: '' } }),
  entrustment_passed_on: facts({
    entrustment,
    body: { ...licence.implementation?.body, name: entrustment.principal, powerSource: 'entrustedFromAbove' },
  }),
  intermediary_basis: facts({ intermediaries: [{ name: '检测报告', basis: '', paidBy: 'applicant' }] }),
  visit_reason_missing: facts({ service: { ...licence.implementation?.service, visits: 1 } }),
  visits_many: facts({ service: { ...licence.implementation?.service, visits: 2, visitReason: '核对原件' } }),
  own_parent: facts({ tree: { parent: licence.id } }),
  table_shape: { ...licence, discretion: [{ ...table, rules: [{ id: 'r1', when: [], then: ['1'] }] }] },
  feel_invalid: { ...licence, materials: [aMaterial('x', { condition: 'broken' })] },
  feel_unknown_name: { ...licence, materials: [aMaterial('x', { condition: 'unknown' })] },
};

/** Stands for the FEEL library: `broken` does not parse, every other word is a name. */
const readFeel: ReadFeel = (text) => ({
  names: text === 'unknown' ? ['unknown'] : [],
  ...(text === 'broken' ? { problem: { zh: '第1个字符', en: 'character 1' } } : {}),
});

describe('before publishing', () => {
  test('a lawful item has no findings', () => {
    expect(checkItem(licence)).toEqual([]);
    expect(checkItem(parallelItem)).toEqual([]);
  });
  test.each(Object.entries(broken))('%s is found', (rule, item) => {
    expect(rules(item)).toContain(rule);
  });
  test('what is whole is not found: entrustment announced, basis in force, table complete', () => {
    const whole = facts({ entrustment, otherCodes: [{ scheme: 'cn.taskType', code: '01' }] });
    const bases = [
      { ...licence.bases[0], law: '示例条例', article: '十', rank: 'law', repealedFrom: day('2026-01-01') } as const,
    ];
    expect(checkItem({ ...whole, bases, discretion: [table] }, readFeel)).toEqual([]);
  });
  test('a warning accepted with a reason stays in the list and says so; an error cannot be accepted', () => {
    const reason = { reason: '两次核验均为法定', by: 'mu.lu', on: day('2025-01-01') };
    const acceptedWarnings = [
      { rule: 'visits_many', field: 'implementation.service.visits', ...reason },
      { rule: 'name_missing', field: 'name', ...reason },
    ];
    const found = checkItem({ ...broken.visits_many, name: '', acceptedWarnings });
    expect(found.find(({ rule }) => rule === 'visits_many')?.accepted?.reason).toBe('两次核验均为法定');
    expect(found.find(({ rule }) => rule === 'name_missing')?.accepted).toBeUndefined();
  });
  test('every finding has its words, without gaps', () => {
    for (const item of Object.values(broken)) {
      for (const { words, mend } of checkItem(item, readFeel)) {
        expect(words.zh + words.en).not.toContain('{}');
        expect(mend.zh.length * mend.en.length).toBeGreaterThan(0);
      }
    }
    const alone = Object.keys(itemRules).filter((rule) => !rule.startsWith('template_'));
    expect(Object.keys(broken), 'what a template forbids is tested beside it').toEqual(alone);
  });
  test('catch-all words are found, ordinary ones with the same character are not', () => {
    for (const name of ['身份证等', '相关材料', '有关证明', '营业执照等材料'])
      expect(rules(materials(name)), name).toContain('fuzzy_words');
    for (const name of ['等级证书', '资质等次说明', '高等学历证书', '平等协商记录'])
      expect(rules(materials(name)), name).toEqual([]);
  });
  test('limits of different units are compared where it is certain', () => {
    expect(rules(limits({ statutory: limit({ unit: 'month', count: 3 }), promised: limit({ count: 40 }) }))).toEqual(
      [],
    );
    expect(
      rules(limits({ statutory: limit({ unit: 'calendarDay', count: 10 }), promised: limit({ count: 11 }) })),
    ).toEqual(['promised_exceeds_statutory']);
    expect(rules(limits({ promised: limit({ startsOn: 'receipt' }) }))).toEqual(['limits_not_comparable']);
  });
  test('an instant item may be one person’s; a branch may hold its own approval', () => {
    expect(checkItem({ ...examination(examineStep), handling: 'instant' })).toEqual([]);
    const lanes: ExaminationNode = {
      kind: 'parallel',
      id: 'p',
      branches: [
        [examineStep, approveStep],
        [
          { ...examineStep, id: 'b1' },
          { ...approveStep, id: 'b2' },
        ],
      ],
    };
    expect(checkItem(examination(lanes))).toEqual([]);
  });
  test('an approval that only some cases pass is none', () => {
    const sometimes: ExaminationNode = { kind: 'when', id: 'w', condition: 'rented = true', then: [approveStep] };
    expect(rules(examination(examineStep, sometimes))).toEqual(['approval_missing']);
  });
});

describe('versions', () => {
  const old = { version: 1, effectiveFrom: day('2025-01-01'), effectiveTo: day('2025-12-31') };
  const current = { version: 2, effectiveFrom: day('2026-01-01') };
  test('the one in force on the day, both ends included, the newest where two overlap', () => {
    expect(itemInForce([old, current], day('2025-12-31'))).toBe(old);
    expect(itemInForce([old, current], day('2026-01-01'))).toBe(current);
    expect(itemInForce([old, current], day('2024-12-31'))).toBeUndefined();
    expect(itemInForce([old, { ...current, effectiveFrom: day('2025-06-01') }], day('2025-07-01'))?.version).toBe(2);
    expect(isInForce(old, day('2026-01-01'))).toBe(false);
  });
});

describe('materials and steps', () => {
  test('are asked for when their condition is true', () => {
    const ids = (rented: boolean): readonly string[] =>
      requiredMaterials(licence, { rented }, evaluate).map(({ id }) => id);
    expect(ids(false)).toEqual(['application', 'plan']);
    expect(ids(true)).toEqual(['application', 'plan', 'lease']);
  });
  test('come in their order, branches in none', () => {
    expect(stepsOf(parallelItem.procedure).map(({ id }) => id)).toEqual([
      'examine',
      'consult',
      'lease-check',
      'approve',
    ]);
    expect(comesBefore(parallelItem.procedure, 'consult', 'approve')).toBe(true);
    expect(comesBefore(parallelItem.procedure, 'examine', 'consult')).toBe(false);
    expect(comesBefore(parallelItem.procedure, 'nowhere', 'consult')).toBe(false);
    expect(findStep(parallelItem.procedure, 'consult')?.authority).toBe('xiaofang');
  });
});

describe('implementation codes', () => {
  const real = '11440100007483172Q3440106043001';
  test('are read: who, at which level, which item', () => {
    expect(readImplementationCode(real)).toEqual({
      creditCode: '11440100007483172Q',
      level: 'city',
      basicCode: '440106043001',
    });
  });
  test.each([
    ['wrong_length', real.slice(1)],
    ['bad_credit_code', real.replace('Q', 'P')],
    ['unknown_level', real.replace('Q3', 'Q9')],
    ['bad_basic_code', `${real.slice(0, 30)}X`],
  ])('%s', (problem, code) => {
    expect(readImplementationCode(code)).toBe(problem);
  });
  test('a main item with sub-items ends in Y', () => {
    expect(isBasicCode('00016421300Y')).toBe(true);
  });
});
