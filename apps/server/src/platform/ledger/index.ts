export { append, type Append, type Remember } from './append.ts';
export { EMPTY, type Head, type NewEntry, type Stamp, type StoredEntry } from './entry.ts';
export {
  BEGINNING,
  headOf,
  openStream,
  readAfter,
  readStream,
  type CommandKey,
  type Cursor,
  type OpenStream,
  type StreamName,
} from './read.ts';
export { transact } from './transact.ts';
export { verifyAll, verifyStream, type Break, type Fault, type Verification } from './verify.ts';
