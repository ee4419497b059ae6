import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { items } from '@yimen/testkit/cases';
import {
  codeFor,
  codeSchemes,
  itemElements,
  readCoded,
  readElement,
  readPath,
  toJson,
  writeElement,
  writePath,
  type ItemElement,
} from './index.ts';

const national = fileURLToPath(
  new URL('../../../../../shared/data/codes/implementation_list_elements.csv', import.meta.url),
);
const there = existsSync(national);

const element = (field: string, part: ItemElement['part'] = 'item'): ItemElement => {
  const found = itemElements.find((one) => one.field === field && one.part === part);
  if (found === undefined) throw new Error(`no element ${field}`);
  return found;
};
const licence = toJson(items.licence);

interface Listed {
  readonly zh: string;
  readonly field: string;
  readonly part: ItemElement['part'];
  readonly mandatory: boolean;
}

const parts = { mat: 'material', fee: 'fee', qa: 'question' } as const;

/** A line of the list may name two elements: `town_code/town_name`. */
function listed(line: string): readonly Listed[] {
  const [zh = '', fields = '', , obligation = ''] = line.split(',');
  const part = Object.entries(parts).find(([mark]) => obligation.startsWith(mark))?.[1] ?? 'item';
  return fields.split('/').map((field) => ({ zh, field, part, mandatory: obligation.endsWith('M') }));
}

describe.skipIf(!there)('the national implementation list (not tested where shared data is absent)', () => {
  const rows = there ? readFileSync(national, 'utf8').trim().split(/\r?\n/).slice(1).flatMap(listed) : [];
  test('has 74 lines', () => {
    expect(readFileSync(national, 'utf8').trim().split(/\r?\n/)).toHaveLength(75);
  });
  test.each(rows)('$zh $field lives in the item model', ({ field, part, mandatory }) => {
    const found = element(field, part);
    const derived = ['is_fee', 'fee_basis', 'is_desc'];
    expect(found.paths.length > 0 || derived.includes(field)).toBe(true);
    expect(found.obligation === 'M').toBe(mandatory);
    if ('scheme' in found.type) expect(codeSchemes[found.type.scheme].zh).not.toBe('');
  });
  test('and the model names no element that the list does not have', () => {
    const known = new Set(rows.map(({ field, part }) => `${part} ${field}`));
    expect(itemElements.filter(({ field, part }) => !known.has(`${part} ${field}`))).toEqual([]);
  });
});

describe('a coded value', () => {
  test('means something only with its scheme: the same digit is two kinds of case', () => {
    expect(readCoded({ scheme: 'cn.projectType', code: '1' })).toEqual({ ok: true, value: 'instant' });
    expect(readCoded({ scheme: 'assort.projectType', code: '1' })).toEqual({ ok: true, value: 'promised' });
    expect(readCoded({ scheme: '', code: '1' })).toEqual({ ok: false, error: 'scheme_missing' });
    expect(readCoded({ scheme: 'somewhere', code: '1' })).toEqual({ ok: false, error: 'unknown_scheme' });
    expect(readCoded({ scheme: 'cn.projectType', code: '3' })).toEqual({ ok: false, error: 'unknown_code' });
  });
  test('is “other” where the scheme has no own code, and nothing where it has no other', () => {
    expect(codeFor('gd.resultType', 'certificate')).toBe('30');
    expect(codeFor('cn.projectType', 'joint')).toBeUndefined();
  });
});

describe('an element', () => {
  test.each([
    ['task_type', '01'],
    ['server_type', '1^9'],
    ['project_type', '2'],
    ['accept_condition', '有固定场所'],
    ['is_fee', '0'],
    ['is_online', '1'],
    ['promise_day', 10],
  ])('%s is read as the exchange has it', (field, value) => {
    expect(readElement(licence, element(field))).toBe(value);
  });
  test('that says nothing new changes nothing, though it was read from elsewhere', () => {
    const holder = writePath(licence, 'theme', '示例');
    for (const one of itemElements.filter(({ part }) => part === 'item')) {
      expect(writeElement(holder, one, readElement(holder, one))).toEqual({ ok: true, value: holder });
    }
  });
  test('that says something new is written in our words', () => {
    const written = writeElement(writePath(licence, 'theme', ''), element('server_type'), '1^2');
    expect(written.ok && readPath(written.value, 'implementation.serverTypes')).toEqual(['naturalPerson', 'company']);
  });
  test.each([
    ['task_type', '99'],
    ['promise_day', '十'],
    ['is_online', '是'],
    ['by_law', '行政许可法'],
  ])('%s of a wrong value is refused: %s', (field, value) => {
    expect(writeElement({}, element(field), value)).toEqual({ ok: false, error: { field, value } });
  });
});
