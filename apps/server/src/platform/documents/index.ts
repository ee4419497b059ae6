export { makeDemoCa, type DemoCa } from './pades/demo-ca.ts';
export { createPaperPress } from './press.ts';
export { openPress, pressHere, type Press } from './pressPool.ts';
