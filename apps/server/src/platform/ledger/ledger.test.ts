import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { instant, ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../database/index.ts';
import {
  append,
  BEGINNING,
  EMPTY,
  headOf,
  openStream,
  readAfter,
  readStream,
  transact,
  verifyStream,
  type Head,
  type NewEntry,
  type StoredEntry,
} from './index.ts';

let fresh: FreshDatabase;
let app: Database<unknown>;
let owner: Database<unknown>;

beforeAll(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'ledger test', max: 70 });
  owner = connect({ connectionString: fresh.adminConnectionString, applicationName: 'ledger test owner' });
});
afterAll(async () => {
  await Promise.all([app.close(), owner.close()]);
  await fresh.drop();
});

const at = instant('2026-03-02T01:00:00.000Z');
const clerk = { kind: 'officer', person: 'p1', post: 'window-1', authorisation: '安审授〔2026〕1号' };

async function write(
  stream: string,
  after: Head,
  entries: readonly NewEntry[],
  commandId = 'c',
): Promise<Result<Head, 'stale'>> {
  const stamp = { at, actor: clerk, commandId };
  return transact(app.kysely, (tx) => append(tx, { jurisdiction: '410500', stream, after, entries, stamp }));
}

async function written(stream: string, entries: readonly NewEntry[]): Promise<Head> {
  const result = await write(stream, EMPTY, entries);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const fact = (n: number): NewEntry => ({
  type: 'noted',
  body: { n, words: '收件', nested: { z: 1.5, a: [null, true] } },
});
const name = (stream: string): { jurisdiction: string; stream: string } => ({ jurisdiction: '410500', stream });

describe('appending', () => {
  test('gives each entry the next revision and the hash of the one before', async () => {
    const head = await written('case:chain', [fact(1), fact(2)]);
    const next = await write('case:chain', head, [fact(3)]);
    const entries = await readStream(app.kysely, name('case:chain'));
    expect(entries.map((entry) => entry.revision)).toEqual([1, 2, 3]);
    expect(entries.map((entry) => entry.prevHash)).toEqual(['', entries[0]?.hash, entries[1]?.hash]);
    expect(next).toEqual(ok({ revision: 3, hash: entries[2]?.hash }));
    expect(await headOf(app.kysely, name('case:chain'))).toEqual({ revision: 3, hash: entries[2]?.hash });
    expect(entries[0]).toMatchObject({ at, actor: clerk, body: fact(1).body, type: 'noted', commandId: 'c' });
  });

  test('reading goes on after a revision', async () => {
    await written('case:tail', [fact(1), fact(2), fact(3)]);
    expect((await readStream(app.kysely, name('case:tail'), 2)).map((entry) => entry.revision)).toEqual([3]);
  });

  test('what a device says of the time is kept beside the server’s time', async () => {
    const deviceTime = instant('2019-01-01T00:00:00.000Z');
    const stamp = { at, deviceTime, actor: clerk, commandId: 'c' };
    const input = { jurisdiction: '410500', stream: 'case:device', after: EMPTY, entries: [fact(1)], stamp };
    await transact(app.kysely, (tx) => append(tx, input));
    expect(await readStream(app.kysely, name('case:device'))).toMatchObject([{ at, deviceTime }]);
    expect((await verifyStream(app.kysely, name('case:device'))).breaks).toEqual([]);
  });

  test('an act decided on an older head writes nothing', async () => {
    const head = await written('case:stale', [fact(1)]);
    await write('case:stale', head, [fact(2)]);
    expect(await write('case:stale', head, [fact(3), fact(4)])).toEqual(refuse('stale'));
    expect(await write('case:stale', EMPTY, [fact(5)])).toEqual(refuse('stale'));
    expect(await write('case:never', { revision: 4, hash: 'ab'.repeat(32) }, [fact(6)])).toEqual(refuse('stale'));
    expect((await readStream(app.kysely, name('case:stale'))).map((entry) => entry.body)).toEqual([
      fact(1).body,
      fact(2).body,
    ]);
    expect(await readStream(app.kysely, name('case:never'))).toEqual([]);
  });

  test('no entries, no change', async () => {
    expect(await write('case:none', EMPTY, [])).toEqual(ok(EMPTY));
  });

  test('of 64 writers at once exactly one gets each revision', async () => {
    let head = await written('case:race', [fact(0)]);
    for (let round = 1; round <= 3; round += 1) {
      const outcomes = await Promise.all(
        Array.from({ length: 64 }, (_, n) => write('case:race', head, [fact(n)], `r${round}-${n}`)),
      );
      const won = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
      expect(won).toHaveLength(1);
      head = won[0] ?? head;
    }
    const openings = await Promise.all(Array.from({ length: 64 }, (_, n) => write('case:born', EMPTY, [fact(n)])));
    expect(openings.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect((await readStream(app.kysely, name('case:race'))).map((entry) => entry.revision)).toEqual([1, 2, 3, 4]);
    expect((await verifyStream(app.kysely, name('case:race'))).breaks).toEqual([]);
  });

  test('64 writers who decide again when refused all get in, without a gap', async () => {
    const insist = async (n: number): Promise<void> => {
      for (;;) {
        const head = await headOf(app.kysely, name('case:queue'));
        if ((await write('case:queue', head, [fact(n)])).ok) return;
      }
    };
    await Promise.all(Array.from({ length: 64 }, (_, n) => insist(n)));
    const revisions = (await readStream(app.kysely, name('case:queue'))).map((entry) => entry.revision);
    expect(revisions).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
  });

  test('a refusal after the append takes it back', async () => {
    const stamp = { at, actor: clerk, commandId: 'c' };
    const outcome = await transact(app.kysely, async (tx) => {
      await append(tx, { jurisdiction: '410500', stream: 'case:undone', after: EMPTY, entries: [fact(1)], stamp });
      return refuse('changed_mind');
    });
    expect(outcome).toEqual(refuse('changed_mind'));
    expect(await headOf(app.kysely, name('case:undone'))).toEqual(EMPTY);
  });
});

describe('a command sent again', () => {
  const request = { type: 'accept', note: '齐全' };

  async function act(stream: string, commandId: string, sent: object): Promise<Result<unknown, string>> {
    return transact<unknown, string>(app.kysely, async (tx) => {
      const opened = await openStream(tx, { ...name(stream), commandId, request: sent });
      if (!opened.ok) return opened;
      if (opened.value.answered !== undefined) return ok(opened.value.answered);
      const answer = { revision: opened.value.head.revision + 1 };
      const stamp = { at, actor: clerk, commandId };
      const remember = { request: sent, answer };
      const done = await append(tx, { ...name(stream), after: opened.value.head, entries: [fact(1)], stamp, remember });
      return done.ok ? ok(answer) : done;
    });
  }

  test('gets the first answer and changes nothing', async () => {
    expect(await act('case:again', 'once', request)).toEqual(ok({ revision: 1 }));
    await act('case:again', 'between', request);
    expect(await act('case:again', 'once', { note: '齐全', type: 'accept' })).toEqual(ok({ revision: 1 }));
    expect(await readStream(app.kysely, name('case:again'))).toHaveLength(2);
  });

  test('with other words under the same id is refused', async () => {
    await act('case:reused', 'same', request);
    expect(await act('case:reused', 'same', { ...request, note: '不齐' })).toEqual(refuse('command_reused'));
    expect(await readStream(app.kysely, name('case:reused'))).toHaveLength(1);
  });

  test('16 times at once is carried out once, and a retry knows it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => act('case:storm', 'c1', request)));
    expect(outcomes.every((outcome) => outcome.ok || outcome.error === 'stale')).toBe(true);
    expect(await readStream(app.kysely, name('case:storm'))).toHaveLength(1);
    expect(await act('case:storm', 'c1', request)).toEqual(ok({ revision: 1 }));
  });

  test('that opens a stream is remembered in a scope wider than the stream', async () => {
    const file = (stream: string): Promise<Result<Head, 'stale'>> =>
      transact(app.kysely, (tx) => {
        const remember = { scope: 'filing', request, answer: { stream } };
        const stamp = { at, actor: clerk, commandId: 'filed-once' };
        return append(tx, { ...name(stream), after: EMPTY, entries: [fact(1)], stamp, remember });
      });
    const outcomes = await Promise.all(['case:twin-a', 'case:twin-b', 'case:twin-c'].map(file));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const opened = await openStream(app.kysely, {
      ...name('case:any'),
      scope: 'filing',
      commandId: 'filed-once',
      request,
    });
    const [winner] = ['a', 'b', 'c'].filter((_, index) => outcomes[index]?.ok);
    expect(opened).toEqual(ok({ head: EMPTY, answered: { stream: `case:twin-${winner}` } }));
  });
});

describe('the application’s role', () => {
  test.each([
    "update ledger.entries set body = '{}'",
    'delete from ledger.entries',
    'truncate ledger.entries',
    'drop table ledger.entries',
    'alter table ledger.entries disable trigger all',
    'delete from ledger.heads',
    'delete from ledger.commands',
    "update ledger.commands set answer = '{}'",
    "update ledger.entries_default set body = '{}'",
    'select * from ledger.entries_default',
    'create table ledger.forged (id int)',
  ])('may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(app.kysely)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('may have the coming months made, and only the ledger’s owner makes them', async () => {
    const { rows } = await sql<{
      made: number;
    }>`select ledger.ensure_partitions('2031-01-15', '2031-03-01') as made`.execute(app.kysely);
    expect(rows).toEqual([{ made: 3 }]);
    const again = await sql<{
      made: number;
    }>`select ledger.ensure_partitions('2031-01-01', '2031-03-31') as made`.execute(app.kysely);
    expect(again.rows).toEqual([{ made: 0 }]);
    await expect(sql`select * from ledger.entries_203101`.execute(app.kysely)).rejects.toThrow('permission denied');
  });

  test('a month that already stands in the default partition stays there', async () => {
    const stamp = { at: instant('2041-07-01T00:00:00.000Z'), actor: clerk, commandId: 'c' };
    await transact(app.kysely, (tx) => append(tx, { ...name('case:far'), after: EMPTY, entries: [fact(1)], stamp }));
    const { rows } = await sql<{
      made: number;
    }>`select ledger.ensure_partitions('2041-06-01', '2041-08-01') as made`.execute(app.kysely);
    expect(rows).toEqual([{ made: 2 }]);
    expect((await verifyStream(app.kysely, name('case:far'))).entries).toBe(1);
  });
});

