import type { Result } from '@yimen/kernel';
import type { StoredCheckpoint } from '../reading.ts';

/** What a witness is handed: a checkpoint, and proof on demand that it grew from what the witness has seen. */
export interface Handed extends StoredCheckpoint {
  readonly origin: string;
  /** The size this witness took last, as far as we know; 0 before the first. */
  readonly old: number;
  /** Base64, from the leaf end. */
  readonly proofFrom: (old: number) => Promise<readonly string[]>;
}

export interface Taken {
  /** The line the witness signed under the note, where it signs. */
  readonly cosignature?: string;
}

/** Somebody who keeps our checkpoints where our database's superuser cannot reach. */
export interface Witness {
  /** As shown to people; names the place, never a password. */
  readonly name: string;
  /** No more often than this. */
  readonly everyMs: number;
  /** Answers why not in words for the log; throws are taken for the same. */
  readonly take: (handed: Handed) => Promise<Result<Taken, string>>;
}

/** The witness has seen a longer record than ours: ours was cut or put back. The word that doctor looks for. */
export const AHEAD = 'the witness has seen more entries than this log has';
