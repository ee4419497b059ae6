import type { DecisionTable, HitPolicy } from '@yimen/core/catalogue';
import { items } from '@yimen/demo';
import { DmnModdle } from 'dmn-moddle';
import { describe, expect, test } from 'vitest';
import { readDmn, writeDmn } from './index.ts';

const head = { id: 'sample', name: '示例 <&> 事项', version: 1 };
const table = (hitPolicy: HitPolicy): DecisionTable => ({
  id: `裁量 ${hitPolicy}`,
  name: '裁量标准',
  hitPolicy,
  inputs: [{ id: 'volume', label: '取水量', expression: 'annualVolume' }],
  outputs: [
    { id: 'years', label: '有效期限（年）' },
    { id: 'meeting', label: '是否集体讨论' },
  ],
  rules: [
    { id: 'small', when: ['< 100'], then: ['10', 'false'], note: '示例条例第三条' },
    { id: 'other', when: ['-'], then: ['5', 'true'] },
  ],
});
const policies = (['U', 'A', 'F', 'C'] as const).map(table);
const bring = (text: string) => readDmn(Buffer.from(text));

describe('discretion tables as DMN', () => {
  test('go out and in again without a difference, each hit policy', async () => {
    expect(await bring(await writeDmn(policies, head))).toEqual({ ok: true, value: policies });
  });

  test('every demonstration item with tables keeps them on the way out and in', async () => {
    const having = items.filter(({ discretion = [] }) => discretion.length > 0);
    expect(having.length).toBeGreaterThan(0);
    for (const item of having)
      expect(await bring(await writeDmn(item.discretion ?? [], item))).toEqual({ ok: true, value: item.discretion });
  });

  test('are opened by dmn-moddle without a warning', async () => {
    const { rootElement, warnings } = await new DmnModdle().fromXML(await writeDmn(policies, head));
    expect(warnings).toEqual([]);
    expect(rootElement.get('drgElement')).toHaveLength(policies.length);
  });

  test.each<readonly [string, string, (xml: string) => string]>([
    ['another hit policy', '不支持命中策略 PRIORITY', (xml) => xml.replace('hitPolicy="ANY"', 'hitPolicy="PRIORITY"')],
    [
      'a rule with a cell too few',
      '单元格数与列数不符',
      (xml) => xml.replace(/<dmn:inputEntry[\s\S]*?<\/dmn:inputEntry>/, ''),
    ],
    ['a document type', 'DOCTYPE', (xml) => xml.replace('?>', '?>\n<!DOCTYPE x>')],
    ['broken XML', 'XML 格式有误', (xml) => xml.replace('</dmn:definitions>', '')],
  ])('%s is refused with its line', async (_what, words, spoil) => {
    const spoilt = spoil(await writeDmn(policies, head));
    const read = await bring(spoilt);
    if (read.ok) throw new Error('it was read');
    expect(read.error.words.zh).toContain(words);
    expect(read.error.line).toBeGreaterThan(1);
  });

  test('other XML holds no decision', async () => {
    expect(await bring('<a/>')).toMatchObject({ error: { words: { en: 'there is no DMN 1.3 decision in the file' } } });
  });
});
