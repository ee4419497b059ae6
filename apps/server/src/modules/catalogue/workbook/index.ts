export { workbookProblems, type WorkbookFinding } from './cells.ts';
export { readWorkbook, type ReadWorkbook } from './read.ts';
export { writeWorkbook } from './write.ts';
