import { ok, refuse, type Result } from '@yimen/kernel';
import {
  columnsOf,
  coverageRefusal,
  ledgerKinds,
  type CoverageRefusal,
  type LedgerColumn,
  type LedgerKind,
  type LedgerLine,
} from '@yimen/core/supervision';
import ExcelJS from 'exceljs';
import { csvText, readCsv } from '../../../platform/csv/index.ts';
import { readZip } from '../../../platform/uploads/index.ts';
import { readSheet, workbookProblems } from '../../../platform/workbook/index.ts';

/** What keeps a sheet from being read, by its line; 0 where the whole file is meant. */
export interface SheetFault {
  readonly line: number;
  readonly words: { readonly zh: string; readonly en: string };
}

export interface ReadLines {
  readonly lines: readonly LedgerLine[];
  readonly faults: readonly SheetFault[];
}

/** The sheet of a workbook that is read; any other is left alone. */
const SHEET = '台账';
const ZIP = [0x50, 0x4b];

/** Lines of a department's ledger, XLSX or CSV by what the bytes are, in UTF-8 or GB 18030. */
export async function readLines(kind: LedgerKind, bytes: Uint8Array): Promise<Result<ReadLines, CoverageRefusal>> {
  const read = bytes[0] === ZIP[0] && bytes[1] === ZIP[1] ? await fromWorkbook(kind, bytes) : fromCsv(kind, bytes);
  if (read === undefined) return refuse(coverageRefusal('ledger_unreadable', 'file'));
  return ok(read);
}

const headingsOf = (kind: LedgerKind): readonly string[] => columnsOf(kind).map(([, heading]) => heading);

/** A line by what its columns are called in this kind; columns the kind does not have are empty. */
function lineOf(kind: LedgerKind, line: number, cell: (heading: string) => string): LedgerLine {
  const { columns } = ledgerKinds[kind];
  const of = (column: LedgerColumn): string => {
    const heading = columns[column];
    return heading === undefined ? '' : cell(heading).trim();
  };
  const [serial, item, issuedOn] = [of('serial'), of('item'), of('issuedOn')];
  const [amount, outcome, caseNumber] = [of('amount'), of('outcome'), of('caseNumber')];
  return { line, cells: { serial, item, issuedOn, amount, outcome, caseNumber } };
}

async function fromWorkbook(kind: LedgerKind, bytes: Uint8Array): Promise<ReadLines | undefined> {
  const workbook = await opened(bytes);
  if (workbook === undefined) return undefined;
  const titles = headingsOf(kind);
  const { rows, findings } = readSheet(workbook, SHEET, titles);
  return {
    lines: rows.map(({ row, cells }) => lineOf(kind, row, (title) => cells.get(title) ?? '')),
    faults: findings.map(({ row, column, code }) => {
      const { zh, en } = workbookProblems[code];
      const at = code === 'sheet_missing' ? SHEET : column;
      return { line: row, words: { zh: `${zh}：${at}`, en: `${en}: ${at}` } };
    }),
  };
}

/** An archive that would unpack to more than it may is not opened at all. */
async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook | undefined> {
  if (!readZip(bytes).ok) return undefined;
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
    return workbook;
  } catch {
    return undefined;
  }
}

const MOST_ROWS = 20_000;

function fromCsv(kind: LedgerKind, bytes: Uint8Array): ReadLines | undefined {
  const text = csvText(bytes);
  if (text === undefined || text.includes('\u0000')) return undefined;
  const titles = headingsOf(kind);
  const table = readCsv(text, titles);
  if (!table.ok) {
    if (table.error.reason === 'not_csv') return undefined;
    const { zh, en } = workbookProblems.column_missing;
    const column = table.error.column ?? '';
    return { lines: [], faults: [{ line: 1, words: { zh: `${zh}：${column}`, en: `${en}: ${column}` } }] };
  }
  const torn = { zh: '单元格数与表头不符', en: 'it has more or fewer cells than the header' };
  const over = table.value.rows.length > MOST_ROWS ? [{ line: 0, words: workbookProblems.too_many_rows }] : [];
  return {
    lines: table.value.rows
      .slice(0, MOST_ROWS)
      .map(({ line, cells }) => lineOf(kind, line, (title) => cells[title] ?? '')),
    faults: [...over, ...table.value.problems.map(({ line }) => ({ line, words: torn }))],
  };
}
