export { heartbeatOf, lookAtCards, recountRungs } from './look.ts';
export { importLedger } from './ledgers/importing.ts';
export { recountCards, recountNightly } from './recount.ts';
export { makeReports } from './publishing/reports.ts';
export { applyRuleSets } from './rules/apply.ts';
export { supervisionRoutes } from './routes.ts';
export { type Supervision, type SupervisionNeighbours } from './world.ts';