describe('a reader of the whole ledger', () => {
  async function readAll(): Promise<readonly StoredEntry[]> {
    const found: StoredEntry[] = [];
    for (let cursor = BEGINNING; ;) {
      const page = await readAfter(app.kysely, cursor, 7);
      if (page.entries.length === 0) return found;
      found.push(...page.entries);
      cursor = page.cursor;
    }
  }

  test('sees every entry once, page by page', async () => {
    const found = await readAll();
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger.entries`.execute(app.kysely);
    expect(found).toHaveLength(rows[0]?.n ?? -1);
    expect(new Set(found.map((entry) => `${entry.stream}@${entry.revision}`)).size).toBe(found.length);
  });

  test('never skips a writer that began early and committed late', async () => {
    const before = (await readAll()).length;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let began = (): void => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const slow = transact(app.kysely, async (tx) => {
      const stamp = { at, actor: clerk, commandId: 'slow' };
      const done = await append(tx, { ...name('case:slow'), after: EMPTY, entries: [fact(1)], stamp });
      began();
      await held;
      return done;
    });
    await begun;
    await written('case:quick', [fact(1)]);
    expect(await readAll()).toHaveLength(before);
    release();
    await slow;
    const found = await readAll();
    expect(found.slice(before).map((entry) => entry.stream)).toEqual(['case:slow', 'case:quick']);
  });
});
