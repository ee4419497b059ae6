import { instantFromMillis, millisOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { SigningKey } from '../crypto/provider.ts';
import type { Db, Tx } from '../shell.ts';
import { sameHash, type Hash } from './merkle.ts';
import { openNote, signCheckpoint, verifierKey, type Checkpoint } from './note.ts';
import { alone } from './sequencer.ts';
import type { Signer } from './signer.ts';
import { rootAt } from './tiles.ts';

/** Why no checkpoint is signed; every one of them is a person's to look into. */
export type CheckpointProblem =
  /** The machine's clock and the database's differ by ten minutes or more. */
  | 'clock_off'
  /** The machine's clock stands ten minutes or more before the last checkpoint. */
  | 'clock_went_back'
  /** The log was signed with a key that is not on this machine, or not with the one that is. */
  | 'key_missing'
  | 'other_key'
  /** The tree is smaller than what was signed: an older state of the database was put back, or its end cut off. */
  | 'rewound'
  /** The tree does not begin with what was signed. */
  | 'forked'
  /** The note of the last signature, beside the key, cannot be read or is not signed with it. */
  | 'last_note_damaged'
  /** A row of the tree is gone or not what was written. */
  | 'tree_damaged';

export interface Signed extends Checkpoint {
  readonly note: string;
}

export interface CheckpointParts {
  readonly db: Db;
  /** The machine's clock; the demonstration's never signs anything. */
  readonly realNow: () => Instant;
  readonly signer: Signer;
  /** Under what name the log begins, where it has none yet: a host name. */
  readonly host: string;
}

interface Log {
  readonly origin: string | null;
  readonly verifier_key: string | null;
  readonly size: number;
  readonly signed: number;
  readonly database_now: Instant;
}

interface Known {
  readonly origin: string;
  readonly key: SigningKey;
}

const MOST_SKEW_MS = 600_000;

/**
 * Signs the tree as it stands. Undefined where nothing was added since, or where another process is at it. A refusal is
 * kept in `proof.log` for doctor and the board until a checkpoint succeeds again.
 */
export async function makeCheckpoint(parts: CheckpointParts): Promise<Result<Signed | undefined, CheckpointProblem>> {
  const done = await parts.db.transaction().execute(async (tx) => ((await alone(tx)) ? inTurn(parts, tx) : undefined));
  if (done === undefined) return ok(undefined);
  await keepProblem(parts, done.ok ? undefined : done.error);
  return done;
}

async function inTurn(parts: CheckpointParts, tx: Tx): Promise<Result<Signed | undefined, CheckpointProblem>> {
  const log = await readLog(tx);
  if (log.size === 0) return ok(undefined);
  const now = parts.realNow();
  if (apart(now, log.database_now) >= MOST_SKEW_MS) return refuse('clock_off');
  const known = await knownKey(parts, log);
  if (!known.ok) return known;
  const root = await rootOrDamage(tx, log.size);
  if (!root.ok) return root;
  const fault = await faultAgainstLast(parts.signer, tx, { ...known.value, size: log.size, now });
  if (fault !== undefined) return refuse(fault);
  if (log.signed >= log.size) return ok(undefined);
  const checkpoint = { origin: known.value.origin, size: log.size, root: root.value, at: now };
  const note = await signCheckpoint(checkpoint, known.value.key);
  await parts.signer.remember(note);
  await write(tx, { ...checkpoint, note }, verifierKey(known.value.origin, known.value.key.publicKey).text);
  return ok({ ...checkpoint, note });
}

const apart = (one: Instant, other: Instant): number => Math.abs(millisOf(one) - millisOf(other));

async function readLog(tx: Tx): Promise<Log> {
  const { rows } = await sql<Log>`select origin, verifier_key, size,
      coalesce((select max(size) from proof.checkpoints), 0) as signed,
      date_trunc('milliseconds', clock_timestamp()) as database_now
    from proof.log`.execute(tx);
  if (rows[0] === undefined) throw new Error('proof.log has no row');
  return rows[0];
}

/** A log keeps its name and key; only one that was never signed may begin with a new key. */
async function knownKey({ signer, host }: CheckpointParts, log: Log): Promise<Result<Known, CheckpointProblem>> {
  const found = await signer.openKey();
  if (log.origin === null) {
    const key = found ?? (await signer.createKey());
    const last = await signer.lastNote();
    // A database made anew under a key that has signed: the name stays, and what was signed will say that it was rewound.
    const before = last === undefined ? undefined : /^[^\n]+/.exec(last)?.[0];
    return ok({ key, origin: before ?? `${host}/${verifierKey(host, key.publicKey).id}` });
  }
  if (found === null) return refuse('key_missing');
  const mine = verifierKey(log.origin, found.publicKey).text === log.verifier_key;
  return mine ? ok({ key: found, origin: log.origin }) : refuse('other_key');
}

async function rootOrDamage(tx: Tx, size: number): Promise<Result<Hash, CheckpointProblem>> {
  try {
    return ok(await rootAt(tx, size));
  } catch (error) {
    // A missing row is the database's damage; an error of the connection is not.
    if (error instanceof Error && error.message.startsWith('tile ')) return refuse('tree_damaged');
    throw error;
  }
}

interface Next extends Known {
  readonly size: number;
  readonly now: Instant;
}

/** Never signs what contradicts the last signature: the database may be forged, the note beside the key is not in it. */
async function faultAgainstLast(
  signer: Signer,
  tx: Tx,
  { key, origin, size, now }: Next,
): Promise<CheckpointProblem | undefined> {
  const note = await signer.lastNote();
  if (note === undefined) return undefined;
  const last = openNote(note, verifierKey(origin, key.publicKey), signer);
  if (!last.ok) return last.error === 'other_log' ? 'other_key' : 'last_note_damaged';
  if (millisOf(last.value.at) - millisOf(now) >= MOST_SKEW_MS) return 'clock_went_back';
  if (last.value.size > size) return 'rewound';
  const then = await rootOrDamage(tx, last.value.size);
  if (!then.ok) return then.error;
  return sameHash(then.value, last.value.root) ? undefined : 'forked';
}

async function write(tx: Tx, { size, root, note, at, origin }: Signed, key: string): Promise<void> {
  await sql`insert into proof.checkpoints (size, root, note, at)
    values (${size}, ${Buffer.from(root)}, ${note}, ${at}::timestamptz)`.execute(tx);
  await sql`update proof.log set origin = ${origin}, verifier_key = ${key} where origin is null`.execute(tx);
}

async function keepProblem({ db, realNow }: CheckpointParts, problem: CheckpointProblem | undefined): Promise<void> {
  const now = instantFromMillis(millisOf(realNow()));
  await sql`update proof.log set problem = ${problem ?? null},
      problem_since = case when ${problem ?? null}::text is null then null
        when problem is null then ${now}::timestamptz else problem_since end
    where problem is distinct from ${problem ?? null}`.execute(db);
}
