import { join, resolve } from 'node:path';
import {
  BATCH,
  createSigner,
  deliverCheckpoints,
  folderWitness,
  httpWitness,
  mailWitness,
  makeCheckpoint,
  sequence,
  type CheckpointParts,
  type Witness,
  type WitnessingParts,
} from './platform/checkpoint/index.ts';
import type { Config } from './platform/config.ts';
import { createLocalCrypto } from './platform/crypto/index.ts';
import type { Shell } from './platform/shell.ts';

/** Everything that signs, sends and keeps checkpoints. */
export interface Proof {
  readonly signing: CheckpointParts;
  readonly witnesses: readonly Witness[];
  readonly witnessing: WitnessingParts;
}

type Settings = Pick<Config, 'dataFolder' | 'publicUrl' | 'proof'>;

/** Composition of the proof's parts; the key lies in a folder, never in the database. */
export function openProof({ db, realNow }: Pick<Shell, 'db' | 'realNow'>, settings: Settings): Proof {
  const folder = settings.proof.keyFolder ?? join(resolve(settings.dataFolder), 'keys');
  const crypto = createLocalCrypto({ keyFolder: folder });
  const host = settings.publicUrl === undefined ? 'yimen.local' : new URL(settings.publicUrl).host;
  const { mail, others, logs } = settings.proof;
  return {
    signing: { db, realNow, signer: createSigner({ crypto, folder }), host },
    witnesses: [
      ...(settings.proof.folder === undefined ? [] : [folderWitness(settings.proof.folder)]),
      ...(mail === undefined ? [] : [mailWitness(mail)]),
      ...others.map(({ url, key }) => httpWitness({ url, key, crypto, fetch })),
    ],
    witnessing: { db, realNow, crypto, logs, name: `${host}/witness` },
  };
}

/**
 * One look of the timer: takes what is new into the tree, signs, and answers how much was taken if there may be more. A
 * refusal to sign is logged once each look and stands in `proof.log`.
 */
export async function advanceProof({ signing }: Proof, log: Shell['log']): Promise<number> {
  const taken = await sequence(signing.db);
  const made = await makeCheckpoint(signing);
  if (!made.ok) log.error({ problem: made.error }, 'the ledger is not being signed; see yimen doctor');
  return taken === BATCH ? taken : 0;
}

/** One look of the timer that tells the witnesses; what fails waits for its next turn. */
export async function tellWitnesses(
  { signing: { db, realNow }, witnesses }: Proof,
  log: Shell['log'],
): Promise<number> {
  await deliverCheckpoints({ db, realNow, witnesses, log });
  return 0;
}
