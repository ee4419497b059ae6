import type { Column, PaperBlock } from '@yimen/core/documents';
import ExcelJS from 'exceljs';

export type TableCell = string | number;

/** A table as it stands in a workbook and on paper. */
export interface PrintedTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A workbook with a sheet for each table: a line that says of what, heads that stay, numbers that are numbers. */
export async function tablesWorkbook(of: string, tables: readonly PrintedTable[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { title, head, rows } of tables) {
    const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 2 }] });
    sheet.addRow([of]);
    sheet.addRow([...head]).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
    sheet.getColumn(1).width = 32;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const columnsOf = (head: readonly string[]): readonly Column[] =>
  head.map((title, at) => ({ title, width: at === 0 ? 4 : 1.6, align: at === 0 ? 'left' : 'center' }));

/** The same tables as they are set on paper. */
export const tablesOnPaper = (tables: readonly PrintedTable[]): readonly PaperBlock[] =>
  tables.flatMap(({ title, head, rows }): readonly PaperBlock[] => [
    { block: 'heading', text: title },
    { block: 'table', columns: columnsOf(head), rows: rows.map((row) => row.map(String)) },
  ]);
