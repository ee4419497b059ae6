import pg from 'pg';
import { checkDatabase } from './checks.ts';
import { allowAppRole, appPassword, asAppRole } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate, MIGRATIONS_FOLDER, type MigrationReport } from './migrate.ts';

export interface OpenOptions {
  readonly dataFolder: string;
  /** The owner's connection to a PostgreSQL of one's own. Without it Yimen starts the one it brings. */
  readonly databaseUrl?: string | undefined;
  /** The application role's connection, when its password is managed elsewhere. */
  readonly appDatabaseUrl?: string | undefined;
  /** Told what takes time. */
  readonly progress?: (event: 'initialising' | 'starting' | 'migrating') => void;
}

/** A database that is checked, migrated and ready for the application. */
export interface OpenDatabase {
  /** Role `yimen_app`: what the running application uses. */
  readonly connectionString: string;
  /** The owner: for migrations of libraries (jobs) at the start, never while serving. */
  readonly ownerConnectionString: string;
  readonly migrations: MigrationReport;
  /** Stops the embedded PostgreSQL; does nothing to a PostgreSQL of one's own. Close the pools first. */
  readonly stop: () => Promise<void>;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'yimen start' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The application's connection. Its password is set only when it does not work yet, so servers starting together do not race. */
async function appConnection(owner: string, options: OpenOptions): Promise<string> {
  if (options.appDatabaseUrl !== undefined) return options.appDatabaseUrl;
  const password = appPassword(new URL(owner).password);
  const connectionString = asAppRole(owner, password);
  try {
    await withClient(connectionString, () => Promise.resolve());
  } catch {
    await withClient(owner, (client) => allowAppRole(client, password));
  }
  return connectionString;
}

async function prepare(owner: string, options: OpenOptions): Promise<Omit<OpenDatabase, 'stop'>> {
  await withClient(owner, checkDatabase);
  options.progress?.('migrating');
  const migrations = await migrate(owner, MIGRATIONS_FOLDER);
  const connectionString = await appConnection(owner, options);
  // Once more as the role that writes: a setting of the role (`alter role … set`) holds for it alone.
  await withClient(connectionString, checkDatabase);
  return { connectionString, ownerConnectionString: owner, migrations };
}

/**
 * Opens the database the whole program stands on: starts the embedded PostgreSQL unless `databaseUrl` names another,
 * refuses one that is too old or not durable, applies the migrations, and answers the connection of the application's role.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  if (options.databaseUrl !== undefined)
    return { ...(await prepare(options.databaseUrl, options)), stop: () => Promise.resolve() };
  const embedded = await startEmbedded(options);
  try {
    return { ...(await prepare(embedded.ownerConnectionString, options)), stop: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
