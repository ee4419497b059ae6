import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocalCrypto } from '../crypto/index.ts';
import { connect, type Database } from '../database/index.ts';
import { append, EMPTY, transact } from '../ledger/index.ts';
import {
  createSigner,
  latestCheckpoint,
  logState,
  makeCheckpoint,
  openNote,
  parseVerifierKey,
  proveConsistency,
  proveEntries,
  sequence,
  type CheckpointParts,
} from './index.ts';
import { isConsistent, leafHash, rootFromInclusion, rootOf } from './merkle.ts';
import { rootAt } from './tiles.ts';

let fresh: FreshDatabase;
let app: Database<unknown>;
let owner: Database<unknown>;
let folder: string;
let shift = 0;
let parts: CheckpointParts;

beforeEach(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'proof test', max: 20 });
  owner = connect({ connectionString: fresh.adminConnectionString, applicationName: 'proof test owner' });
  folder = await mkdtemp(join(tmpdir(), 'yimen-proof-'));
  shift = 0;
  const crypto = createLocalCrypto({ keyFolder: folder });
  const realNow = (): Instant => instantFromMillis(Date.now() + shift);
  parts = { db: app.kysely, realNow, signer: createSigner({ crypto, folder }), host: 'anyang.example' };
});
afterEach(async () => {
  await Promise.all([app.close(), owner.close()]);
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

const at = instant('2026-03-02T01:00:00.000Z');
let streams = 0;

/** So many entries in one act on a stream of its own. */
async function write(
  count: number,
  before: (tx: Parameters<typeof append>[0]) => Promise<unknown> = () => Promise.resolve(),
) {
  const entries = Array.from({ length: count }, (_, n) => ({ type: 'noted', body: { n } }));
  streams += 1;
  const stream = `case:${String(streams)}`;
  const stamp = { at, actor: { kind: 'system', name: 'test' }, commandId: 'c' };
  const done = await transact(app.kysely, async (tx) => {
    await before(tx);
    return append(tx, { jurisdiction: '410500', stream, after: EMPTY, entries, stamp });
  });
  expect(done.ok).toBe(true);
}

async function sequenceAll(): Promise<void> {
  while ((await sequence(app.kysely)) > 0);
}

async function leaves(): Promise<readonly Uint8Array[]> {
  const { rows } = await sql<{ hash: Uint8Array }>`select hash from proof.leaves order by index`.execute(app.kysely);
  return rows.map(({ hash }) => hash);
}

async function signed() {
  await sequenceAll();
  const made = await makeCheckpoint(parts);
  if (!made.ok || made.value === undefined) throw new Error(JSON.stringify(made));
  return made.value;
}

describe('the sequence of the ledger', () => {
  test('is the same tree, row by row, as one made of all its leaves at once, and every proof out of it holds', async () => {
    const sizes: number[] = [];
    for (const count of [1, 2, 250, 3, 1, 700, 255, 300]) {
      await write(count);
      await sequenceAll();
      sizes.push((await logState(app.kysely)).size);
    }
    const all = (await leaves()).map((hash) => leafHash(hash));
    expect(all.length).toBe(1512);
    for (const size of [...sizes, 256, 257, 512, 1024]) {
      expect(await rootAt(app.kysely, size)).toEqual(rootOf(all.slice(0, size)));
    }
    const root = rootOf(all);
    const proved = await proveEntries(app.kysely, await leaves(), all.length);
    expect(proved.length).toBe(all.length);
    for (const { hash, index, path } of proved) {
      expect(rootFromInclusion({ leaf: leafHash(hash), index, size: all.length, path })).toEqual(root);
    }
    for (const size of sizes) {
      const path = await proveConsistency(app.kysely, size, all.length);
      const old = { size, root: rootOf(all.slice(0, size)) };
      expect(isConsistent({ old, now: { size: all.length, root }, path })).toBe(true);
    }
  });

  test('skips no entry of a writer that took its number early and commits late, whoever sequences', async () => {
    const state = { writing: true };
    const pause = (tx: Parameters<typeof append>[0]) => sql`select pg_sleep(${Math.random() * 0.15})`.execute(tx);
    const writers = Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 12; n += 1) {
        // Half take their transaction's number first and dawdle, half write first and commit late.
        await write(1 + (n % 3), async (tx) => {
          if (n % 2 === 0) await sql`select pg_current_xact_id()`.execute(tx);
          await pause(tx);
        });
      }
    });
    const sequencers = [1, 2, 3].map(async () => {
      while (state.writing) await sequence(app.kysely, 5);
    });
    await Promise.all(writers);
    state.writing = false;
    await Promise.all(sequencers);
    await sequenceAll();
    const { rows } = await sql<{ entries: number; leaves: number; both: number; gaps: number }>`select
      (select count(*) from ledger.entries) as entries, (select count(*) from proof.leaves) as leaves,
      (select count(*) from ledger.entries join proof.leaves using (hash)) as both,
      (select count(*) from proof.leaves where index >= (select size from proof.log)) as gaps`.execute(app.kysely);
    expect(rows[0]).toEqual({ entries: 192, leaves: 192, both: 192, gaps: 0 });
    expect(await rootAt(app.kysely, 192)).toEqual(rootOf((await leaves()).map((hash) => leafHash(hash))));
  }, 60_000);

  test('does wait for an open transaction, and takes its entry once it is there', async () => {
    await app.kysely.transaction().execute(async (slow) => {
      await sql`select pg_current_xact_id()`.execute(slow);
      await write(1);
      expect(await sequence(app.kysely)).toBe(0);
    });
    expect(await sequence(app.kysely)).toBe(1);
  });
});

