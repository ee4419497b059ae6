import { sql } from 'kysely';
import type { Db, Tx } from '../shell.ts';
import { leafHash } from './merkle.ts';
import { addLeaves } from './tiles.ts';

/** Entries taken at a time; also the most that stand unsigned before a checkpoint is due at once. */
export const BATCH = 1000;

/** One writer of the tree at a time, in whatever process: whoever does not get the lock leaves it to the other. */
const LOCK = 4_105_002_050;

interface Position {
  readonly size: number;
  readonly xid: string;
  readonly seq: string;
}

/**
 * Takes the next entries of the ledger into the tree and answers how many. Order is (xid, seq), and only transactions
 * older than every running one are taken, as in the ledger's `readAfter`: a writer that numbered its entry early and
 * commits late is waited for, never skipped. Position and leaves are one transaction: a crash repeats or has done it.
 */
export async function sequence(db: Db, limit = BATCH): Promise<number> {
  return db.transaction().execute(async (tx) => {
    if (!(await alone(tx))) return 0;
    const { rows: positions } = await sql<Position>`select size, xid::text, seq::text from proof.log`.execute(tx);
    const [position] = positions;
    if (position === undefined) throw new Error('proof.log has no row');
    const { rows } = await sql<{ hash: Uint8Array; xid: string; seq: string }>`
      select hash, xid::text, seq::text from ledger.entries
      where (xid, seq) > (${position.xid}::xid8, ${position.seq}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by entries.xid, entries.seq limit ${limit}`.execute(tx);
    const last = rows.at(-1);
    if (last === undefined) return 0;
    await writeLeaves(
      tx,
      position.size,
      rows.map(({ hash }) => hash),
    );
    await sql`update proof.log set size = ${position.size + rows.length}, xid = ${last.xid}::xid8,
      seq = ${last.seq}::bigint`.execute(tx);
    return rows.length;
  });
}

/** Waits for nobody; the lock is given back with the transaction, so that a killed server holds up no other. */
export async function alone(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as got`.execute(tx);
  return rows[0]?.got === true;
}

async function writeLeaves(tx: Tx, size: number, hashes: readonly Uint8Array[]): Promise<void> {
  const hex = hashes.map((hash) => Buffer.from(hash).toString('hex'));
  await sql`insert into proof.leaves (index, hash)
    select ${size}::bigint + t.nth - 1, decode(t.hash, 'hex')
    from unnest(${hex}::text[]) with ordinality as t(hash, nth)`.execute(tx);
  await addLeaves(
    tx,
    size,
    hashes.map((hash) => leafHash(hash)),
  );
}
