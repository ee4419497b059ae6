import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** What a running PostgreSQL writes about itself into its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** `postmaster.pid`: pid, folder, start time, port, socket folder, address, shared memory, status; or nothing when there is none. */
export function readPostmaster(folder: string): Postmaster | undefined {
  const path = join(folder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Whether another Yimen is working on this data folder now. A killed Yimen leaves its PostgreSQL running with nobody
 * connected; a living one always keeps a connection open.
 */
export async function isInUse(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>(
      "select count(*)::int as others from pg_stat_activity where application_name like 'yimen%'",
    );
    return (rows[0]?.others ?? 0) > 0;
  } catch {
    // It does not answer us: a crashed server whose pid another process has now, or one that is just shutting down.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until a process has ended; false when it has not within the time. */
export async function hasEnded(pid: number, millis: number): Promise<boolean> {
  for (let waited = 0; waited < millis; waited += 50) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return !isAlive(pid);
}
