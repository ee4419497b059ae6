import { describe, expect, it } from 'vitest';
import { caseView } from '../../test/caseFixtures.ts';
import { session } from '../../test/fixtures.ts';
import { contextOf } from '../cases/context.ts';
import { initialValues } from '../forms/fields.ts';
import type { ActContext } from './spec.ts';
import { actTable, compose, isDeskAct, type DeskAct } from './table.ts';

const context: ActContext = contextOf(caseView(), session(), 'review');
const TYPED: Readonly<Record<string, string>> = {
  reason: '理由',
  basis: '《行政许可法》第三十二条',
  opinion: '意见',
  agreed: 'yes',
  toldBy: 'faceToFace',
  complete: 'yes',
  to: 'wang.lei',
  toStepId: 'review',
  servedBy: 'inPerson',
  result: '评审通过',
  days: '5',
  outcome: 'grant',
  facts: '事实',
  title: '例会',
  conclusion: '同意',
  proof: '当面签收',
};

describe('the form of every act', () => {
  it.each(Object.keys(actTable).filter(isDeskAct))('%s makes a command of the contract', (act: DeskAct) => {
    const values = { ...initialValues(actTable[act].fields(context)), ...TYPED };
    const defects = [{ defect: '未提交《施工合同》', standard: '双方签章齐全' }];
    const command = compose(act, { values, context, extra: { materials: [], defects } });
    expect(command).toMatchObject({ ok: true, value: { type: act } });
  });

  it('says which field is not of the contract’s shape', () => {
    const values = { ...initialValues(actTable.extend.fields(context)), days: 'viele', reason: '理由' };
    const command = compose('extend', { values, context, extra: { materials: [], defects: [] } });
    expect(command.ok ? [] : Object.keys(command.error)).toEqual(['days']);
  });

  it('carries the remedies with a refusal and not with a grant', () => {
    const values = { ...initialValues(actTable.proposeDecision.fields(context)), ...TYPED };
    const extra = { materials: [], defects: [] };
    const grant = compose('proposeDecision', { values, context, extra });
    const refuse = compose('proposeDecision', { values: { ...values, outcome: 'refuse' }, context, extra });
    expect(grant.ok && 'remedies' in grant.value).toBe(false);
    expect(refuse).toMatchObject({ value: { remedies: { reconsiderationBody: '安阳市人民政府' } } });
  });

  it('has words in both languages for everything it shows', () => {
    const words = Object.values(actTable).flatMap(({ title, explain, fields }) => [
      title,
      ...(explain === undefined ? [] : [explain]),
      ...fields(context).flatMap(({ label, hint }) => [label, ...(hint === undefined ? [] : [hint])]),
    ]);
    for (const { zh, en } of words) {
      expect(zh).not.toBe('');
      expect(en).toMatch(/^[\x20-\x7e“”’]+$/u);
    }
  });
});
