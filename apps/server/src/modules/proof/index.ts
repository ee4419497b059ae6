export { exportLedger } from './export.ts';
export { PROOF_REFUSALS } from './refusals.ts';
export { makeSheets } from './sheets.ts';
export { proofRoutes } from './routes.ts';
export { CHECKPOINT_PROBLEMS, isProblem } from './words.ts';
