export {
  readSheet,
  sheetOfCsv,
  workbookProblems,
  type ReadSheet,
  type SheetRow,
  type WorkbookFinding,
} from './cells.ts';
