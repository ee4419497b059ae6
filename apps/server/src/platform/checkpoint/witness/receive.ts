import { millisOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Crypto, SigningKey } from '../../crypto/provider.ts';
import type { Db } from '../../shell.ts';
import { isConsistent, type Hash } from '../merkle.ts';
import { cosign, openNote, readNote, signatureKinds, verifierKey, type VerifierKey } from '../note.ts';

export interface WitnessingParts {
  readonly db: Db;
  readonly realNow: () => Instant;
  readonly crypto: Pick<Crypto, 'createKey' | 'openKey' | 'verify'>;
  /** The logs this installation vouches for; nobody else's notes are read. */
  readonly logs: readonly VerifierKey[];
  /** Under what name it signs. */
  readonly name: string;
}

export interface Pushed {
  readonly note: string;
  /** The size the sender takes us to have seen. */
  readonly old: number;
  readonly proof: readonly Hash[];
}

export type WitnessRefusal =
  | { readonly code: 'log_unknown' }
  | { readonly code: 'note_not_signed' }
  /** We have seen another size; the sender proves from there. */
  | { readonly code: 'witness_conflict'; readonly size: number }
  | { readonly code: 'not_consistent' };

const KEY = 'witness';

/**
 * Signs under a checkpoint of another installation, if it is signed by that installation's key and grew from the last one
 * seen here. A second history of the same log is therefore never signed.
 */
export async function witness(parts: WitnessingParts, pushed: Pushed): Promise<Result<string, WitnessRefusal>> {
  const key = parts.logs.find(({ name }) => name === readNote(pushed.note)?.origin);
  if (key === undefined) return refuse({ code: 'log_unknown' });
  const opened = openNote(pushed.note, key, parts.crypto);
  if (!opened.ok) return refuse({ code: 'note_not_signed' });
  const { origin, size, root, text } = opened.value;
  const accepted = await parts.db.transaction().execute(async (tx): Promise<Result<null, WitnessRefusal>> => {
    await sql`insert into proof.witnessed (origin, size, root, note, at)
      values (${origin}, 0, '', '', 'epoch') on conflict do nothing`.execute(tx);
    const { rows } = await sql<{ size: number; root: Uint8Array }>`select size, root from proof.witnessed
      where origin = ${origin} for update`.execute(tx);
    const seen = rows[0] ?? { size: 0, root: new Uint8Array() };
    if (seen.size !== pushed.old) return refuse({ code: 'witness_conflict', size: seen.size });
    // The first one is taken on trust: there is nothing yet that it could contradict.
    const grown = seen.size === 0 || isConsistent({ old: seen, now: { size, root }, path: pushed.proof });
    if (!grown) return refuse({ code: 'not_consistent' });
    await sql`update proof.witnessed set size = ${size}, root = ${Buffer.from(root)}, note = ${pushed.note},
      at = ${parts.realNow()}::timestamptz where origin = ${origin}`.execute(tx);
    return ok(null);
  });
  if (!accepted.ok) return accepted;
  const seconds = Math.floor(millisOf(parts.realNow()) / 1000);
  return ok(await cosign(text, parts.name, await witnessKey(parts), seconds));
}

async function witnessKey({ crypto }: Pick<WitnessingParts, 'crypto'>): Promise<SigningKey> {
  return (await crypto.openKey(KEY)) ?? (await crypto.createKey(KEY, 'ed25519'));
}

/** The key to give to those this installation is a witness for. */
export async function witnessVerifierKey(parts: Pick<WitnessingParts, 'crypto' | 'name'>): Promise<string> {
  return verifierKey(parts.name, (await witnessKey(parts)).publicKey, signatureKinds.witness).text;
}
