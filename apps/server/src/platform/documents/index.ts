export { makeDemoCa, type DemoCa } from './pades/demo-ca.ts';
export { createPaperPress } from './press.ts';
export { openPress, pressHere, type Press } from './pressPool.ts';
export type { Handout, HandoutFact, HandoutSection } from './handout.ts';
export { qrSvg } from './qr.ts';
export { plainSheet } from './sheet.ts';