describe('a checkpoint', () => {
  test('is a signed note of origin, size and root, by a key that only this user can read', async () => {
    await write(3);
    const { note, size } = await signed();
    expect(note).toMatch(
      /^anyang\.example\/[0-9a-f]{8}\n3\n[A-Za-z0-9+/]{43}=\ntime [^\n]+\n\n— anyang\.example\/[0-9a-f]{8} \S+\n$/,
    );
    expect(size).toBe(3);
    const { verifierKey } = await logState(app.kysely);
    const key = parseVerifierKey(verifierKey ?? '');
    expect(key).toBeDefined();
    if (key === undefined) return;
    expect(openNote(note, key, parts.signer)).toMatchObject({ ok: true, value: { size: 3 } });
    expect(openNote(note.replace('\n3\n', '\n4\n'), key, parts.signer)).toEqual({ ok: false, error: 'not_signed' });
    expect((await stat(join(folder, 'checkpoint.pem'))).mode & 0o777).toBe(0o600);
    expect((await latestCheckpoint(app.kysely))?.note).toBe(note);
    expect(await makeCheckpoint(parts)).toEqual({ ok: true, value: undefined });
  });

  test('is refused while the clock is ten minutes off, either way, and says so until it is right again', async () => {
    await write(1);
    await sequenceAll();
    for (const minutes of [10.5, -10.5]) {
      shift = minutes * 60_000;
      expect(await makeCheckpoint(parts)).toEqual({ ok: false, error: 'clock_off' });
      expect(await logState(app.kysely)).toMatchObject({ problem: 'clock_off', signed: 0 });
    }
    shift = 9 * 60_000;
    expect(await makeCheckpoint(parts)).toMatchObject({ ok: true, value: { size: 1 } });
    expect(await logState(app.kysely)).toMatchObject({ problem: null, problemSince: null, signed: 1 });
    await write(1);
    await sequenceAll();
    shift = -120_000;
    expect(await makeCheckpoint(parts)).toEqual({ ok: false, error: 'clock_went_back' });
  });

  const forgeries: readonly (readonly [string, readonly string[], string])[] = [
    [
      'an older state of the database',
      [
        `delete from proof.checkpoints where size > 2`,
        `delete from proof.leaves where index >= 2`,
        `update proof.tiles set hashes = substring(hashes for 64)`,
        `update proof.log set size = 2`,
      ],
      'rewound',
    ],
    [
      'a tree made anew over other leaves',
      [`update proof.tiles set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)`],
      'forked',
    ],
    ['a tree with a row missing', [`delete from proof.tiles`], 'tree_damaged'],
    ['a key of the forger', [`update proof.log set verifier_key = 'x+00000000+AA=='`], 'other_key'],
  ];

  test.each(forgeries)('is not signed over %s', async (_what, statements, problem) => {
    for (const count of [2, 3]) {
      await write(count);
      await signed();
    }
    for (const statement of statements) await sql.raw(statement).execute(owner.kysely);
    expect(await makeCheckpoint(parts)).toEqual({ ok: false, error: problem });
  });

  test('is not signed without its key, nor beside a damaged note', async () => {
    await write(2);
    const { note } = await signed();
    await write(1);
    await sequenceAll();
    await writeFile(join(folder, 'checkpoint.note'), note.replace('\n2\n', '\n1\n'));
    expect(await makeCheckpoint(parts)).toEqual({ ok: false, error: 'last_note_damaged' });
    await rm(join(folder, 'checkpoint.pem'));
    expect(await makeCheckpoint(parts)).toEqual({ ok: false, error: 'key_missing' });
  });

  test('goes on after a crash between the note beside the key and the database', async () => {
    await write(2);
    await signed();
    await write(2);
    const { note } = await signed();
    await sql`delete from proof.checkpoints where size = 4`.execute(owner.kysely);
    expect(millisOf((await signed()).at)).toBeGreaterThan(0);
    expect((await readFile(join(folder, 'checkpoint.note'), 'utf8')).split('\n')[2]).toBe(note.split('\n')[2]);
  });
});
