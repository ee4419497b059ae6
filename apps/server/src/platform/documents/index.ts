export { DEMO_LABEL, makeDemoCa, type DemoCa, type DemoCaParts } from './pades/demo-ca.ts';
export { sealPdf, type SealRequest } from './pades/seal.ts';
export type { Signer } from './pades/signer.ts';
export { createPaperPress, installedFontPaths, type PaperPress, type PressParts, type RenderedPaper } from './press.ts';
export { qrSvg, type SheetOptions } from './sheet.ts';
