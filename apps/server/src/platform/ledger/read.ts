import { ok, refuse, type Instant, type Json, type Result } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../shell.ts';
import { EMPTY, requestHash, type Head, type StoredEntry } from './entry.ts';

export interface StreamName {
  readonly jurisdiction: string;
  readonly stream: string;
}

export interface CommandKey extends StreamName {
  /** The stream where absent, as in {@link append}. */
  readonly scope?: string;
  readonly commandId: string;
  readonly request: object;
}

/** A stream ready for one command: its head, and the first answer if this very command was carried out before. */
export interface OpenStream {
  readonly head: Head;
  readonly answered?: Json;
}

export interface EntryRow {
  readonly jurisdiction: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly at: string;
  readonly device_time: string | null;
  readonly actor: Json;
  readonly body: Json;
  readonly command_id: string;
  readonly prev_hash: string | null;
  readonly hash: string;
}

/** Columns of one entry; instants as the kernel writes them, hashes as hex. */
export const entryColumns = sql`jurisdiction, stream, revision, type,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  to_char(device_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as device_time,
  actor, body, command_id, encode(prev_hash, 'hex') as prev_hash, encode(hash, 'hex') as hash`;

export function entryOf(row: EntryRow): StoredEntry {
  return {
    jurisdiction: row.jurisdiction,
    stream: row.stream,
    revision: row.revision,
    type: row.type,
    at: row.at as Instant,
    ...(row.device_time === null ? {} : { deviceTime: row.device_time as Instant }),
    actor: row.actor,
    body: row.body,
    commandId: row.command_id,
    prevHash: row.prev_hash ?? '',
    hash: row.hash,
  };
}

/** The head of a stream, {@link EMPTY} where nothing was written yet. */
export async function headOf(db: Db, { jurisdiction, stream }: StreamName): Promise<Head> {
  const { rows } = await sql<Head>`select revision, encode(hash, 'hex') as hash from ledger.heads
    where jurisdiction = ${jurisdiction} and stream = ${stream}`.execute(db);
  return rows[0] ?? EMPTY;
}

/** What a module reads of its own in the same round trip; its columns are null where it has no row. */
export interface ReadBeside<Row> {
  readonly columns: RawBuilder<Row>;
  readonly join: RawBuilder<unknown>;
}

interface OpenRow {
  readonly head: number | null;
  readonly head_hash: string | null;
  readonly request: string | null;
  readonly answer: Json;
}

const NOTHING: ReadBeside<object> = { columns: sql<object>`1`, join: sql`` };

/** Head and remembered command in one round trip. `command_reused`: that id already answered another request. */
export async function openStream(db: Db, key: CommandKey): Promise<Result<OpenStream, 'command_reused'>> {
  return (await openBeside(db, key, NOTHING)).opened;
}

/** {@link openStream} with the module's own row, all as they stood at one moment. */
export async function openBeside<Row>(
  db: Db,
  key: CommandKey,
  { columns, join }: ReadBeside<Row>,
): Promise<{ readonly opened: Result<OpenStream, 'command_reused'>; readonly row: Row }> {
  const { rows } = await sql<OpenRow & Row>`
    select h.revision as head, encode(h.hash, 'hex') as head_hash, encode(c.request_hash, 'hex') as request, c.answer,
      ${columns}
    from (select 1) as one
    left join ledger.heads h on h.jurisdiction = ${key.jurisdiction} and h.stream = ${key.stream}
    left join ledger.commands c on c.jurisdiction = ${key.jurisdiction} and c.scope = ${key.scope ?? key.stream}
      and c.command_id = ${key.commandId}
    ${join}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('a left join without a row');
  return { opened: openedBy(row, key), row };
}

function openedBy(row: OpenRow, key: CommandKey): Result<OpenStream, 'command_reused'> {
  const head = row.head === null || row.head_hash === null ? EMPTY : { revision: row.head, hash: row.head_hash };
  if (row.request === null) return ok({ head });
  return row.request === requestHash(key.request) ? ok({ head, answered: row.answer }) : refuse('command_reused');
}

/** All entries of a stream after a revision, in order. */
export async function readStream(db: Db, name: StreamName, after = 0): Promise<readonly StoredEntry[]> {
  const { rows } = await sql<EntryRow>`select ${entryColumns} from ledger.entries
    where jurisdiction = ${name.jurisdiction} and stream = ${name.stream} and revision > ${after}
    order by revision`.execute(db);
  return rows.map(entryOf);
}

/** How far a reader of the whole ledger has come. Text, because both exceed a double. */
export interface Cursor {
  readonly xid: string;
  readonly seq: string;
}

export const BEGINNING: Cursor = { xid: '0', seq: '0' };

/**
 * The next entries of all streams for a reader (projections, supervision, notices). Only transactions older than every
 * running one are shown: reading by `seq` alone loses the entry of a writer that took its number early and committed
 * late. A long transaction anywhere in the cluster therefore delays readers; it never makes them skip.
 */
export async function readAfter(
  db: Db,
  cursor: Cursor,
  limit = 500,
): Promise<{ readonly entries: readonly StoredEntry[]; readonly cursor: Cursor }> {
  const { rows } = await sql<EntryRow & Cursor>`select ${entryColumns}, xid::text, seq::text from ledger.entries
    where (xid, seq) > (${cursor.xid}::xid8, ${cursor.seq}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by entries.xid, entries.seq limit ${limit}`.execute(db);
  const last = rows.at(-1);
  return { entries: rows.map(entryOf), cursor: last === undefined ? cursor : { xid: last.xid, seq: last.seq } };
}
