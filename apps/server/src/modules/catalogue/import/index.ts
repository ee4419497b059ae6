export type { ListedDepartment } from './departmentsIn.ts';
export { importReasons, type ImportFinding, type ImportReason } from './findings.ts';
export { parseItemsCsv, type ItemsImportOptions, type ParsedItems } from './parseItems.ts';
export { planImport, type ImportPlan } from './plan.ts';
