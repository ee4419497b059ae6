import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { day } from '@yimen/kernel';
import { isGuideEntry } from '@yimen/core/catalogue';
import { isCreditCode, jurisdiction } from '@yimen/core/people';
import { itemColumns } from './checkRow.ts';
import { parseItemsCsv, planImport } from './index.ts';

const options = { jurisdiction: jurisdiction('511602'), level: 'county', from: day('2026-01-01') } as const;
const file = fileURLToPath(
  new URL('../../../../../../../shared/data/catalogue/guangan_district_items_1135.csv', import.meta.url),
);

type Cells = Partial<Readonly<Record<(typeof itemColumns)[number], string>>>;
const sample: Required<Cells> = {
  department: '区经信局',
  main_item: '',
  item_name: '企业投资项目备案',
  task_type_code: '10',
  task_type: '其他行政权力',
  area_code12: '511602000000',
  item_code_raw: '511Z07001006-511602000000-000-11511301008778183N-1-00',
  catalog_code: '511Z07001006',
  dept_uscc: '11511301008778183N',
  source_url: 'http://www.example.gov.cn/item?code=1',
};
const rowOf = (changed: Cells): string => itemColumns.map((column) => ({ ...sample, ...changed })[column]).join(',');
const tableOf = (...rows: readonly Cells[]): string => [itemColumns.join(','), ...rows.map(rowOf)].join('\n');
const findingsOf = (...rows: readonly Cells[]) => parseItemsCsv(tableOf(...rows), options).findings;

describe('a list of items', () => {
  it('becomes guide entries that say what the list says and nothing more', () => {
    const { entries, findings } = parseItemsCsv(tableOf({}), options);
    expect(findings).toEqual([]);
    expect(entries).toEqual([
      {
        jurisdiction: '511602',
        id: sample.item_code_raw,
        version: 1,
        effectiveFrom: '2026-01-01',
        availability: 'guideOnly',
        name: '企业投资项目备案',
        kind: 'otherPower',
        level: 'county',
        authority: '区经信局',
        authorityName: '区经信局',
        codes: { local: sample.item_code_raw, catalogue: '511Z07001006', body: '11511301008778183N' },
        sourceUrl: sample.source_url,
      },
    ]);
    expect(entries.every(isGuideEntry)).toBe(true);
  });

  it.each([
    ['department', 'department_missing', { department: ' ' }],
    ['item_name', 'name_missing', { item_name: '' }],
    ['item_name', 'name_too_long', { item_name: '长'.repeat(201) }],
    ['task_type', 'unknown_type', { task_type: '行政审批' }],
    ['task_type_code', 'type_code_disagrees', { task_type_code: '1' }],
    ['area_code12', 'bad_division', { area_code12: '51160' }],
    ['area_code12', 'other_jurisdiction', { area_code12: '511603000000' }],
    ['item_code_raw', 'code_missing', { item_code_raw: '' }],
    ['dept_uscc', 'bad_credit_code', { dept_uscc: 'TE5116020105116050' }],
    ['item_code_raw', 'code_names_other_body', { dept_uscc: '11511301008778386B' }],
    ['source_url', 'bad_url', { source_url: 'javascript:alert(1)' }],
  ] as const)('refuses a row for its %s: %s', (column, reason, changed) => {
    expect(findingsOf(changed)).toMatchObject([{ row: 2, column, reason, taken: false }]);
    expect(parseItemsCsv(tableOf(changed), options).entries).toEqual([]);
  });

  it('takes the first of two rows with one code and refuses the second, by its line', () => {
    const { entries, findings } = parseItemsCsv(tableOf({}, { item_name: '又一个' }), options);
    expect(entries.map(({ name }) => name)).toEqual(['企业投资项目备案']);
    expect(findings).toMatchObject([{ row: 3, column: 'item_code_raw', reason: 'duplicate_code', taken: false }]);
  });

  it('takes a row without a credit code, and says that it has none', () => {
    const { entries, findings } = parseItemsCsv(tableOf({ dept_uscc: '', catalog_code: '' }), options);
    expect(entries[0]?.codes).toEqual({ local: sample.item_code_raw });
    expect(findings).toEqual([{ row: 2, column: 'dept_uscc', reason: 'credit_code_missing', taken: true }]);
  });

  it('tells which column is missing, which row is torn, and what is no CSV', () => {
    const without = tableOf({}).replace('item_name', 'name');
    expect(parseItemsCsv(without, options).findings).toMatchObject([{ column: 'item_name', reason: 'column_missing' }]);
    expect(parseItemsCsv(`${tableOf({})}\n一,二`, options).findings).toMatchObject([{ row: 3, reason: 'cell_count' }]);
    expect(parseItemsCsv(`${tableOf({})}\n"没有结束`, options).findings).toMatchObject([{ reason: 'not_csv' }]);
    expect(parseItemsCsv('', options).entries).toEqual([]);
  });

  it('reads a list saved by a spreadsheet: byte order mark, CRLF, quoted cells, columns in another order', () => {
    const columns = itemColumns.toReversed();
    const cells = columns.map((column) => `"${sample[column]}"`).join(',');
    const { entries, findings } = parseItemsCsv(`\uFEFF${columns.join(',')}\r\n${cells}\r\n`, options);
    expect([entries.length, findings]).toEqual([1, []]);
  });

  it('changes nothing when it is run a second time, on whatever day', () => {
    const first = parseItemsCsv(tableOf({}), options).entries;
    const later = parseItemsCsv(tableOf({}), { ...options, from: day('2026-05-01') }).entries;
    expect(planImport(first, [])).toMatchObject({ added: first, changed: [], unchanged: 0 });
    expect(planImport(later, first)).toEqual({ added: [], changed: [], unchanged: 1 });
  });

  it('publishes the next version of an entry that reads differently', () => {
    const first = parseItemsCsv(tableOf({}), options).entries;
    const renamed = parseItemsCsv(tableOf({ item_name: '企业投资项目备案（技改）' }), options).entries;
    expect(planImport(renamed, first).changed).toMatchObject([{ version: 2, name: '企业投资项目备案（技改）' }]);
  });
});

describe.skipIf(!existsSync(file))('the real list of 广安区 (skipped without the shared data)', () => {
  it('is taken but for the rows of one placeholder code, and says of each why', () => {
    const { entries, departments, findings } = parseItemsCsv(readFileSync(file, 'utf8'), options);
    const refused = findings.filter(({ taken }) => !taken);
    expect(entries.length).toBe(1128);
    expect(refused.length).toBe(7);
    expect(new Set(refused.map(({ reason, value }) => `${reason} ${value ?? ''}`))).toEqual(
      new Set(['bad_credit_code TE5116020105116050']),
    );
    expect(refused.map(({ row }) => row)).toContain(1134);
    expect(findings.filter(({ reason }) => reason === 'credit_code_missing').length).toBe(147);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(1128);
    expect(departments.length).toBe(33);
    expect(departments.every(({ creditCode }) => creditCode === undefined || isCreditCode(creditCode))).toBe(true);
    expect(departments.find(({ name }) => name === '区人社局')?.creditCode).toBe('11511301008778239R');
    expect(planImport(entries, entries)).toEqual({ added: [], changed: [], unchanged: 1128 });
  });
});
