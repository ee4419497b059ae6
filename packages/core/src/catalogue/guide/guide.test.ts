import { describe, expect, test } from 'vitest';
import { ok, refuse, type Result } from '@yimen/kernel';
import { evaluate, items } from '@yimen/testkit/cases';
import {
  checklistSheet,
  guideFacts,
  guideSheet,
  manualSheet,
  situate,
  situationQuestions,
  type Answers,
  type GuideSheet,
  type ServiceItem,
} from '../index.ts';

const { licence } = items;
const names = new Map([[licence.authority as string, '示例市住房和城乡建设局']]);
const sheetOf = (item: ServiceItem, language: 'zh' | 'en' = 'zh'): GuideSheet =>
  guideSheet(guideFacts(item, names), language);
const section = (sheet: GuideSheet, id: string) => sheet.sections.find((one) => one.id === id);
const text = (sheet: GuideSheet, id: string): string | undefined =>
  sheet.sections.flatMap(({ facts }) => facts).find((fact) => fact.id === id)?.text;
const judge = (feel: string, answers: Answers): Result<boolean, string> => {
  const asked = Object.keys(answers).some((id) => feel.includes(id));
  return asked ? ok(evaluate(feel, answers)) : refuse('not answered');
};

describe('the guide of an item', () => {
  test('has the eight things of Art. 30 and says each of them', () => {
    const sheet = sheetOf(licence);
    expect(sheet.title).toBe(licence.name);
    for (const id of ['basis', 'conditions', 'quantity', 'procedure', 'limits', 'materials', 'form'])
      expect(section(sheet, id)?.facts.length, id).toBeGreaterThan(0);
    expect(section(sheet, 'materials')?.facts).toHaveLength(licence.materials.length);
  });

  test('says who does it, where, until when, for what fee, and whom to complain to', () => {
    const sheet = sheetOf(licence);
    expect(text(sheet, 'item.authority')).toBe('示例市住房和城乡建设局');
    expect(text(sheet, 'contact.hours')).toBe(licence.service.hours);
    expect(text(sheet, 'contact.complaint')).toBe(licence.service.complaintPhone);
    expect(text(sheet, 'limits.promised')).toBe('10 个工作日');
    expect(text(sheet, 'remedies.reconsideration')).toContain('六十日内');
    expect(text(sheet, 'remedies.court')).toContain('六个月内');
  });

  test('says the same things in both languages, in the same order', () => {
    const ids = (sheet: GuideSheet) => sheet.sections.flatMap(({ facts }) => facts.map(({ id }) => id));
    expect(ids(sheetOf(licence, 'en'))).toEqual(ids(sheetOf(licence)));
    expect(text(sheetOf(licence, 'en'), 'limits.statutory')).toBe('20 working days');
  });

  test('gives every fact an id of its own', () => {
    const ids = sheetOf(licence).sections.flatMap(({ facts }) => facts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('shows a material under a condition with the question in words, and a fee with its basis', () => {
    const [fee] = licence.fees;
    const sheet = sheetOf({
      ...licence,
      fees: [
        {
          name: '工本费',
          standard: '每本 10 元',
          basis: { law: '示例条例', article: '第三条', rank: 'administrativeRegulation' },
          relief: { standard: '低保户免收', basis: '示例条例第四条' },
        },
      ],
    });
    expect(fee).toBeUndefined();
    expect(text(sheet, 'materials.lease')).toContain('仅当：');
    expect(section(sheet, 'fees')?.facts[0]).toMatchObject({
      label: '工本费',
      notes: ['依据：《示例条例》第三条', '减免：低保户免收（示例条例第四条）'],
    });
  });

  test('says an entrusted authority, joint bodies, intermediaries and questions where there are any', () => {
    const sheet = sheetOf({
      ...licence,
      implementation: {
        entrustment: { principal: '省局', agent: '市局', basis: '示例条例第五条', from: licence.effectiveFrom },
        jointBodies: ['消防救援支队'],
        intermediaries: [{ name: '检测', basis: '示例条例第六条', paidBy: 'authority' }],
        questions: [{ question: '要本人去吗', answer: '不用' }],
        service: { visits: 0, online: true },
      },
    });
    expect(text(sheet, 'item.entrustment')).toContain('市局受省局委托');
    expect(text(sheet, 'item.joint')).toBe('消防救援支队');
    expect(text(sheet, 'intermediaries.1')).toBe('行政机关付费');
    expect(text(sheet, 'questions.1')).toBe('不用');
    expect(text(sheet, 'contact.visits')).toBe('0 次');
  });
});

describe('a checklist of one’s own', () => {
  const facts = guideFacts(licence, names);
  const detail = facts.detail ?? expect.fail('a full item has details');
  const listOf = (answers: Answers): GuideSheet => {
    const situated = situate(licence, answers, judge);
    if (!situated.ok) throw new Error(situated.error.message);
    return checklistSheet({ ...facts, detail }, { situated: situated.value, answers }, 'zh');
  };
  const papers = (sheet: GuideSheet) => section(sheet, 'materials')?.facts.map(({ id }) => id) ?? [];

  test('asks only what some condition depends on', () => {
    expect(situationQuestions(detail).map(({ id }) => id)).toEqual(['rented']);
    expect(situationQuestions({ ...detail, materials: [] })).toEqual([]);
  });

  test('lists what the answers choose, and no condition any more', () => {
    expect(papers(listOf({ rented: false }))).not.toContain('materials.lease');
    const rented = listOf({ rented: true });
    expect(papers(rented)).toContain('materials.lease');
    expect(text(rented, 'materials.lease')).toMatch(/^必要/);
    expect(text(rented, 'situation.rented')).toBe('是');
  });

  test('says of an open question that what depends on it is not listed', () => {
    const open = listOf({});
    expect(papers(open)).not.toContain('materials.lease');
    expect(text(open, 'situation.rented')).toContain('没有回答');
  });

  test('has days, fees and where to go', () => {
    expect(listOf({ rented: true }).sections.map(({ id }) => id)).toEqual([
      'situation',
      'limits',
      'materials',
      'fees',
      'contact',
    ]);
  });
});

describe('the handling manual of a department', () => {
  const facts = guideFacts(items.parallelItem, names);
  const detail = facts.detail ?? expect.fail('a full item has details');
  const table = {
    id: 'size',
    name: '规模裁量',
    hitPolicy: 'U',
    inputs: [{ id: 'area', label: '面积', expression: 'area' }],
    outputs: [{ id: 'visit', label: '踏勘' }],
    rules: [
      { id: 'r1', when: ['> 100'], then: ['"需要"'], note: '示例条例第七条' },
      { id: 'r2', when: ['-'], then: ['"不需要"'] },
    ],
  } as const;
  const manual = manualSheet({ ...facts, detail }, { discretion: [table], templates: ['受理通知书'] }, 'zh');

  test('has the whole public guide first, word for word', () => {
    const guide = guideSheet(facts, 'zh');
    expect(manual.sections.slice(0, guide.sections.length)).toEqual(guide.sections);
  });

  test('has posts with their limits, the criteria rule by rule, and the papers', () => {
    expect(text(manual, 'posts.examine')).toContain('5 个工作日内完成');
    expect(section(manual, 'criteria')?.facts.map((fact) => fact.text)).toEqual([
      '面积 > 100 → 踏勘 "需要"',
      '任何情形 → 踏勘 "不需要"',
    ]);
    expect(section(manual, 'templates')?.facts.map((fact) => fact.text)).toEqual(['受理通知书']);
  });

  test('names the integrity risk points where there are any', () => {
    expect(section(manual, 'risks')).toBeUndefined();
    const [first] = detail.steps;
    if (first === undefined) throw new Error('the item has no step');
    const risky = { ...detail, steps: [{ ...first, integrityRiskPoint: '自由裁量' }] };
    const watched = manualSheet({ ...facts, detail: risky }, { discretion: [], templates: [] }, 'zh');
    expect(section(watched, 'risks')?.facts[0]?.text).toBe('自由裁量');
  });
});
