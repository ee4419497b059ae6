export { makeDemoCa, type DemoCa } from './pades/demo-ca.ts';
export { createPaperPress, type PaperPress } from './press.ts';
