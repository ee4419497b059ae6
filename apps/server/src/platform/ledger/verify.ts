import { sql } from 'kysely';
import type { Db, Tx } from '../shell.ts';
import { hashOf, type StoredEntry } from './entry.ts';
import { entryColumns, entryOf, type EntryRow, type StreamName } from './read.ts';

export type Fault = 'altered' | 'broken_chain' | 'missing' | 'head_differs' | 'no_head';

/** The first entry of a stream that is not what was written. */
export interface Break extends StreamName {
  readonly revision: number;
  readonly fault: Fault;
}

export interface Verification {
  readonly streams: number;
  readonly entries: number;
  readonly breaks: readonly Break[];
}

interface HeadRow extends StreamName {
  readonly revision: number;
  readonly hash: string;
}

const PAGE = 2000;

/** Re-hashes one stream and compares it with its head. */
export async function verifyStream(db: Db, name: StreamName): Promise<Verification> {
  return verify(db, name);
}

/** Re-hashes every stream, a page at a time, on one snapshot of the database; memory does not grow with the ledger. */
export async function verifyAll(db: Db): Promise<Verification> {
  return verify(db);
}

async function verify(db: Db, only?: StreamName): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const walk = new Walk();
      let last: StoredEntry | undefined;
      for (;;) {
        const page = await nextPage(tx, last, only);
        for (const entry of page) walk.take(entry);
        const ended = { from: last ?? page[0], to: page.at(-1) ?? last };
        walk.compare(await headsBetween(tx, ended.from, ended.to), page.length < PAGE);
        last = page.at(-1) ?? last;
        if (page.length < PAGE) break;
      }
      walk.report(await headsWithoutEntries(tx, only));
      return walk.result();
    });
}

/** Follows the entries in order of stream and revision, remembering the first fault of each stream. */
class Walk {
  #current: StoredEntry | undefined;
  #entries = 0;
  #streams = 0;
  #finished: StoredEntry[] = [];
  readonly #broken = new Map<string, Break>();

  take(entry: StoredEntry): void {
    this.#entries += 1;
    const before = this.#current !== undefined && keyOf(this.#current) === keyOf(entry) ? this.#current : undefined;
    if (before === undefined) {
      this.#streams += 1;
      if (this.#current !== undefined) this.#finished.push(this.#current);
    }
    const fault = faultOf(entry, before);
    if (fault !== undefined) this.#note({ ...nameOf(entry), ...fault });
    this.#current = entry;
  }

  /** Streams that ended in this page against their heads; the stream still open at its end waits for the next. */
  compare(heads: ReadonlyMap<string, HeadRow>, atEnd: boolean): void {
    if (atEnd && this.#current !== undefined) this.#finished.push(this.#current);
    for (const last of this.#finished) {
      const head = heads.get(keyOf(last)) ?? undefined;
      if (head === undefined) this.#note({ ...nameOf(last), revision: last.revision, fault: 'no_head' });
      else if (head.revision > last.revision)
        this.#note({ ...nameOf(last), revision: last.revision + 1, fault: 'missing' });
      else if (head.revision !== last.revision || head.hash !== last.hash)
        this.#note({ ...nameOf(last), revision: last.revision, fault: 'head_differs' });
    }
    this.#finished = [];
  }

  report(emptied: readonly StreamName[]): void {
    for (const name of emptied) this.#note({ ...name, revision: 1, fault: 'missing' });
  }

  result(): Verification {
    return { streams: this.#streams, entries: this.#entries, breaks: [...this.#broken.values()] };
  }

  #note(found: Break): void {
    if (!this.#broken.has(keyOf(found))) this.#broken.set(keyOf(found), found);
  }
}

function faultOf(entry: StoredEntry, before: StoredEntry | undefined): Pick<Break, 'revision' | 'fault'> | undefined {
  const expected = (before?.revision ?? 0) + 1;
  if (entry.revision > expected) return { revision: expected, fault: 'missing' };
  if (hashOf(entry) !== entry.hash) return { revision: entry.revision, fault: 'altered' };
  if (entry.revision !== expected || entry.prevHash !== (before?.hash ?? '')) {
    return { revision: entry.revision, fault: 'broken_chain' };
  }
  return undefined;
}

async function nextPage(tx: Db, last: StoredEntry | undefined, only?: StreamName): Promise<readonly StoredEntry[]> {
  const after = sql`(${last?.jurisdiction ?? ''}, ${last?.stream ?? ''}, ${last?.revision ?? 0}::int, ${last?.at ?? '-infinity'}::timestamptz)`;
  const { rows } = await sql<EntryRow>`select ${entryColumns} from ledger.entries
    where (jurisdiction, stream, revision, entries.at) > ${after} and ${within(only)}
    order by jurisdiction, stream, revision, entries.at limit ${PAGE}`.execute(tx);
  return rows.map(entryOf);
}

/** Every entry by stream and revision, a page at a time; memory does not grow with the ledger. */
export async function* pagesOfLedger(db: Db): AsyncGenerator<readonly StoredEntry[]> {
  let last: StoredEntry | undefined;
  for (;;) {
    const page = await nextPage(db, last);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page.at(-1);
  }
}

/** Every head, a page at a time. */
export async function* readHeads(db: Db): AsyncGenerator<readonly HeadRow[]> {
  let last: HeadRow | undefined;
  for (;;) {
    const { rows } = await sql<HeadRow>`select jurisdiction, stream, revision, encode(hash, 'hex') as hash
      from ledger.heads where (jurisdiction, stream) > (${last?.jurisdiction ?? ''}, ${last?.stream ?? ''})
      order by jurisdiction, stream limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

async function headsBetween(tx: Tx, first?: StreamName, last?: StreamName): Promise<ReadonlyMap<string, HeadRow>> {
  if (first === undefined || last === undefined) return new Map();
  const { rows } =
    await sql<HeadRow>`select jurisdiction, stream, revision, encode(hash, 'hex') as hash from ledger.heads
    where (jurisdiction, stream) between (${first.jurisdiction}, ${first.stream}) and (${last.jurisdiction}, ${last.stream})`.execute(
      tx,
    );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function headsWithoutEntries(tx: Tx, only?: StreamName): Promise<readonly StreamName[]> {
  const { rows } = await sql<StreamName>`select jurisdiction, stream from ledger.heads h where ${within(only)}
    and not exists (select from ledger.entries e where e.jurisdiction = h.jurisdiction and e.stream = h.stream)
    order by 1, 2`.execute(tx);
  return rows;
}

function within(only?: StreamName) {
  return only === undefined ? sql`true` : sql`jurisdiction = ${only.jurisdiction} and stream = ${only.stream}`;
}

const nameOf = ({ jurisdiction, stream }: StreamName): StreamName => ({ jurisdiction, stream });
const keyOf = ({ jurisdiction, stream }: StreamName): string => `${jurisdiction} ${stream}`;
