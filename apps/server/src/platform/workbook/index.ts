export {
  readSheet,
  sheetOfCsv,
  workbookProblems,
  type ReadSheet,
  type SheetRow,
  type WorkbookFinding,
} from './cells.ts';
export { tablesOnPaper, tablesWorkbook, type PrintedTable, type TableCell } from './tables.ts';

/** What a workbook is called on the wire. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
