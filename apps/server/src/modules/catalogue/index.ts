export { flowRoutes } from './flowRoutes.ts';
export { guideOf } from './guide.ts';
export { importReasons, type ImportFinding } from './import/index.ts';
export { importItems, type ImportedItems } from './importItems.ts';
export { publish, type PublishRefusal } from './publish.ts';
export { itemInForce, itemVersion } from './queries.ts';
export { catalogueRoutes, type CatalogueNeighbours } from './routes.ts';
export { searchItems, type Found, type Search } from './search.ts';
