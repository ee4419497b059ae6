export { makeCheckpoint, type CheckpointParts, type CheckpointProblem, type Signed } from './checkpoint.ts';
export { openNote, parseVerifierKey, readNote, type Checkpoint, type VerifierKey } from './note.ts';
export {
  lastCheckpointBefore,
  latestCheckpoint,
  logState,
  proveConsistency,
  proveEntries,
  storedCheckpoints,
  type LogState,
  type Proved,
  type StoredCheckpoint,
} from './reading.ts';
export { BATCH, sequence } from './sequencer.ts';
export { createSigner, type Signer } from './signer.ts';
export * from './witness/index.ts';
