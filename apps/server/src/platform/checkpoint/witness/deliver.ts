import { instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Log } from '../../log/index.ts';
import type { Db } from '../../shell.ts';
import { latestCheckpoint, logState, proveConsistency, type StoredCheckpoint } from '../reading.ts';
import type { Taken, Witness } from './witness.ts';

export interface DeliveryParts {
  readonly db: Db;
  readonly realNow: () => Instant;
  readonly witnesses: readonly Witness[];
  readonly log: Log;
}

/** How a witness stands. */
export interface Delivery {
  readonly witness: string;
  readonly size: number;
  readonly deliveredAt: Instant | null;
  /** Since when a checkpoint waits to be taken. */
  readonly pendingSince: Instant | null;
  readonly attempts: number;
  readonly problem: string | null;
}

interface DeliveryRow extends Delivery {
  readonly nextAt: Instant | null;
}

const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 300_000;
/** A witness unreached for longer is an alarm. */
const ALARM_AFTER_MS = 3_600_000;
const LONGEST_WORDS = 300;
const PATIENCE_MS = 30_000;

/**
 * Hands the newest checkpoint to every witness that has not got it and is due; a failure is noted and tried again with
 * growing pauses. What a failed one would have said, the next one says too, so only the newest waits.
 */
export async function deliverCheckpoints(parts: DeliveryParts): Promise<number> {
  const newest = await latestCheckpoint(parts.db);
  const { origin } = await logState(parts.db);
  if (newest === undefined || origin === null) return 0;
  const results = await Promise.all(parts.witnesses.map((witness) => deliver(parts, witness, { ...newest, origin })));
  return results.filter(Boolean).length;
}

async function deliver(
  parts: DeliveryParts,
  witness: Witness,
  newest: StoredCheckpoint & { readonly origin: string },
): Promise<boolean> {
  const { db, realNow, log } = parts;
  const row = await waiting(db, witness.name, newest.size, realNow());
  if (row === undefined) return false;
  const proofFrom = async (old: number): Promise<readonly string[]> =>
    (await proveConsistency(db, old, newest.size)).map((hash) => Buffer.from(hash).toString('base64'));
  try {
    const taken = await withPatience(witness.take({ ...newest, old: row.size, proofFrom }));
    if (taken.ok) {
      await succeeded(parts, witness, newest.size, taken.value);
      return true;
    }
    await failed(parts, row, taken.error);
  } catch (error) {
    log.warn({ err: error, witness: witness.name }, 'a witness could not be reached');
    await failed(parts, row, error instanceof Error ? error.message : 'unknown');
  }
  return false;
}

/** A file server that hangs must not keep the other witnesses waiting. */
async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in thirty seconds')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The row of a witness that is to be told now; begins to count the time from the first moment something waits. */
async function waiting(db: Db, witness: string, size: number, now: Instant): Promise<DeliveryRow | undefined> {
  const { rows } = await sql<DeliveryRow>`insert into proof.deliveries (witness, pending_since)
    values (${witness}, ${now}::timestamptz)
    on conflict (witness) do update set pending_since = coalesce(deliveries.pending_since, excluded.pending_since)
      where deliveries.size < ${size}
    returning witness, size, pending_since as "pendingSince", next_at as "nextAt", attempts, problem`.execute(db);
  const [row] = rows;
  return row === undefined || (row.nextAt !== null && row.nextAt > now) ? undefined : row;
}

async function succeeded(
  { db, realNow }: DeliveryParts,
  { name, everyMs }: Witness,
  size: number,
  { cosignature }: Taken,
): Promise<void> {
  const now = realNow();
  const next = instantFromMillis(millisOf(now) + everyMs);
  if (cosignature !== undefined)
    await sql`insert into proof.cosignatures (size, witness, line) values (${size}, ${name}, ${cosignature})
      on conflict do nothing`.execute(db);
  await sql`update proof.deliveries set size = ${size}, delivered_at = ${now}::timestamptz, pending_since = null,
    next_at = ${next}::timestamptz, attempts = 0, problem = null where witness = ${name}`.execute(db);
}

async function failed({ db, realNow }: DeliveryParts, row: DeliveryRow, problem: string): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(row.attempts, 16));
  const next = instantFromMillis(millisOf(realNow()) + pause);
  await sql`update proof.deliveries set attempts = attempts + 1, problem = ${problem.slice(0, LONGEST_WORDS)},
    next_at = ${next}::timestamptz where witness = ${row.witness}`.execute(db);
}

/** Every witness that was ever told, and how it stands. */
export async function deliveries(db: Db): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`select witness, size, delivered_at as "deliveredAt",
    pending_since as "pendingSince", attempts, problem from proof.deliveries order by witness`.execute(db);
  return rows;
}

/** Witnesses that have waited for an hour or more. */
export function alarming(all: readonly Delivery[], now: Instant): readonly Delivery[] {
  return all.filter(
    ({ pendingSince }) => pendingSince !== null && millisOf(now) - millisOf(pendingSince) >= ALARM_AFTER_MS,
  );
}
