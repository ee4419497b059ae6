import type { Keeper } from '../../platform/personal/index.ts';
import type { FactorEvidence } from '@yimen/core/people';
import type { Instant } from '@yimen/kernel';
import type { SignInService } from '../../platform/oidc/index.ts';
import type { Shell } from '../../platform/shell.ts';

/** A sign-in service (统一身份认证) this installation trusts, and what of it counts as a second factor. */
export interface TrustedService {
  readonly service: SignInService;
  readonly secondFactor: readonly FactorEvidence[];
}

/** What the people module works with. */
export interface PeopleWorld {
  readonly shell: Shell;
  /** Keeps the secrets of one-time codes out of the database's sight. */
  readonly keeper: Pick<Keeper, 'seal' | 'open'>;
  /** Addresses the desk is reached by; a passkey belongs to one of them. */
  readonly origins: readonly string[];
  /** Absent where none is configured: then nothing is connected to, and no button shown. */
  readonly trusted?: TrustedService | undefined;
  /** When this installation was last backed up; absent where the database is somebody else's to back up. */
  readonly lastBackup?: () => Promise<Instant | undefined>;
}

/** One account of one hall. */
export interface Holder {
  readonly jurisdiction: string;
  readonly person: string;
}
