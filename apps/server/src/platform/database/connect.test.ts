import { freshDatabase, type FreshDatabase } from '@yimen/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPassword, asAppRole, connect, instantFromDatabase, type Database } from './connect.ts';

let fresh: FreshDatabase;
let database: Database<Record<string, never>>;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect({ connectionString: fresh.connectionString, applicationName: 'yimen test' });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

async function value(expression: string): Promise<unknown> {
  const { rows } = await database.pool.query<{ value: unknown }>(`select ${expression} as value`);
  return rows[0]?.value;
}

test.each([
  ["timestamptz '2026-03-02 00:00:00.5+08'", '2026-03-01T16:00:00.500Z'],
  ["timestamptz '2026-03-01 23:59:59.999999+00'", '2026-03-01T23:59:59.999Z'],
  ["date '2026-02-28'", '2026-02-28'],
  ['9007199254740991::bigint', 9_007_199_254_740_991],
  ["'汉'::text", '汉'],
])('%s is read as %s', async (expression, expected) => {
  expect(await value(expression)).toBe(expected);
});

test('a number too large to be exact is not rounded', async () => {
  await expect(value('9007199254740993::bigint')).rejects.toThrow('too large to be exact');
});

test('a time nobody can have meant is not taken', () => {
  expect(() => instantFromDatabase('infinity')).toThrow('infinity');
});

test('a statement that never ends is given up', async () => {
  expect(await value("current_setting('statement_timeout')")).toBe('30s');
  expect(await value("current_setting('TimeZone')")).toBe('UTC');
});

test('the application’s password follows from the owner’s and does not tell it', () => {
  expect(appPassword('one')).toBe(appPassword('one'));
  expect(appPassword('one')).not.toBe(appPassword('two'));
  expect(asAppRole('postgres://owner:secret@db.example:6432/hall?sslmode=require', 'p')).toBe(
    'postgres://yimen_app:p@db.example:6432/hall?sslmode=require',
  );
});

test('a star within brackets does not keep a statement from being prepared: its result stays the same', async () => {
  const client = await database.pool.connect();
  try {
    const text = `with found as (select * from ledger.heads where stream <> $1) select f.stream, '(' as open from found f`;
    await client.query(text, ['x']);
    const { rows } = await client.query(`select from pg_prepared_statements where statement like 'with found as%'`);
    expect(rows).toHaveLength(1);
  } finally {
    client.release();
  }
});

test('a statement is prepared once a connection, but not one whose result changes with its table', async () => {
  const client = await database.pool.connect();
  try {
    for (const n of [1, 2, 3]) {
      await client.query('select name from platform.migration where name <> $1', [String(n)]);
      await client.query('select * from platform.migration where name <> $1', [String(n)]);
    }
    const { rows } = await client.query<{ statement: string; uses: number }>(
      `select statement, (generic_plans + custom_plans)::int as uses from pg_prepared_statements
       where statement like '%platform.migration%'`,
    );
    expect(rows).toEqual([{ statement: 'select name from platform.migration where name <> $1', uses: 3 }]);
  } finally {
    client.release();
  }
});
