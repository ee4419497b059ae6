export { workbookProblems, type WorkbookFinding } from '../../../platform/workbook/index.ts';
export { readWorkbook, type ReadWorkbook } from './read.ts';
export { writeWorkbook } from './write.ts';
