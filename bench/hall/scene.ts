import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ownerConnection } from './connections.ts';
import type { Server } from './server.ts';

const TAIL = 2000;

/** What is to be seen where a server did not come back: its answer, its log, and what its database is doing. */
export async function sceneOf(data: string, server: Server): Promise<string> {
  const { child, origin } = server;
  const health = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(10_000) }).then(
    async (answer) => `${String(answer.status)} ${await answer.text()}`,
    (error: unknown) => String(error instanceof Error ? (error.cause ?? error) : error),
  );
  return [
    `process ${String(child.pid)}, exit ${String(child.exitCode)} ${String(child.signalCode)}; health: ${health}`,
    `said: ${server.said()}`,
    `log: ${tailOf(join(data, 'log', 'yimen.log'))}`,
    `PostgreSQL at its start: ${tailOf(join(data, 'postgres-start.log'))}`,
    `activity: ${await activityOf(data).catch(String)}`,
  ].join('\n');
}

const tailOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').slice(-TAIL) : 'none');

async function activityOf(data: string): Promise<string> {
  const client = new pg.Client({ connectionString: await ownerConnection(data), connectionTimeoutMillis: 5000 });
  await client.connect();
  const { rows } = await client.query(
    `select pid, usename, application_name as app, state, wait_event, age(now(), state_change)::text as since, left(query, 120) as query
     from pg_stat_activity where datname = 'yimen'`,
  );
  await client.end();
  return JSON.stringify(rows, undefined, 1);
}
