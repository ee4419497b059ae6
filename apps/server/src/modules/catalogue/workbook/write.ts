import ExcelJS from 'exceljs';
import {
  elementLists,
  isList,
  isObject,
  readElement,
  readPath,
  toJson,
  wordOf,
  type JsonObject,
  type PublishedItem,
} from '@yimen/core/catalogue';
import type { Json } from '@yimen/kernel';
import { choicesFor, columnsOf, idColumns, sheetNames, wordsOf, type RowPart } from './layout.ts';

/** A cell holds 32,767 characters; longer text goes on in the next row. */
const CELL = 30_000;

/** A workbook of items: what people edit on three sheets with drop-downs, everything else hidden beside it. No items: a template. */
export async function writeWorkbook(items: readonly PublishedItem[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const choices = workbook.addWorksheet(sheetNames.choices, { state: 'veryHidden' });
  const json = items.map((item) => toJson(item)).filter(isObject);
  addSheet(
    workbook,
    choices,
    'item',
    json.map((item) => ({ ids: [idOf(item)], holder: item })),
  );
  addSheet(
    workbook,
    choices,
    'material',
    json.flatMap((item) => rowsOf(item, 'material')),
  );
  addSheet(
    workbook,
    choices,
    'fee',
    json.flatMap((item) => rowsOf(item, 'fee')),
  );
  addRest(workbook, json);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

interface Row {
  readonly ids: readonly string[];
  readonly holder: Json;
}

const idOf = (item: JsonObject): string => wordOf(item['id']);

function rowsOf(item: JsonObject, part: 'material' | 'fee'): readonly Row[] {
  const list = readPath(item, elementLists[part]);
  return (isList(list) ? list : []).map((holder) => {
    const own = part === 'material' && isObject(holder) ? [wordOf(holder['id'])] : [];
    return { ids: [idOf(item), ...own], holder };
  });
}

function addSheet(workbook: ExcelJS.Workbook, choices: ExcelJS.Worksheet, part: RowPart, rows: readonly Row[]): void {
  const sheet = workbook.addWorksheet(sheetNames[part], { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  const [ids, columns] = [idColumns[part], columnsOf(part)];
  sheet.addRow([...ids, ...columns.map(({ zh }) => zh)]).font = { bold: true };
  for (const { ids: own, holder } of rows) {
    const cells = columns.map((element) => wordsOf(readElement(holder, element), element));
    sheet.addRow([...own, ...cells].map((cell) => (cell === '' ? null : cell)));
  }
  for (const [at, element] of columns.entries()) {
    const column = sheet.getColumn(ids.length + at + 1);
    column.width = Math.max(12, element.zh.length * 2 + 4);
    column.alignment = { wrapText: true, vertical: 'top' };
    const listed = choicesFor(element);
    if (listed !== undefined) addChoices(sheet, choices, { column: ids.length + at + 1, rows: rows.length, listed });
  }
}

/** A drop-down for the rows there are and two hundred more. */
function addChoices(
  sheet: ExcelJS.Worksheet,
  choices: ExcelJS.Worksheet,
  { column, rows, listed }: { readonly column: number; readonly rows: number; readonly listed: readonly string[] },
): void {
  const at = choices.actualColumnCount + 1;
  for (const [row, word] of listed.entries()) choices.getCell(row + 1, at).value = word;
  const letter = choices.getColumn(at).letter;
  const formula = `'${sheetNames.choices}'!$${letter}$1:$${letter}$${String(listed.length)}`;
  for (let row = 2; row <= rows + 200; row += 1) {
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: true,
      error: '请从下拉列表中选择',
    };
  }
}

function addRest(workbook: ExcelJS.Workbook, items: readonly JsonObject[]): void {
  const sheet = workbook.addWorksheet(sheetNames.rest, { state: 'hidden' });
  sheet.addRow(['事项编号', '序号', '内容（请勿修改）']);
  for (const item of items) {
    const text = JSON.stringify(item);
    for (let at = 0; at * CELL < text.length; at += 1) {
      sheet.addRow([idOf(item), at, text.slice(at * CELL, (at + 1) * CELL)]);
    }
  }
}
