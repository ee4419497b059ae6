import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { ok, refuse } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/index.ts';
import { transact } from '../ledger/index.ts';
import { createLog } from '../log/index.ts';
import { enqueue, installJobs, startJobs } from './index.ts';
import { releasedOnce } from './releasedOnce.ts';

let fresh: FreshDatabase;
let app: Database<unknown>;
const lines: string[] = [];
const log = createLog('error', { write: (line) => lines.push(line) });

beforeAll(async () => {
  fresh = await freshDatabase();
  await installJobs(fresh.adminConnectionString);
  app = connect({ connectionString: fresh.connectionString, applicationName: 'jobs test' });
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

async function until(met: () => boolean): Promise<void> {
  for (let waited = 0; !met(); waited += 1) {
    if (waited > 1000) throw new Error('never happened');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('installing again changes nothing', async () => {
  await Promise.all([installJobs(fresh.adminConnectionString), installJobs(fresh.adminConnectionString)]);
});

test('a job runs if, and only if, the act it belongs to is committed; as the application’s role', async () => {
  const done: unknown[] = [];
  await transact(app.kysely, async (tx) => {
    await enqueue(tx, { name: 'paper', payload: { n: 1 } });
    return refuse('changed_mind');
  });
  await transact(app.kysely, async (tx) => {
    await enqueue(tx, { name: 'paper', payload: { n: 2 } });
    return ok(undefined);
  });
  const runner = await startJobs({
    pool: app.pool,
    log,
    handlers: { paper: (payload) => Promise.resolve().then(() => void done.push(payload)) },
  });
  await until(() => done.length > 0);
  await enqueue(app.kysely, { name: 'paper', payload: { n: 3 } });
  await until(() => done.length > 1);
  await runner.stop();
  expect(done).toEqual([{ n: 2 }, { n: 3 }]);
});

test('jobs of one key are done once, with what was asked last', async () => {
  for (const n of [1, 2, 3]) await enqueue(app.kysely, { name: 'index', payload: { n }, key: 'index:410500' });
  const done: unknown[] = [];
  const handlers = { index: (payload: unknown) => Promise.resolve().then(() => void done.push(payload)) };
  const runner = await startJobs({ pool: app.pool, log, handlers });
  await until(() => done.length > 0);
  await runner.stop();
  expect(done).toEqual([{ n: 3 }]);
});

test('a job that fails is kept for another try and the failure is in the log', async () => {
  await enqueue(app.kysely, { name: 'fails', payload: {} });
  const handlers = { fails: () => Promise.reject(new Error('the printer is on fire')) };
  const runner = await startJobs({ pool: app.pool, log, handlers });
  await until(() => lines.join('').includes('the printer is on fire'));
  await runner.stop();
  const { rows } = await sql<{ attempts: number; later: boolean }>`
    select attempts, run_at > now() as later from graphile_worker.jobs where task_identifier = 'fails'`.execute(
    app.kysely,
  );
  expect(rows).toEqual([{ attempts: 1, later: true }]);
});

test('while the database is away nothing breaks, and the queue goes on when it is back', async () => {
  const gone = await freshDatabase();
  await installJobs(gone.adminConnectionString);
  const pool = connect({ connectionString: gone.connectionString, applicationName: 'jobs test away' });
  const done: unknown[] = [];
  const handlers = {
    slow: () => new Promise<void>((resolve) => setTimeout(resolve, 300)).then(() => void done.push(1)),
  };
  const runner = await startJobs({ pool: pool.pool, log, handlers });
  await enqueue(pool.kysely, { name: 'slow', payload: {} });
  await new Promise((resolve) => setTimeout(resolve, 100));
  // With a job in hand: its end cannot be recorded either.
  await gone.drop();
  await until(() => lines.join('').includes('does not exist') || lines.join('').includes('beginning again'));
  await runner.stop();
  await pool.close();
});

test('a connection that a library gives back twice, as it does when it breaks, is given back once', async () => {
  const pool = releasedOnce(app.pool);
  const twice = new Promise<void>((done, fail) => {
    pool.connect((error, _client, release) => {
      if (error !== undefined) return fail(error);
      release();
      // The pool itself throws here.
      release();
      done();
    });
  });
  await expect(twice).resolves.toBeUndefined();
  const client = await pool.connect();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  client.release();
});
