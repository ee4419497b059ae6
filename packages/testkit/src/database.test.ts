import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from './database.ts';

let first: FreshDatabase;
let second: FreshDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function ask(connectionString: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('a fresh database', () => {
  test('has every migration and is nobody else’s', async () => {
    await ask(first.adminConnectionString, 'create table public.mine (id int)');
    const [row] = await ask(second.adminConnectionString, "select to_regclass('public.mine') is null as alone");
    expect(row).toEqual({ alone: true });
    const [count] = await ask(second.connectionString, 'select count(*)::int > 0 as migrated from platform.migration');
    expect(count).toEqual({ migrated: true });
  });

  test('is entered as the application’s role, which owns nothing', async () => {
    const [role] = await ask(
      first.connectionString,
      'select current_user as name, rolsuper, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ name: 'yimen_app', rolsuper: false, rolcreaterole: false });
    await expect(ask(first.connectionString, 'create table platform.forged (id int)')).rejects.toThrow(
      'permission denied',
    );
    await expect(ask(first.connectionString, 'create table public.forged (id int)')).rejects.toThrow(
      'permission denied',
    );
    await expect(ask(first.connectionString, 'delete from platform.migration')).rejects.toThrow('permission denied');
  });

  test('is cloned in well under a second', async () => {
    const before = performance.now();
    const clone = await freshDatabase();
    expect(performance.now() - before).toBeLessThan(2000);
    await clone.drop();
  });
});
