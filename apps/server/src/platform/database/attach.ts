import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openCluster, SUPERUSER } from './cluster.ts';
import { appPassword, asAppRole } from './connect.ts';
import { OWNER_ROLE } from './embedded.ts';
import { openDatabase, type OpenDatabase, type OpenOptions } from './open.ts';
import { isInUse, readPostmaster } from './postmaster.ts';

/** A database a command-line tool works with: the running server's, or one started for the tool alone. */
export type ToolDatabase = Omit<OpenDatabase, 'migrations'>;

/**
 * Opens the database for a tool. Beside a running Yimen it joins that one's PostgreSQL and leaves it alone at the end;
 * otherwise it opens the database as the server would, migrations and all, and stops it afterwards.
 */
export async function openForTool(options: OpenOptions): Promise<ToolDatabase> {
  const beside = options.databaseUrl === undefined ? await runningBeside(resolve(options.dataFolder)) : undefined;
  if (beside === undefined) return openDatabase(options);
  return {
    ownerConnectionString: beside,
    connectionString: options.appDatabaseUrl ?? asAppRole(beside, appPassword(new URL(beside).password)),
    stop: () => Promise.resolve(),
  };
}

/** The owner's connection to the embedded PostgreSQL a living Yimen runs on this data folder. */
async function runningBeside(dataFolder: string): Promise<string | undefined> {
  if (!existsSync(join(dataFolder, 'postgres', 'yimen'))) return undefined;
  const { folder, secrets } = await openCluster(dataFolder, () => undefined);
  const found = readPostmaster(folder);
  if (found?.ready !== true) return undefined;
  const at = `127.0.0.1:${String(found.port)}`;
  const used = await isInUse(`postgres://${SUPERUSER}:${secrets.superuser}@${at}/postgres`);
  return used ? `postgres://${OWNER_ROLE}:${secrets.owner}@${at}/yimen` : undefined;
}
