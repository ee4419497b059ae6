import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** What the test run's global setup leaves for each of its workers: one PostgreSQL, and one migrated database to clone. */
export interface TestCluster {
  /** The superuser, database `postgres`. */
  readonly superuserConnectionString: string;
  /** The owner's and the application's connection to the template; only the database name differs in a clone. */
  readonly ownerConnectionString: string;
  readonly appConnectionString: string;
  readonly ownerRole: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker: readers of the ledger wait for every transaction of their cluster, of other tests too. */
    readonly yimenTestClusters: readonly TestCluster[];
  }
}

/** A database of a test's own with all migrations applied and nothing else in it. */
export interface FreshDatabase {
  /** As the application's role: it may do only what the migrations grant. */
  readonly connectionString: string;
  /** As the owner: for arranging and for proving what the application may not do. */
  readonly adminConnectionString: string;
  /** Ends every session on it and drops it. */
  readonly drop: () => Promise<void>;
}

function onDatabase(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}

async function asSuperuser(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'yimen testkit' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The PostgreSQL of this worker; the pool counts its workers from one. */
function ownCluster(): TestCluster {
  const clusters = inject('yimenTestClusters');
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 1);
  const cluster = clusters[(worker - 1) % clusters.length];
  if (cluster === undefined) throw new Error('the test run has no PostgreSQL');
  return cluster;
}

/** Clones the migrated template, once per test file in `beforeAll`; needs the vitest project `db`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = ownCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = new URL(cluster.ownerConnectionString).pathname.slice(1);
  await asSuperuser(
    cluster.superuserConnectionString,
    `create database ${name} template ${template} owner ${cluster.ownerRole} strategy file_copy`,
  );
  return {
    connectionString: onDatabase(cluster.appConnectionString, name),
    adminConnectionString: onDatabase(cluster.ownerConnectionString, name),
    drop: () => asSuperuser(cluster.superuserConnectionString, `drop database if exists ${name} with (force)`),
  };
}
