import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** Where the server's own migrations are: `NNNN_<module>_<verb>.sql`. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** A database that cannot be brought to this program's schema. The words are for the person who runs the server. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly total: number;
}

const NAME = /^\d{4}_[a-z]+(_[a-z0-9]+)+\.sql$/;
/** Any fixed number does, as long as every Yimen uses the same: two servers starting at once must take turns. */
const MIGRATION_LOCK = 4_105_002_026;

const RECORD = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
`;

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const numbers = new Set<string>();
  for (const name of names) {
    if (!NAME.test(name)) throw new MigrationError(`migration ${name}: the name must be NNNN_<module>_<verb>.sql`);
    if (numbers.has(name.slice(0, 4))) throw new MigrationError(`two migrations have the number ${name.slice(0, 4)}`);
    numbers.add(name.slice(0, 4));
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** History that differs from the program's files means that nobody knows what the schema is. Then nothing may start. */
function pendingAfter(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw new MigrationError(`the database has ${name}, this program does not: it is older`);
    if (known.get(name) !== checksum) throw new MigrationError(`${name} was changed after it had been applied`);
  }
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const last = [...applied.keys()].toSorted().at(-1) ?? '';
  const late = pending.find((migration) => migration.name < last);
  if (late) throw new MigrationError(`${late.name} is numbered before ${last}, which has been applied already`);
  return pending;
}

function reasonOf(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  if (error.position === undefined) return error.message;
  const line = sql.slice(0, Number(error.position)).split('\n').length;
  return `${error.message} (line ${String(line)})`;
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(`migration ${migration.name} failed: ${reasonOf(error, migration.sql)}`, { cause: error });
  }
}

async function applyPending(client: pg.Client, migrations: readonly Migration[]): Promise<MigrationReport> {
  await client.query(RECORD);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  );
  const pending = pendingAfter(new Map(rows.map((row) => [row.name, row.checksum])), migrations);
  for (const migration of pending) await applyOne(client, migration);
  return { applied: pending.map((migration) => migration.name), total: migrations.length };
}

/**
 * Brings the database to this program's schema: every numbered file once, in order, each in its own transaction, under a
 * lock so that servers starting together take turns. `connectionString` is the owner's. Throws {@link MigrationError}
 * when the history in the database is not a beginning of the history in the folder.
 */
export async function migrate(connectionString: string, folder: string = MIGRATIONS_FOLDER): Promise<MigrationReport> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString, application_name: 'yimen migrate' });
  await client.connect();
  try {
    await client.query('set client_min_messages = warning');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await applyPending(client, migrations);
  } finally {
    await client.end();
  }
}
