import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';

let database: FreshDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'yimen-migrations-'));
  await asOwner('drop table platform.migration');
  await write('0001_one_create.sql', 'create schema one; create table one.thing (id int);');
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);
const run = () => migrate(database.adminConnectionString, folder);

async function asOwner(statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.adminConnectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  test('run once, in the order of their numbers', async () => {
    await write('0002_one_extend.sql', 'alter table one.thing add column word text;');
    expect(await run()).toEqual({ applied: ['0001_one_create.sql', '0002_one_extend.sql'], total: 2 });
    expect(await run()).toEqual({ applied: [], total: 2 });
  });

  test('of two servers starting together run once', async () => {
    const reports = await Promise.all([run(), run(), run()]);
    expect(reports.map((report) => report.applied.length).toSorted((left, right) => left - right)).toEqual([0, 0, 1]);
  });

  test('leave nothing of a file that failed half-way', async () => {
    await write('0002_one_break.sql', 'create table one.half (id int); select 1 / 0;');
    await expect(run()).rejects.toThrow('migration 0002_one_break.sql failed: division by zero');
    expect(await asOwner("select to_regclass('one.half') as half, to_regclass('one.thing')::text as thing")).toEqual([
      { half: null, thing: 'one.thing' },
    ]);
  });

  test('changed after they had been applied stop the start', async () => {
    await run();
    await write('0001_one_create.sql', 'create schema one;');
    await expect(run()).rejects.toThrow('0001_one_create.sql was changed after it had been applied');
  });

  test('the program does not know stop the start', async () => {
    await run();
    await rm(join(folder, '0001_one_create.sql'));
    await expect(run()).rejects.toThrow('the database has 0001_one_create.sql, this program does not');
  });

  test('numbered before one already applied stop the start', async () => {
    await write('0005_one_extend.sql', 'alter table one.thing add column word text;');
    await run();
    await write('0003_one_late.sql', 'select 1;');
    await expect(run()).rejects.toThrow('0003_one_late.sql is numbered before 0005_one_extend.sql');
  });

  test.each([
    ['thing.sql', 'the name must be NNNN_<module>_<verb>.sql'],
    ['0001_two_create.sql', 'two migrations have the number 0001'],
  ])('named %s are refused', async (name, words) => {
    await write(name, 'select 1;');
    await expect(run()).rejects.toThrow(words);
  });
});
