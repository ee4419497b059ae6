export { alarming, deliverCheckpoints, deliveries, type Delivery } from './deliver.ts';
export { folderWitness } from './folder.ts';
export { httpWitness } from './http.ts';
export { mailWitness } from './mail.ts';
export { witness, witnessVerifierKey, type Pushed, type WitnessingParts, type WitnessRefusal } from './receive.ts';
export type { Witness } from './witness.ts';
