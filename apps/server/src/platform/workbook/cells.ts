import ExcelJS from 'exceljs';
import { readCsvSheet } from '../csv/index.ts';

/** What stands against a workbook, a sheet, a row or a cell, in words. */
export interface WorkbookFinding {
  readonly sheet: string;
  /** The header is 1; 0 where the whole sheet or file is meant. */
  readonly row: number;
  readonly column: string;
  readonly code: WorkbookProblem;
  readonly value: string;
}

export const workbookProblems = {
  not_a_workbook: { zh: '不是可读的 XLSX 或者 CSV 文件', en: 'not a readable XLSX or CSV file' },
  sheet_missing: { zh: '缺少工作表', en: 'the sheet is missing' },
  column_missing: { zh: '缺少列', en: 'the column is missing' },
  too_many_rows: { zh: '行数超过两万', en: 'more than 20,000 rows' },
  cell_count: { zh: '单元格数与表头不符', en: 'it has more or fewer cells than the header' },
  merged_cells: { zh: '不得合并单元格，请取消合并后逐行填写', en: 'merged cells are not taken; fill each row' },
  formula: { zh: '单元格是公式，请粘贴为数值', en: 'the cell is a formula; paste its value' },
  cell_error: { zh: '单元格是错误值', en: 'the cell holds an error' },
  id_missing: { zh: '缺少编号', en: 'the id is missing' },
  duplicate_code: { zh: '编号与前面的行重复', en: 'an earlier row has the same id' },
  unknown_item: { zh: '“事项”表中没有该事项', en: 'the sheet of items has no such item' },
  not_understood: { zh: '不能理解该值，请从下拉列表选择或按格式填写', en: 'the value cannot be understood' },
  department_missing: {
    zh: '新事项没有写明单位，请先选择部门再导入',
    en: 'a new item of no department: choose one, then bring the file',
  },
  circular: { zh: '上级项构成循环', en: 'the items stand above each other in a circle' },
  content: { zh: '缺少内容或者格式不对', en: 'something is missing or of another shape' },
} as const;
export type WorkbookProblem = keyof typeof workbookProblems;

export interface SheetRow {
  readonly row: number;
  /** Empty cells are left out. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface ReadSheet {
  readonly headers: ReadonlySet<string>;
  readonly rows: readonly SheetRow[];
  readonly findings: readonly WorkbookFinding[];
}

const MOST_ROWS = 20_000;

/** The rows of a sheet by their headers; formulas, errors and merged cells are named, not guessed at. */
export function readSheet(workbook: ExcelJS.Workbook, name: string, wanted: readonly string[]): ReadSheet {
  const none = (row: number, column: string, code: WorkbookProblem): ReadSheet => ({
    headers: new Set(),
    rows: [],
    findings: [{ sheet: name, row, column, code, value: '' }],
  });
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) return none(0, '', 'sheet_missing');
  if (sheet.rowCount > MOST_ROWS) return none(sheet.rowCount, '', 'too_many_rows');
  const headers = headersOf(sheet);
  const missing = wanted.find((column) => !headers.includes(column));
  if (missing !== undefined) return none(1, missing, 'column_missing');
  const findings: WorkbookFinding[] = [];
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells = cellsOf(row, headers, (column, code, value) =>
      findings.push({ sheet: name, row: number, column, code, value }),
    );
    if (cells.size > 0) rows.push({ row: number, cells });
  });
  return { headers: new Set(headers), rows, findings };
}

/** The text of a CSV file as the sheet of that name: it has no formulas and nothing merged, only rows torn apart. */
export function sheetOfCsv(text: string, name: string, wanted: readonly string[]): ReadSheet {
  const finding = (row: number, column: string, code: WorkbookProblem): WorkbookFinding => ({
    sheet: name,
    row,
    column,
    code,
    value: '',
  });
  const none = (one: WorkbookFinding): ReadSheet => ({ headers: new Set(), rows: [], findings: [one] });
  const table = readCsvSheet(text);
  if (!table.ok) return none(finding(table.error.line, '', 'not_a_workbook'));
  const { titles, rows, torn } = table.value;
  const missing = wanted.find((column) => !titles.includes(column));
  if (missing !== undefined) return none(finding(1, missing, 'column_missing'));
  if (rows.length > MOST_ROWS) return none(finding(rows.length, '', 'too_many_rows'));
  return {
    headers: new Set(titles),
    rows: rows.map(({ line, cells }) => ({ row: line, cells })),
    findings: torn.map((line) => finding(line, '', 'cell_count')),
  };
}

function headersOf(sheet: ExcelJS.Worksheet): readonly string[] {
  const headers: string[] = [];
  sheet.getRow(1).eachCell({ includeEmpty: true }, (cell) => headers.push(cell.text.trim()));
  return headers;
}

type Tell = (column: string, code: WorkbookProblem, value: string) => void;

function cellsOf(row: ExcelJS.Row, headers: readonly string[], tell: Tell): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  row.eachCell((cell, at) => {
    const column = headers[at - 1] ?? '';
    if (column === '') return;
    const wrong = problemOf(cell);
    if (wrong !== undefined) tell(column, wrong, cell.address);
    const text = textOf(cell);
    if (wrong === undefined && text !== '') cells.set(column, text);
  });
  return cells;
}

function problemOf(cell: ExcelJS.Cell): WorkbookProblem | undefined {
  if (cell.isMerged) return 'merged_cells';
  if (cell.type === ExcelJS.ValueType.Formula) return 'formula';
  return cell.type === ExcelJS.ValueType.Error ? 'cell_error' : undefined;
}

/** A date cell is the day it shows: spreadsheets keep days without a zone, as if in UTC. */
function textOf({ value, text }: ExcelJS.Cell): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : text.trim();
}
