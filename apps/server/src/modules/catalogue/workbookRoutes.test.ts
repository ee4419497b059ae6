import { DeskItem, WorkbookPreview } from '@yimen/contract';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOf, desk, people, promised } from '../../test/changes.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { uploadsOf } from '../../test/uploads.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 120_000);
afterAll(() => hall.close());

const { read, draft } = changesOf(() => hall);
const { upload } = uploadsOf(() => hall);
const WATER = 'water-abstraction';
const at = `${desk}/workbook`;
type Who = 'editor' | 'water';

/** The workbook as it leaves the hall, after somebody worked in it. */
async function worked(who: Who, change: (workbook: ExcelJS.Workbook) => void, query = ''): Promise<Buffer> {
  const answer = await hall.as(people[who]).get(`${at}${query}`);
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(answer.rawPayload).buffer);
  change(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
async function send(who: Who, path: string, bytes: Buffer): Promise<WorkbookPreview> {
  const answer = await upload(path, 'items.xlsx', bytes, { cookie: `yimen_session=${people[who]}` });
  expect(answer.statusCode, answer.body).toBe(200);
  return WorkbookPreview.parse(answer.json());
}
const look = (who: Who, bytes: Buffer): Promise<WorkbookPreview> => send(who, `${at}/preview`, bytes);
const take = (who: Who, bytes: Buffer, query = ''): Promise<WorkbookPreview> => send(who, `${at}${query}`, bytes);
const draftCount = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from catalogue.draft`.execute(hall.shell.db);
  return rows[0]?.n ?? 0;
};
const headed = (sheet: ExcelJS.Worksheet, title: string): number => {
  let column = 0;
  sheet.getRow(1).eachCell((cell, number) => {
    if (cell.text === title) column = number;
  });
  return column;
};
const sheetOf = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet =>
  workbook.getWorksheet('事项') ?? workbook.addWorksheet('x');
const put =
  (title: string, value: ExcelJS.CellValue, row = 2) =>
  (workbook: ExcelJS.Workbook) => {
    const sheet = sheetOf(workbook);
    sheet.getCell(row, headed(sheet, title)).value = value;
  };
/** Types into the row of the water item. */
const water = (title: string, value: ExcelJS.CellValue) => (workbook: ExcelJS.Workbook) => {
  sheetOf(workbook).eachRow((row, number) => {
    if (row.getCell(1).text === WATER) put(title, value, number)(workbook);
  });
};

describe('a department’s items in a spreadsheet', () => {
  test('the head takes out the department’s own items and no others, brings them back changed, and first sees what changes', async () => {
    const file = await worked('water', water('承诺办结时限', 11));
    const preview = await look('water', file);
    expect(preview).toMatchObject({
      faults: [],
      drafted: false,
      items: [{ id: WATER, kind: 'changed', fiveSteps: true }],
    });
    expect(preview.items[0]?.changes.map(({ words }) => words.zh)).toEqual([
      expect.stringContaining('承诺办结时限由“20个工作日'),
    ]);
    expect(await draftCount()).toBe(0);
    expect(await take('water', file)).toMatchObject({ drafted: true, items: [{ id: WATER }] });
    const item = await read('editor', `${desk}/items/${WATER}`, DeskItem);
    expect(item.draft).toMatchObject({
      revision: 1,
      by: people.water,
      content: { limits: { promised: { count: 11 } } },
    });
    expect(item.versions.map(({ version }) => version)).toEqual([1]);
  });

  test('brought again it changes nothing; what others drafted since is joined, and where both typed it is refused', async () => {
    const file = await worked('water', water('承诺办结时限', 11));
    expect(await take('water', file)).toMatchObject({ items: [], drafted: true });
    await draft('editor', WATER, promised(12));
    const before = await draftCount();
    const refused = await take('water', file);
    expect(refused).toMatchObject({ drafted: false, items: [{ kind: 'refused' }] });
    expect(refused.items[0]?.refused[0]?.zh).toContain('草稿已由他人改动');
    const hours = await worked('water', water('办理时间', '9:00—17:00'));
    expect(await take('water', hours)).toMatchObject({ drafted: true });
    expect((await read('editor', `${desk}/items/${WATER}`, DeskItem)).draft.content).toMatchObject({
      limits: { promised: { count: 12 } },
      service: { hours: '9:00—17:00' },
    });
    expect(await draftCount()).toBe(before + 1);
  });

  test('another department’s item is refused, and so is everything beside it in the file', async () => {
    const file = await worked('editor', put('事项名称', '改名'));
    const before = await draftCount();
    const refused = await take('water', file);
    expect(refused).toMatchObject({ drafted: false });
    expect(refused.items.map(({ refused: why }) => why[0]?.zh)).toContain('不是您单位的事项');
    expect(await draftCount()).toBe(before);
  });

  test('a template has the drop-downs and no item; a row of it begins an item of the department', async () => {
    const workbook = (fill: (book: ExcelJS.Workbook) => void) => worked('water', fill, '?template=true');
    const file = await workbook((book) => {
      expect(sheetOf(book).getCell(2, headed(sheetOf(book), '办件类型')).dataValidation).toMatchObject({
        type: 'list',
      });
      put('事项编号', 'new-well')(book);
      put('事项名称', '凿井备案')(book);
      put('事项类型', '行政许可')(book);
    });
    expect((await look('water', file)).faults).toEqual([]);
    expect(await look('water', file)).toMatchObject({ items: [{ id: 'new-well', kind: 'added', fiveSteps: true }] });
    expect(await take('water', file)).toMatchObject({ drafted: true });
    const { draft: begun, versions } = await read('water', `${desk}/items/new-well`, DeskItem);
    expect([begun.content['authority'], versions]).toEqual(['shuili', []]);
    const named = await workbook((book) => {
      put('事项编号', 'nobodys')(book);
      put('事项名称', '无主事项')(book);
    });
    const nobodys = await take('editor', named);
    expect(nobodys.faults).toMatchObject([{ row: 2, words: { zh: '新事项没有写明单位，请先选择部门再导入' } }]);
  });

  test('the sheet of items saved as CSV in GB 18030 is read, and leaves materials and fees alone', async () => {
    // “事项编号,办理地点” and one row, as a spreadsheet on Chinese Windows saves them.
    const header = 'cac2cfeeb1e0bac52cb0ecc0edb5d8b5e30a';
    const row = Buffer.concat([Buffer.from(header, 'hex'), Buffer.from(`${WATER},B201\n`)]);
    const { draft: before } = await read('editor', `${desk}/items/${WATER}`, DeskItem);
    const preview = await look('water', row);
    expect(preview.items[0]?.changes.map(({ field }) => field)).toEqual(['service.address']);
    await take('water', row);
    const { draft: after } = await read('editor', `${desk}/items/${WATER}`, DeskItem);
    expect(after.content['materials']).toEqual(before.content['materials']);
  });
});

describe('a bad file changes nothing, and each fault is told with row and column', () => {
  const ended = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet => sheetOf(workbook);
  test.each<readonly [string, readonly (string | number)[], string, (workbook: ExcelJS.Workbook) => void]>([
    ['another sheet', ['事项', 0, ''], '缺少工作表', (book) => (ended(book).name = '清单')],
    [
      'merged cells',
      ['事项', 2, '事项名称'],
      '合并单元格',
      (book) => ended(book).mergeCells(2, headed(ended(book), '事项名称'), 3, headed(ended(book), '事项名称')),
    ],
    ['a formula', ['事项', 2, '办理时间'], '公式', put('办理时间', { formula: '1+1', result: 2 })],
    [
      'a code twice',
      ['事项', 3, '事项编号'],
      '重复',
      (book) => put('事项编号', ended(book).getCell(2, 1).text, 3)(book),
    ],
    ['a day that is none', ['事项', 2, '计划生效日期'], '不能理解', put('计划生效日期', '下月一日')],
    ['a number in words', ['事项', 2, '承诺办结时限'], '不能理解', put('承诺办结时限', '十个工作日')],
  ])('%s', async (_what, [sheet, row, column], words, spoil) => {
    const before = await draftCount();
    const file = await worked('editor', (book) => {
      put('办理地点', '别处', 4)(book);
      spoil(book);
    });
    const { faults, drafted } = await take('editor', file);
    expect(drafted).toBe(false);
    const told = faults.find((one) => one.sheet === sheet && one.row === row && one.column === column);
    expect(told?.words.zh).toContain(words);
    expect(await draftCount()).toBe(before);
  });

  test('100,000 rows are refused by their number, and a text that is no table by its line', async () => {
    const rows = `事项编号,事项名称\n${Array.from({ length: 100_000 }, (_, at) => `x${String(at)},名`).join('\n')}`;
    expect((await take('editor', Buffer.from(rows))).faults).toMatchObject([
      { row: 100_000, words: { zh: '行数超过两万' } },
    ]);
    expect((await take('editor', Buffer.from([0xff, 0xfe, 0x00]))).faults[0]?.words.zh).toContain('不是可读的');
    const torn = await take('editor', Buffer.from('事项编号,"事项名称\nx'));
    expect(torn.faults[0]?.words.zh).toContain('不是可读的');
    expect((await take('editor', Buffer.from('事项编号,事项名称\na,b,c'))).faults).toMatchObject([{ row: 2 }]);
  });

  test('items that stand above each other in a circle are named, each by its row', async () => {
    const file = await worked('editor', (book) => {
      const rest = book.getWorksheet('_其他要素');
      const ids = [ended(book).getCell(2, 1).text, ended(book).getCell(3, 1).text];
      rest?.eachRow((row) => {
        const place = ids.indexOf(row.getCell(1).text);
        if (place < 0 || row.getCell(2).text !== '0') return;
        const item = JSON.parse(row.getCell(3).text) as object;
        row.getCell(3).value = JSON.stringify({ ...item, implementation: { tree: { parent: ids[1 - place] } } });
      });
    });
    const { faults, drafted } = await take('editor', file);
    expect(drafted).toBe(false);
    expect(faults.filter(({ words }) => words.zh.includes('循环')).map(({ row }) => row)).toEqual([2, 3]);
  });
});
