import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../shell.ts';
import { consistencyRanges, inclusionRanges, type Hash } from './merkle.ts';
import { hashesOfRanges } from './tiles.ts';

/** A checkpoint with whatever its witnesses have signed under it so far. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash;
  readonly note: string;
  readonly at: Instant;
}

/** The newest checkpoint, or the newest of at most this size; undefined before the first. */
export async function latestCheckpoint(db: Db): Promise<StoredCheckpoint | undefined> {
  const { rows } = await sql<StoredCheckpoint>`select size, root, at, note || coalesce(
      (select string_agg(line, '' order by witness) from proof.cosignatures s where s.size = c.size), '') as note
    from proof.checkpoints c order by size desc limit 1`.execute(db);
  return rows[0];
}

/** The last checkpoint signed before an instant of the machine's clock, as the log signed it, without its witnesses' lines. */
export async function lastCheckpointBefore(db: Db, before: Instant): Promise<StoredCheckpoint | undefined> {
  const { rows } = await sql<StoredCheckpoint>`select size, root, at, note from proof.checkpoints
    where at < ${before}::timestamptz order by at desc, size desc limit 1`.execute(db);
  return rows[0];
}

const PAGE = 1000;

/** Every checkpoint from the first, with its witnesses' lines, a page at a time. */
export async function* storedCheckpoints(db: Db): AsyncGenerator<readonly StoredCheckpoint[]> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<StoredCheckpoint>`select size, root, at, note || coalesce(
        (select string_agg(line, '' order by witness) from proof.cosignatures s where s.size = c.size), '') as note
      from proof.checkpoints c where size > ${after} order by size limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.size ?? after;
  }
}

/** Where an entry stands in the tree, and the hashes that lead from it to the root of a checkpoint. */
export interface Proved {
  readonly hash: Hash;
  readonly index: number;
  readonly path: readonly Hash[];
}

/** Proves that these entries are in the first `size` leaves; those that are not yet are left out. */
export async function proveEntries(db: Db, hashes: readonly Hash[], size: number): Promise<readonly Proved[]> {
  const hex = hashes.map((hash) => Buffer.from(hash).toString('hex'));
  const { rows } = await sql<{ index: number; hash: Uint8Array }>`select min(index) as index, hash from proof.leaves
    where hash in (select decode(h, 'hex') from unnest(${hex}::text[]) as h) and index < ${size}
    group by hash order by 1`.execute(db);
  const asked = rows.map(({ index }) => inclusionRanges(index, { lo: 0, hi: size }));
  const nodes = await hashesOfRanges(db, asked.flat());
  let from = 0;
  return rows.map(({ index, hash }, at) => {
    const path = nodes.slice(from, (from += asked[at]?.length ?? 0));
    return { hash, index, path };
  });
}

/** Proves that the tree of `size` grew from that of `old`. */
export function proveConsistency(db: Db, old: number, size: number): Promise<readonly Hash[]> {
  return hashesOfRanges(db, consistencyRanges(old, size));
}

export interface LogState {
  readonly origin: string | null;
  readonly verifierKey: string | null;
  /** Leaves in the tree. */
  readonly size: number;
  /** Leaves under the newest checkpoint. */
  readonly signed: number;
  readonly signedAt: Instant | null;
  readonly problem: string | null;
  readonly problemSince: Instant | null;
}

/** How far the log is, for doctor, the board and whoever asks. */
export async function logState(db: Db): Promise<LogState> {
  const { rows } = await sql<LogState>`select origin, verifier_key as "verifierKey", l.size,
      coalesce(c.size, 0) as signed, c.at as "signedAt", problem, problem_since as "problemSince"
    from proof.log l left join lateral (select size, at from proof.checkpoints order by size desc limit 1) c on true
  `.execute(db);
  if (rows[0] === undefined) throw new Error('proof.log has no row');
  return rows[0];
}
