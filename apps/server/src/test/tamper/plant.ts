import { readFile, writeFile } from 'node:fs/promises';
import { instantFromMillis, millisOf } from '@yimen/kernel';
import { sql } from 'kysely';
import { hashOf, type StoredEntry } from '../../platform/ledger/entry.ts';
import { entryColumns, entryOf, type EntryRow } from '../../platform/ledger/read.ts';
import type { Db } from '../../platform/shell.ts';
import type { Witnessed } from './world.ts';

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
export type Dice = (below: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** How well the forger covers the traces: not at all, with every hash and head made anew, with the tree's leaves too. */
const COVERS = ['naive', 'rehashed', 'releafed'] as const;
export type Cover = (typeof COVERS)[number];

/** One tampering by the superuser, on a connection whose transaction is rolled back; or with the files, put back after. */
export interface Plant {
  readonly name: string;
  readonly spoil: (db: Db, world: Witnessed, roll: Dice, cover: Cover) => Promise<Spoilt | undefined>;
}
interface Spoilt {
  /** Verified instead of an export of the database. */
  readonly instead?: string;
  readonly mend?: () => Promise<void>;
}

type Change = (entries: readonly StoredEntry[], roll: Dice) => readonly StoredEntry[];

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${String(index)} of ${String(list.length)}`);
  return found;
};
const pick = <T>(list: readonly T[], roll: Dice): T => at(list, roll(list.length));
const replaced = (list: readonly StoredEntry[], index: number, entry: StoredEntry): readonly StoredEntry[] =>
  list.map((one, n) => (n === index ? entry : one));

/** Changes one stream of at least two entries, hides it as told, and leaves everything else as it was. */
function onStream(name: string, change: Change): Plant {
  return {
    name,
    spoil: async (db, _world, roll, cover) => {
      const streams = await sql<{ jurisdiction: string; stream: string }>`select jurisdiction, stream
        from ledger.heads where revision > 1 order by 1, 2`.execute(db);
      const key = pick(streams.rows, roll);
      const { rows } = await sql<EntryRow>`select ${entryColumns} from ledger.entries
        where jurisdiction = ${key.jurisdiction} and stream = ${key.stream} order by revision`.execute(db);
      const before = rows.map(entryOf);
      const changed = change(before, roll);
      const after = cover === 'naive' ? changed : chained(changed);
      await sql`delete from ledger.entries where jurisdiction = ${key.jurisdiction}
        and stream = ${key.stream}`.execute(db);
      for (const entry of after) await insert(db, entry);
      if (cover !== 'naive') await moveHead(db, after);
      if (cover === 'releafed') await releaf(db, before, after);
      return undefined;
    },
  };
}

/** Revisions, links and hashes as if it had always been so. */
function chained(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  let prevHash = '';
  return entries.map((entry, n) => {
    const { hash: _old, ...covered } = { ...entry, revision: n + 1, prevHash };
    prevHash = hashOf(covered);
    return { ...covered, hash: prevHash };
  });
}

async function insert(db: Db, entry: StoredEntry): Promise<void> {
  await sql`insert into ledger.entries
      (jurisdiction, stream, revision, type, at, device_time, actor, body, command_id, prev_hash, hash)
    values (${entry.jurisdiction}, ${entry.stream}, ${entry.revision}, ${entry.type}, ${entry.at}::timestamptz,
      ${entry.deviceTime ?? null}::timestamptz, ${JSON.stringify(entry.actor)}::jsonb,
      ${JSON.stringify(entry.body)}::jsonb, ${entry.commandId},
      ${entry.prevHash === '' ? null : Buffer.from(entry.prevHash, 'hex')}, ${Buffer.from(entry.hash, 'hex')})`.execute(
    db,
  );
}

async function moveHead(db: Db, entries: readonly StoredEntry[]): Promise<void> {
  const last = entries.at(-1);
  if (last === undefined) return;
  await sql`update ledger.heads set revision = ${last.revision}, hash = ${Buffer.from(last.hash, 'hex')}
    where jurisdiction = ${last.jurisdiction} and stream = ${last.stream}`.execute(db);
}

async function releaf(db: Db, before: readonly StoredEntry[], after: readonly StoredEntry[]): Promise<void> {
  for (const [n, entry] of before.entries()) {
    const now = after[n];
    if (now === undefined) continue;
    await sql`update proof.leaves set hash = ${Buffer.from(now.hash, 'hex')}
      where hash = ${Buffer.from(entry.hash, 'hex')}`.execute(db);
  }
}

const shifted = (entry: StoredEntry, millis: number): StoredEntry => ({
  ...entry,
  at: instantFromMillis(millisOf(entry.at) + millis),
});

const bodyOf = (entry: StoredEntry): object =>
  typeof entry.body === 'object' && entry.body !== null ? entry.body : {};

export const plants: readonly Plant[] = [
  onStream('update', (entries, roll) => {
    const index = roll(entries.length);
    const entry = at(entries, index);
    return replaced(entries, index, { ...entry, body: { ...bodyOf(entry), forged: roll(1000) } });
  }),
  onStream('update of who did it', (entries, roll) => {
    const index = roll(entries.length);
    return replaced(entries, index, { ...at(entries, index), actor: { kind: 'system', name: 'nobody' } });
  }),
  onStream('delete', (entries, roll) => {
    const index = roll(entries.length);
    return entries.filter((_, n) => n !== index);
  }),
  onStream('delete at the end', (entries) => entries.slice(0, -1)),
  onStream('insert', (entries, roll) => {
    const index = roll(entries.length);
    const forged = { ...at(entries, index), revision: entries.length + 1, commandId: 'forged', body: { forged: true } };
    return [...entries.slice(0, index), forged, ...entries.slice(index)];
  }),
  onStream('swap', (entries, roll) => {
    const [one, other] = [roll(entries.length), roll(entries.length - 1)];
    const two = other >= one ? other + 1 : other;
    const [left, right] = [at(entries, one), at(entries, two)];
    const swapped = replaced(entries, one, {
      ...left,
      type: right.type,
      body: right.body,
      actor: right.actor,
      at: right.at,
      commandId: `${right.commandId} `,
    });
    return replaced(swapped, two, {
      ...right,
      type: left.type,
      body: left.body,
      actor: left.actor,
      at: left.at,
      commandId: `${left.commandId} `,
    });
  }),
  onStream('reorder', (entries, roll) => {
    const index = roll(entries.length - 1);
    const [left, right] = [at(entries, index), at(entries, index + 1)];
    const turned = replaced(entries, index, { ...right, revision: left.revision });
    return replaced(turned, index + 1, { ...left, revision: right.revision });
  }),
  onStream('back-date', (entries, roll) => {
    const index = roll(entries.length);
    return replaced(entries, index, shifted(at(entries, index), -1000 * (1 + roll(86_400))));
  }),
  { name: 'truncated tail', spoil: truncate },
  { name: 'restored older backup', spoil: (_db, world) => Promise.resolve({ instead: world.earlier }) },
  { name: 'one byte of an attachment', spoil: flipByte },
  { name: 'a row beside the record', spoil: spoilRow },
];

/** Everything after an earlier checkpoint, as if it had never been: entries, heads, rows, leaves, checkpoints. */
async function truncate(db: Db, _world: Witnessed, roll: Dice): Promise<undefined> {
  const { rows } = await sql<{ size: number }>`select size from proof.checkpoints
    where size < (select max(size) from proof.checkpoints) order by size`.execute(db);
  const { size } = pick(rows, roll);
  const statements = [
    sql`delete from ledger.entries where hash in (select hash from proof.leaves where index >= ${size})
      or hash not in (select hash from proof.leaves)`,
    sql`delete from ledger.heads h where not exists (select from ledger.entries e
      where e.jurisdiction = h.jurisdiction and e.stream = h.stream)`,
    sql`update ledger.heads h set revision = e.revision, hash = e.hash from ledger.entries e
      where e.jurisdiction = h.jurisdiction and e.stream = h.stream and e.revision = (select max(revision)
        from ledger.entries m where m.jurisdiction = h.jurisdiction and m.stream = h.stream)`,
    sql`delete from casework.cases c where not exists (select from ledger.heads h where h.stream = 'case:' || c.case_id)`,
    sql`delete from documents.papers p where not exists (select from ledger.heads h where h.stream = 'paper:' || p.paper_id)`,
    sql`delete from proof.leaves where index >= ${size}`,
    sql`delete from proof.checkpoints where size > ${size}`,
    sql`update proof.log set size = ${size}`,
  ];
  for (const statement of statements) await statement.execute(db);
  return undefined;
}

async function flipByte(_db: Db, world: Witnessed, roll: Dice): Promise<Spoilt> {
  const path = pick(world.stored, roll);
  const bytes = await readFile(path);
  const changed = Buffer.from(bytes);
  const index = roll(bytes.length);
  changed.writeUInt8(changed.readUInt8(index) ^ (1 + roll(255)), index);
  await writeFile(path, changed);
  return { mend: () => writeFile(path, bytes) };
}

/** Not the record itself, but what screens show of it. */
async function spoilRow(db: Db, _world: Witnessed, roll: Dice): Promise<undefined> {
  const statement = pick(
    [
      sql`update casework.cases set stage = 'void', open = false where case_id = (select min(case_id) from casework.cases)`,
      sql`update casework.cases set received_at = received_at - interval '2 days'`,
      sql`update casework.cases set number = number || '1' where case_id = (select max(case_id) from casework.cases)`,
      sql`update documents.papers set number = number || '号' where state = 'ready'`,
      sql`delete from casework.cases where case_id = (select max(case_id) from casework.cases)`,
    ],
    roll,
  );
  await statement.execute(db);
  return undefined;
}

export const coverOf = (roll: Dice): Cover => pick(COVERS, roll);
