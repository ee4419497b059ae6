import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from './open.ts';
import { readPostmaster } from './postmaster.ts';

let parent: string;
let dataFolder: string;

beforeAll(async () => {
  // Private to this account, as a clone below /root is: the account PostgreSQL runs as may not enter it by itself.
  parent = await mkdtemp(join(tmpdir(), 'yimen-open-'));
  dataFolder = join(parent, 'data');
});
afterAll(() => rm(parent, { recursive: true, force: true }));

async function ask(connectionString: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows[0];
  } finally {
    await client.end();
  }
}

async function opened(work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase({ dataFolder });
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

/** Opens the database in another process, which says so and stays. */
async function openElsewhere(): Promise<ChildProcess> {
  const source = `
    const { openDatabase } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
    await openDatabase({ dataFolder: ${JSON.stringify(dataFolder)} });
    process.send('open');`;
  const child = fork('-', [], { execPath: process.execPath, execArgv: ['--input-type=module', '--eval', source] });
  await once(child, 'message');
  return child;
}

test('the first start makes a durable UTF-8 database with checksums, and its secrets are private', async () => {
  await opened(async ({ ownerConnectionString, migrations }) => {
    expect(migrations.applied).toContain('0001_platform_create.sql');
    const settings = `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('server_encoding') as encoding, current_setting('listen_addresses') as address`;
    expect(await ask(ownerConnectionString, settings)).toEqual({
      checksums: 'on',
      fsync: 'on',
      encoding: 'UTF8',
      address: '127.0.0.1',
    });
    await ask(ownerConnectionString, 'create table public.kept as select 1 as id');
  });
  const { mode } = await stat(join(dataFolder, 'postgres.json'));
  expect(mode & 0o077).toBe(0);
});

test('the next start finds everything', async () => {
  await opened(async ({ ownerConnectionString, connectionString, migrations }) => {
    expect(migrations.applied).toEqual([]);
    expect(await ask(ownerConnectionString, 'select id from public.kept')).toEqual({ id: 1 });
    expect(await ask(connectionString, 'select current_user as name')).toEqual({ name: 'yimen_app' });
  });
});

test('a folder another Yimen is working on is refused, and that one keeps running', async () => {
  await opened(async ({ ownerConnectionString }) => {
    await expect(openDatabase({ dataFolder })).rejects.toThrow('another Yimen is running on this data folder');
    expect(await ask(ownerConnectionString, 'select id from public.kept')).toEqual({ id: 1 });
  });
});

test('after Yimen was killed the next start takes over what it left running', async () => {
  const child = await openElsewhere();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await opened(async ({ ownerConnectionString }) => {
    expect(await ask(ownerConnectionString, 'select id from public.kept')).toEqual({ id: 1 });
  });
});

test('a database of one’s own is used as it is, and not stopped', async () => {
  await opened(async (running) => {
    const own = await openDatabase({ dataFolder, databaseUrl: running.ownerConnectionString });
    expect(await ask(own.connectionString, 'select current_user as name')).toEqual({ name: 'yimen_app' });
    await own.stop();
    expect(await ask(running.ownerConnectionString, 'select id from public.kept')).toEqual({ id: 1 });
  });
});

test('an application role that would answer before it has written is refused as well', async () => {
  await opened(async (running) => {
    await ask(running.ownerConnectionString, 'alter role yimen_app set synchronous_commit = off');
    const own = openDatabase({ dataFolder, databaseUrl: running.ownerConnectionString });
    await expect(own).rejects.toThrow('synchronous_commit is off');
    await ask(running.ownerConnectionString, 'alter role yimen_app reset synchronous_commit');
  });
});

test('servers starting together on one database all start', async () => {
  await opened(async (running) => {
    await ask(running.ownerConnectionString, 'alter role yimen_app nologin');
    const open = () => openDatabase({ dataFolder, databaseUrl: running.ownerConnectionString });
    for (const own of await Promise.all([open(), open(), open()]))
      expect(await ask(own.connectionString, 'select 1 as one')).toEqual({ one: 1 });
  });
});

test('a PostgreSQL that was killed under a running Yimen is started again, on the same port, with everything', async () => {
  await opened(async ({ ownerConnectionString }) => {
    const found = readPostmaster(join(dataFolder, 'postgres'));
    process.kill(found?.pid ?? 0, 'SIGKILL');
    const began = performance.now();
    const tryAgain = () => ask(ownerConnectionString, 'select id from public.kept').catch(() => undefined);
    let answer = await tryAgain();
    while (answer === undefined && performance.now() - began < 15_000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      answer = await tryAgain();
    }
    expect(answer).toEqual({ id: 1 });
    expect(readPostmaster(join(dataFolder, 'postgres'))?.pid).not.toBe(found?.pid);
    await expect(openDatabase({ dataFolder })).rejects.toThrow('another Yimen is running on this data folder');
  });
});
