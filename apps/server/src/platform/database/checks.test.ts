import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase } from './checks.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function check(settings: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminConnectionString, options: settings });
  await client.connect();
  try {
    await checkDatabase(client);
  } finally {
    await client.end();
  }
}

test('the database that comes with Yimen may hold records', async () => {
  await expect(check('')).resolves.toBeUndefined();
});

test('a database that answers before it has written is refused', async () => {
  await expect(check('-c synchronous_commit=off')).rejects.toThrow('synchronous_commit is off');
});

const good = {
  version: 150_004,
  encoding: 'UTF8',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  standby: false,
};

/** A server's own settings cannot be changed by a session, so these answers are given by a stand-in. */
async function checkAnswer(changed: Partial<typeof good>): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminConnectionString });
  client.query = (() => Promise.resolve({ rows: [{ ...good, ...changed }] })) as unknown as typeof client.query;
  await checkDatabase(client);
}

test('PostgreSQL 15 is enough', async () => {
  await expect(checkAnswer({})).resolves.toBeUndefined();
});

test.each([
  [{ version: 140_012 }, 'PostgreSQL 15 or newer is needed, this is 14'],
  [{ encoding: 'SQL_ASCII' }, 'the encoding is SQL_ASCII'],
  [{ fsync: 'off' }, 'fsync is off'],
  [{ full_page_writes: 'off' }, 'full_page_writes is off'],
  [{ standby: true }, 'is a standby'],
])('%o is refused', async (changed, words) => {
  await expect(checkAnswer(changed)).rejects.toThrow(words);
});

test('everything unfit is named at once', async () => {
  await expect(checkAnswer({ fsync: 'off', full_page_writes: 'off' })).rejects.toThrow(/fsync .*full_page_writes/);
});
