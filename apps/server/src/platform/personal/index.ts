export { createKeeper, hideNumbers, isSealed, openContent, sealContent, type Keeper } from './keeper.ts';
export { maskedNumber } from './mask.ts';
export { KeysMissing, demandUnsealed, recordKeys } from './prints.ts';
export { openRing, ringPath, rotateRing, type Ring, type SecretName } from './ring.ts';
export { resealColumn, type Resealed, type SealedColumn } from './reseal.ts';
