export { askAgain } from './again.ts';
export { caseFilePdf } from './caseFile.ts';
export { papersFor, type Body } from './content/index.ts';
export { makePapers, unmadeCases } from './make.ts';
export { exportedPapers } from './exported.ts';
export {
  besidePapers,
  MAKE_PAPERS,
  paperIds,
  papersOf,
  paperWishes,
  revokePapers,
  sealedPaperColumns,
  storedPapers,
} from './papers.ts';
export { findPaperFile } from './download.ts';
export { entryOfPaper } from './verify.ts';
export { documentsRoutes } from './routes.ts';
export type { PaperNeighbours, PaperWorks, PaperWorld } from './world.ts';
