export {
  readSheet,
  sheetOfCsv,
  workbookProblems,
  type ReadSheet,
  type SheetRow,
  type WorkbookFinding,
} from './cells.ts';
export { tablesOnPaper, tablesWorkbook, type PrintedTable, type TableCell } from './tables.ts';
