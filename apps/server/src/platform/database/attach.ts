import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openCluster, OWNER_ROLE, SUPERUSER } from './cluster.ts';
import { appPassword, asAppRole } from './connect.ts';
import { startEmbedded } from './embedded.ts';
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

/** The connection of a superuser, and how to let go of it. */
export interface SuperuserDatabase {
  /** Database `yimen`: for copying the whole cluster, nothing else. */
  readonly connectionString: string;
  readonly stop: () => Promise<void>;
}

/** The embedded database for a backup, beside a running Yimen or started for it; undefined where the folder has none. */
export async function openAsSuperuser(dataFolder: string): Promise<SuperuserDatabase | undefined> {
  if (!hasCluster(dataFolder)) return undefined;
  const { secrets } = await openCluster(dataFolder, () => undefined);
  const beside = await runningBeside(dataFolder);
  if (beside !== undefined) {
    const url = new URL(beside);
    url.username = SUPERUSER;
    url.password = secrets.superuser;
    return { connectionString: url.href, stop: () => Promise.resolve() };
  }
  const own = await startEmbedded({ dataFolder });
  const url = new URL(own.superuserConnectionString);
  url.pathname = new URL(own.ownerConnectionString).pathname;
  return { connectionString: url.href, stop: own.stop };
}

const hasCluster = (dataFolder: string): boolean => existsSync(join(dataFolder, 'postgres', 'yimen'));

/** The owner's connection to the embedded PostgreSQL a living Yimen runs on this data folder. */
async function runningBeside(dataFolder: string): Promise<string | undefined> {
  if (!hasCluster(dataFolder)) return undefined;
  const { folder, secrets } = await openCluster(dataFolder, () => undefined);
  const found = readPostmaster(folder);
  if (found?.ready !== true) return undefined;
  const at = `127.0.0.1:${String(found.port)}`;
  const used = await isInUse(`postgres://${SUPERUSER}:${secrets.superuser}@${at}/postgres`);
  return used ? `postgres://${OWNER_ROLE}:${secrets.owner}@${at}/yimen` : undefined;
}
