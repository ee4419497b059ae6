import type { StoredEntry } from '../../platform/ledger/index.ts';

/** An entry as the verifier reads it: what its hash covers, apart from its hash and its leaf. */
export function entryLine({ hash, ...covered }: StoredEntry, leaf: number | null): object {
  return { kind: 'entry', leaf, hash, entry: covered };
}
