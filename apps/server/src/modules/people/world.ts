import type { Keeper } from '../../platform/personal/index.ts';
import type { Instant } from '@yimen/kernel';
import type { Shell } from '../../platform/shell.ts';

/** What the people module works with. */
export interface PeopleWorld {
  readonly shell: Shell;
  /** Keeps the secrets of one-time codes out of the database's sight. */
  readonly keeper: Pick<Keeper, 'seal' | 'open'>;
  /** Addresses the desk is reached by; a passkey belongs to one of them. */
  readonly origins: readonly string[];
  /** When this installation was last backed up; absent where the database is somebody else's to back up. */
  readonly lastBackup?: () => Promise<Instant | undefined>;
}

/** One account of one hall. */
export interface Holder {
  readonly jurisdiction: string;
  readonly person: string;
}
