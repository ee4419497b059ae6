export { loggedCases } from './export.ts';
export { importLog, type LogSource } from './import.ts';
export { problemLine } from './problem.ts';
export { offsetOf } from './stamps.ts';
export { casesOf, findLog, listLogs, type StoredLog } from './store.ts';
export { writeCsv, writeXes } from './write.ts';
