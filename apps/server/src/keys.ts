import type { Instant } from '@yimen/kernel';
import { earlierSecrets, forgetSecrets } from './modules/casework/index.ts';
import type { Crypto } from './platform/crypto/index.ts';
import {
  createKeeper,
  demandUnsealed,
  openRing,
  recordKeys,
  type Keeper,
  type Ring,
} from './platform/personal/index.ts';
import type { Db } from './platform/shell.ts';

export interface KeysOptions {
  readonly db: Db;
  readonly crypto: Crypto;
  /** The file of the key ring. */
  readonly path: string;
  readonly now: () => Instant;
}

/** The keys of an installation and what seals with them. */
export interface OpenKeys {
  readonly ring: Ring;
  readonly keeper: Keeper;
}

/**
 * Opens the key ring, or makes it at the first start, taking over the secrets an older database still holds. Throws
 * `KeysMissing` where the database was sealed with other keys.
 */
export async function openInstallationKeys({ db, crypto, path, now }: KeysOptions): Promise<OpenKeys> {
  const earlier = async () => {
    await demandUnsealed(db);
    return earlierSecrets(db);
  };
  const ring = await openRing({ path, crypto, now, ticks: () => performance.now(), earlier });
  await recordKeys(db, ring, crypto);
  await forgetSecrets(db, ring);
  return { ring, keeper: createKeeper(ring, crypto) };
}
