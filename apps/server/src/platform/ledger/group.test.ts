import { instant } from '@yimen/kernel';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/index.ts';
import { createGroupCommit, EMPTY, readStream, type Act, type Beside, type GroupCommit, verifyAll } from './index.ts';

let fresh: FreshDatabase;
let database: Database<unknown>;
let group: GroupCommit;

/** A table beside the ledger that takes a number for each act, and breaks on 0. */
const numbers: Beside = {
  name: 'numbers',
  sql: (rows) => `insert into rating.ratings (jurisdiction, case_id, item_id, level, dimensions, at)
    select m.jurisdiction, m.stream, 'item', r.level, '{}', m."stampAt"
    from json_to_recordset(${rows}) as r(at int, level smallint) join moved m on m.at = r.at`,
};

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect<unknown>({ connectionString: fresh.connectionString, applicationName: 'group test' });
  group = createGroupCommit(database.kysely, [numbers]);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

interface Given {
  readonly level?: number;
  readonly scope?: string;
  readonly commandId?: string;
}

const AT = instant('2026-03-02T01:30:00.000Z');

function actOn(stream: string, { level = 5, scope, commandId = stream }: Given = {}): Act {
  const remember = { request: { stream }, answer: { stream }, ...(scope === undefined ? {} : { scope }) };
  const stamp = { at: AT, actor: { name: 'nobody' }, commandId };
  const entries = [{ type: 'begun', body: { stream } }];
  return {
    append: { jurisdiction: '410500', stream, after: EMPTY, entries, stamp, remember },
    rows: { numbers: [{ level }] },
  };
}

const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, nth) => `${prefix}-${String(nth)}`);

async function rowsOf(text: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
  return (await database.pool.query<Record<string, unknown>>(text, [...values])).rows;
}

test('acts that come together share commits, and each is written whole', async () => {
  const streams = named('together', 60);
  const results = await Promise.all(streams.map((stream) => group.write(actOn(stream))));
  expect(results.every(({ ok }) => ok)).toBe(true);
  const [seen] = await rowsOf(
    `select count(*)::int as entries, count(distinct xid)::int as commits from ledger.entries where stream like $1`,
    ['together-%'],
  );
  expect(seen?.['entries']).toBe(60);
  expect(Number(seen?.['commits'])).toBeLessThanOrEqual(6);
  expect(await rowsOf('select from rating.ratings where case_id like $1', ['together-%'])).toHaveLength(60);
  expect((await verifyAll(database.kysely)).breaks).toEqual([]);
});

test('one that breaks fails alone', async () => {
  const streams = named('broken', 20);
  const results = await Promise.allSettled(
    streams.map((stream, nth) => group.write(actOn(stream, { level: nth === 7 ? 0 : 5 }))),
  );
  const failed = results.flatMap((result, nth) => (result.status === 'rejected' ? [nth] : []));
  expect(failed).toEqual([7]);
  expect(String(results[7]?.status === 'rejected' ? results[7].reason : '')).toContain('ratings_level_check');
  expect(await readStream(database.kysely, { jurisdiction: '410500', stream: 'broken-7' })).toEqual([]);
  expect(await rowsOf('select from ledger.heads where stream like $1', ['broken-%'])).toHaveLength(19);
});

test('of many on the same head one is written, wherever the others wait', async () => {
  const results = await Promise.all(
    Array.from({ length: 64 }, (_, nth) => group.write(actOn('same', { commandId: String(nth) }))),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.error === 'stale')).toHaveLength(63);
});

test('a command that two servers carry out at once is written by one of them, with everything beside it', async () => {
  const other = createGroupCommit(database.kysely, [numbers]);
  for (let round = 0; round < 10; round += 1) {
    const id = `twice-${String(round)}`;
    const tries = [group, other].flatMap((server, nth) =>
      named(`${id}-${String(nth)}`, 8).map((stream) => server.write(actOn(stream, { scope: 'window', commandId: id }))),
    );
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
  }
  for (const table of ['ledger.heads where stream', 'rating.ratings where case_id', 'ledger.commands where command_id'])
    expect(await rowsOf(`select from ${table} like $1`, ['twice-%'])).toHaveLength(10);
});
