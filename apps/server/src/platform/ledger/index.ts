export type { Act, Append, Beside, Remember } from './act.ts';
export { append, appendAct, appendAll } from './append.ts';
export { EMPTY, type Head, type NewEntry, type Stamp, type StoredEntry } from './entry.ts';
export { createGroupCommit, type GroupCommit } from './group.ts';
export {
  BEGINNING,
  headOf,
  openBeside,
  openStream,
  readAfter,
  readStream,
  type CommandKey,
  type Cursor,
  type OpenStream,
  type ReadBeside,
  type StreamName,
} from './read.ts';
export { transact } from './transact.ts';
export {
  pagesOfLedger,
  readHeads,
  verifyAll,
  verifyStream,
  type Break,
  type Fault,
  type Verification,
} from './verify.ts';
