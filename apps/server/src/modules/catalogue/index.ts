export { flowRoutes } from './flowRoutes.ts';
export { guideOf } from './guide.ts';
export { importReasons, type ImportFinding } from './import/index.ts';
export { importItems, type ImportedItems } from './importItems.ts';
export { publish, publishFirst, type PublishRefusal } from './publish.ts';
export {
  feesOfItems,
  fullVersion,
  hallItems,
  itemInForce,
  itemNames,
  itemsWithProcedure,
  itemVersion,
  stepNames,
  versionsOf,
  type FeesOfVersion,
} from './queries.ts';
export { catalogueRoutes, type CatalogueNeighbours } from './routes.ts';
export { searchItems, type Found, type Search } from './search.ts';
export { readExchange, writeExchange } from './exchange/file.ts';
export { lintItems, type LintedItem } from './lint.ts';
export { broughtTables, drawnProcedure, keepPart, type BroughtPart } from './bringPart.ts';
export { faultsOf, type PartProblem } from './partFaults.ts';
export { draftItems, previewItems, type BroughtItem } from './bringItems.ts';
export { draftsIn, newestDraft } from './drafts.ts';
export { isFounding, takeItems } from './takeItems.ts';
export { readWorkbook, workbookProblems, writeWorkbook } from './workbook/index.ts';
export { catalogueDeskRoutes } from './deskRoutes.ts';
export { indexDue } from './indexing.ts';
export { sheetRoutes, type SheetWorld } from './sheetRoutes.ts';
export { openRoutes } from './open/routes.ts';
export { CATALOGUE_REFUSALS } from './refusals.ts';
export { keepAdoption, TEMPLATE_REFUSALS } from './template/index.ts';
export { changeRoutes, issueBulletins, type ChangeNeighbours, type ChangeWorld } from './change/index.ts';
export type { DeskNeighbours } from './mayDraft.ts';
export { manualRoutes } from './manualRoutes.ts';
export type { StarNeighbours } from './stars/facts.ts';
export { starNightly } from './stars/nightly.ts';
export { starRuleRoutes } from './stars/ruleRoutes.ts';
export { starRoutes } from './stars/routes.ts';
export { dropMissed } from './words/missed.ts';
export { wordRoutes } from './words/routes.ts';
