import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { items as demoItems } from '@yimen/demo';
import { diffItems, isGuideEntry, type PublishedItem } from '@yimen/core/catalogue';
import { readWorkbook, writeWorkbook, type ReadWorkbook } from './index.ts';

const all = demoItems.map((item) => ({ ...item, availability: 'applicable' as const }));
const nothing = (): undefined => undefined;
const few = all.slice(0, 3);
const [first, second] = few;
if (first === undefined || second === undefined) throw new Error('the demonstration has items');

/** The workbook after somebody worked in it. */
async function edited(change: (workbook: ExcelJS.Workbook) => void): Promise<ReadWorkbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await writeWorkbook(few)).buffer);
  change(workbook);
  return readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()), nothing);
}

function cell(workbook: ExcelJS.Workbook, sheet: string, row: number, column: string): ExcelJS.Cell {
  const found = workbook.getWorksheet(sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  let at = 0;
  found.getRow(1).eachCell((header, number) => {
    if (header.text === column) at = number;
  });
  return found.getCell(row, at);
}

const codes = ({ findings }: ReadWorkbook): readonly string[] =>
  findings.map(({ sheet, row, column, code }) => `${sheet} ${String(row)} ${column} ${code}`);
const changes = (read: ReadWorkbook, item: PublishedItem): readonly string[] => {
  const after = read.items.find(({ id }) => id === item.id);
  return after === undefined ? [] : diffItems(item, after).map(({ words }) => words.zh);
};

describe('a workbook of items', () => {
  it('goes out and in again without a difference, every demonstration item', async () => {
    const read = await readWorkbook(await writeWorkbook(all), nothing);
    expect(read.findings).toEqual([]);
    expect(read.items).toEqual(all);
  });

  it('offers the words of every code list as a drop-down', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(await writeWorkbook([])).buffer);
    expect(cell(workbook, '事项', 2, '办件类型').dataValidation).toMatchObject({ type: 'list' });
  });

  it('takes what was typed, and only that', async () => {
    const read = await edited((workbook) => {
      cell(workbook, '事项', 2, '承诺办结时限').value = 3;
      cell(workbook, '事项', 3, '事项名称').value = '新名称';
      cell(workbook, '材料', 2, '材料必要性').value = '非必要';
    });
    expect(read.findings).toEqual([]);
    expect(changes(read, first)).toHaveLength(2);
    expect(changes(read, second)).toEqual([`事项名称由“${second.name}”改为“新名称”`]);
  });

  it('reads a day however a person wrote it', async () => {
    const read = await edited((workbook) => {
      cell(workbook, '事项', 2, '计划生效日期').value = '2026年5月1日';
      const day = cell(workbook, '事项', 3, '计划生效日期');
      day.value = new Date('2026-05-02');
      day.style = { numFmt: 'yyyy-mm-dd' };
    });
    expect(read.items.slice(0, 2).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-05-01', '2026-05-02']);
  });

  it.each<readonly [string, string, (workbook: ExcelJS.Workbook) => void]>([
    ['another sheet', '事项 0  sheet_missing', (book) => book.removeWorksheet('事项')],
    ['an id twice', '事项 3 事项编号 duplicate_code', (book) => (cell(book, '事项', 3, '事项编号').value = first.id)],
    [
      'a formula',
      '事项 2 事项名称 formula',
      (book) => (cell(book, '事项', 2, '事项名称').value = { formula: 'A1', result: 'x' }),
    ],
    ['merged cells', '事项 2 承诺办结时限 merged_cells', (book) => merge(book, '承诺办结时限')],
    [
      'a word for a number',
      '事项 2 承诺办结时限 not_understood',
      (book) => (cell(book, '事项', 2, '承诺办结时限').value = '十天'),
    ],
    [
      'a day that is none',
      '事项 2 计划生效日期 not_understood',
      (book) => (cell(book, '事项', 2, '计划生效日期').value = '明年'),
    ],
    ['a code no list has', '事项 2 办件类型 not_understood', (book) => (cell(book, '事项', 2, '办件类型').value = '1')],
    [
      'a material of nobody',
      '材料 2 事项编号 unknown_item',
      (book) => (cell(book, '材料', 2, '事项编号').value = 'nobody'),
    ],
    [
      'no column of ids',
      '材料 1 材料编号 column_missing',
      (book) => (cell(book, '材料', 1, '材料编号').value = '编号'),
    ],
  ])('%s is told with sheet, row and column', async (_what, told, change) => {
    expect(codes(await edited(change))).toContain(told);
  });

  it('names items that stand above each other in a circle', async () => {
    const under = (item: typeof first, parent: string): PublishedItem => ({
      ...item,
      implementation: { ...item.implementation, tree: { parent } },
    });
    const read = await readWorkbook(await writeWorkbook([under(first, second.id), under(second, first.id)]), nothing);
    expect(codes(read)).toEqual(['事项 2 事项编号 circular', '事项 3 事项编号 circular']);
    expect(read.items).toEqual([]);
  });

  it('a row with something wrong is left out, the others are read', async () => {
    const read = await edited((workbook) => (cell(workbook, '事项', 2, '承诺办结时限').value = '十天'));
    expect(read.items.map(({ id }) => id)).toEqual(few.slice(1).map(({ id }) => id));
  });

  it('is refused as a whole where it is no workbook', async () => {
    for (const bytes of [Buffer.from([0, 1, 2]), Buffer.alloc(0), Buffer.from('PK\u0003\u0004')]) {
      expect((await readWorkbook(bytes, nothing)).findings).toMatchObject([{ code: 'not_a_workbook' }]);
    }
  });

  it('shows markup in a name as what was typed', async () => {
    const name = '<script>alert(1)</script>';
    const read = await edited((workbook) => (cell(workbook, '事项', 2, '事项名称').value = name));
    expect(read.items[0]?.name).toBe(name);
    expect(read.items.every((item) => !isGuideEntry(item))).toBe(true);
  });
});

function merge(workbook: ExcelJS.Workbook, column: string): void {
  const { row, col } = cell(workbook, '事项', 2, column);
  workbook.getWorksheet('事项')?.mergeCells(Number(row), Number(col), Number(row) + 1, Number(col));
}
