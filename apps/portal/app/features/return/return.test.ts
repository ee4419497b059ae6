import type { Draft, Guide } from '@yimen/contract';
import { describe, expect, it } from 'vitest';
import { changedElsewhere } from '../apply/draft.ts';
import { touchedElsewhere } from './elsewhere.ts';
import { answersKept, itemChanges } from './itemChanges.ts';

type Detail = NonNullable<Guide['detail']>;

const days = (count: number) => ({ count, unit: 'workingDay', startsOn: 'acceptance', basis: '' }) as const;
const material = (id: string, name: string, rule: string) => ({
  id,
  name,
  basis: '',
  source: 'applicant' as const,
  form: 'copy' as const,
  copies: 1,
  necessity: 'required' as const,
  acceptanceRules: [rule],
});
const question = (id: string, label: string) => ({ id, label, type: 'text' as const, required: true });

const before: Detail = {
  serves: ['organisation'],
  bases: [],
  conditions: ['已办理用地手续'],
  materials: [material('land', '用地批准手续', '盖章'), material('plan', '规划许可证', '清晰')],
  form: [{ id: 'g', title: '工程', questions: [question('site', '地点'), question('old', '旧问题')] }],
  situationQuestions: [],
  steps: [],
  legalReview: false,
  meeting: false,
  limitVariants: [],
  specialProcedures: [],
  limits: { acceptance: days(5), statutory: days(20), promised: days(10), delivery: days(10) },
  fees: [],
  result: { name: '许可证', form: 'licence' },
  service: { windows: ['1号'], address: '', hours: '', phone: '', complaintPhone: '' },
  remedies: { reconsiderationBody: '', court: '' },
};
const after: Detail = {
  ...before,
  materials: [material('land', '用地批准手续', '盖章并写日期'), material('contract', '施工合同', '双方盖章')],
  form: [{ id: 'g', title: '工程', questions: [question('site', '地点'), question('cost', '造价')] }],
  limits: { ...before.limits, promised: days(7) },
};

describe('an applicant who comes back to an item that changed', () => {
  it('is told each change of limits, materials and questions, and nothing else', () => {
    expect(itemChanges(before, after).map(({ zh }) => zh)).toEqual([
      '承诺办结时限：由 10 个工作日 改为 7 个工作日',
      '新增材料：施工合同',
      '不再需要材料：规划许可证',
      '材料要求有改动：用地批准手续',
      '新增要填的内容：造价',
      '不再要填：旧问题',
    ]);
    expect(itemChanges(before, before)).toEqual([]);
  });

  it('keeps every answer, and is told which are asked no longer', () => {
    const materials = [{ requirementId: 'plan', copies: 1, form: 'copy' as const }];
    const content = { applicant: {}, answers: { site: '一号地', old: '旧', cost: '' }, materials };
    expect(answersKept(content, before, after)).toEqual({ kept: 1, unasked: ['旧问题', '规划许可证'] });
  });
});

describe('two devices on one draft', () => {
  const draft: Draft = {
    draftId: 'd',
    jurisdiction: '410500',
    itemId: 'i',
    itemVersion: 1,
    content: { applicant: { name: '甲', phone: '2' }, answers: {}, materials: [] },
    savedAt: '',
    revision: 7,
    touched: {
      'applicant.name': { revision: 3, device: 'desk' },
      'applicant.phone': { revision: 7, device: 'phone' },
    },
    resumeCode: '',
  };
  const typing = (typed: Record<string, string>, base: number) => ({ part: 'applicant' as const, typed, base });

  it('what another device typed after the page was loaded is not undone in silence', () => {
    expect(changedElsewhere(draft, typing({ name: '乙', phone: '1' }, 5), 'desk')).toEqual(['phone']);
    expect(changedElsewhere(draft, typing({ phone: '1' }, 7), 'desk')).toEqual([]);
    expect(changedElsewhere(draft, typing({ phone: '1' }, 5), 'phone')).toEqual([]);
    expect(changedElsewhere(draft, typing({ phone: '2' }, 5), 'desk')).toEqual([]);
  });

  it('says on return what the other device typed since this one looked', () => {
    expect(touchedElsewhere(draft, { device: 'desk', seen: 5 })).toEqual(['applicant.phone']);
    expect(touchedElsewhere(draft, { device: 'desk', seen: 7 })).toEqual([]);
    expect(touchedElsewhere(draft, { device: 'phone', seen: 0 })).toEqual(['applicant.name']);
  });
});
