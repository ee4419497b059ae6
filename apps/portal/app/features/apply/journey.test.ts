import type { DraftContent, Guide } from '@yimen/contract';
import { describe, expect, test } from 'vitest';
import { checkAnswers } from './checks.ts';
import { filingOf, pageOfField } from './filing.ts';
import { journeyOf, missingMaterials, pathAfter, pathBefore } from './journey.ts';
import { checkSections } from './rows.ts';

type Detail = NonNullable<Guide['detail']>;

const limit = { count: 7, unit: 'workingDay', startsOn: 'receipt', basis: '建筑法第八条' } as const;
const detail: Detail = {
  serves: ['naturalPerson', 'organisation'],
  bases: [],
  conditions: [],
  materials: [
    {
      id: 'm1',
      name: '施工合同',
      basis: '建筑法第八条',
      source: 'applicant',
      form: 'copy',
      copies: 1,
      necessity: 'required',
      acceptanceRules: ['双方盖章'],
    },
    {
      id: 'm2',
      name: '说明',
      basis: '建筑法第八条',
      source: 'applicant',
      form: 'copy',
      copies: 1,
      necessity: 'optional',
      acceptanceRules: [],
    },
  ],
  form: [
    {
      id: 'works',
      title: '工程',
      questions: [
        { id: 'area', label: '建筑面积', type: 'number', required: true },
        { id: 'begins', label: '开工日期', type: 'day', required: false },
        { id: 'highRise', label: '是否高层', type: 'yesNo', required: true },
      ],
    },
  ],
  situationQuestions: [],
  steps: [],
  legalReview: false,
  meeting: false,
  limitVariants: [],
  specialProcedures: [],
  limits: { acceptance: limit, statutory: limit, promised: limit, delivery: limit },
  fees: [],
  result: { name: '施工许可证', form: 'licence' },
  service: { windows: [], address: '', hours: '', phone: '', complaintPhone: '' },
  remedies: { reconsiderationBody: '', court: '' },
};

const empty: DraftContent = { applicant: {}, answers: {}, materials: [] };
const company: DraftContent['applicant'] = {
  kind: 'organisation',
  hasAgent: 'yes',
  name: '演示公司',
  creditCode: '91410500ma00000000',
  legalRepresentative: '张三',
  contactName: '李四',
  phone: '0372-0000000',
  agentName: '王五',
  agentPaper: 'passport',
  agentPaperNumber: 'e12345678',
  agentPhone: '13800000000',
  agentMandate: '申请和领取',
};

describe('the pages of an application', () => {
  test('ask one question group per page, and about an agent only when there is one', () => {
    expect(journeyOf(detail, empty).map((page) => page.path)).toEqual([
      'who',
      'applicant',
      'questions/works',
      'materials',
    ]);
    expect(journeyOf(detail, { ...empty, applicant: company }).map((page) => page.path)).toEqual([
      'who',
      'applicant',
      'agent',
      'questions/works',
      'materials',
    ]);
  });
  test('lead on to the next page, or back to the check page when one came from there', () => {
    const pages = journeyOf(detail, empty);
    expect(pathAfter(pages, 'who', false)).toBe('applicant');
    expect(pathAfter(pages, 'materials', false)).toBe('check');
    expect(pathAfter(pages, 'who', true)).toBe('check');
    expect(pathBefore(pages, 'check')).toBe('materials');
    expect(pathBefore(pages, 'who')).toBe('');
  });
  test('name required materials that are missing, not optional ones', () => {
    expect(missingMaterials(detail, empty)).toEqual(['施工合同']);
  });
});

describe('answers', () => {
  const { questions } = detail.form[0] ?? { questions: [] };
  test.each([
    [{ area: '一百', highRise: 'no' }, 'area'],
    [{ area: '100', highRise: 'no', begins: '2026-02-30' }, 'begins'],
    [{ area: '100' }, 'highRise'],
  ])('%j is wrong in %s', (answers, field) => {
    expect(checkAnswers(questions, answers as Record<string, string>).map((error) => error.field)).toEqual([field]);
  });
  test('an optional question may stay empty', () => {
    expect(checkAnswers(questions, { area: '100.5', highRise: 'yes' })).toEqual([]);
  });
});

describe('filing', () => {
  const content: DraftContent = {
    applicant: company,
    answers: { area: ' 100.5 ', highRise: 'yes', begins: '' },
    materials: [],
  };
  test('carries numbers as numbers, yes and no as truth, codes in capitals, and no empty answers', () => {
    expect(filingOf('d1', detail, content)).toMatchObject({
      commandId: 'file-d1',
      applicant: {
        kind: 'organisation',
        creditCode: '91410500MA00000000',
        agent: { paper: 'passport', paperNumber: 'E12345678' },
      },
      answers: { area: 100.5, highRise: true },
    });
    expect(Object.keys(filingOf('d1', detail, content).answers)).toEqual(['area', 'highRise']);
  });
  test('a refused field leads to the page on which it is mended', () => {
    expect(pageOfField('applicant.creditCode', detail)).toBe('applicant');
    expect(pageOfField('applicant.agent.paperNumber', detail)).toBe('agent');
    expect(pageOfField('answers.area', detail)).toBe('questions/works');
  });
  test('the check page shows everything that will be submitted', () => {
    const rows = checkSections(detail, content).flatMap((section) => section.rows);
    expect(rows.map((row) => row.value)).toEqual(expect.arrayContaining(['演示公司', '护照', ' 100.5 ', '是']));
    expect(rows.every((row) => row.page !== '' && row.field !== '')).toBe(true);
  });
});
