import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { TestCluster } from '../packages/testkit/src/database.ts';
import { allowAppRole, appPassword, asAppRole } from '../apps/server/src/platform/database/connect.ts';
import { OWNER_ROLE } from '../apps/server/src/platform/database/cluster.ts';
import { startEmbedded } from '../apps/server/src/platform/database/embedded.ts';
import { migrate } from '../apps/server/src/platform/database/migrate.ts';
import { installJobs } from '../apps/server/src/platform/jobs/install.ts';

interface Started {
  readonly cluster: TestCluster;
  readonly stop: () => Promise<void>;
}

/** Starts a PostgreSQL for each worker and migrates in it the database every test file clones. Deleted at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await Promise.all(Array.from({ length: project.config.maxWorkers }, () => start()));
  project.provide(
    'yimenTestClusters',
    started.map(({ cluster }) => cluster),
  );
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
}

async function start(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-test-'));
  const embedded = await startEmbedded({ dataFolder: folder, settings: { max_connections: '300' } });
  const stop = async (): Promise<void> => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const owner = embedded.ownerConnectionString;
    await migrate(owner);
    await installJobs(owner);
    const password = appPassword(new URL(owner).password);
    await letAppIn(owner, password);
    const cluster: TestCluster = {
      superuserConnectionString: embedded.superuserConnectionString,
      ownerConnectionString: owner,
      appConnectionString: asAppRole(owner, password),
      ownerRole: OWNER_ROLE,
    };
    return { cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function letAppIn(ownerConnectionString: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerConnectionString });
  await client.connect();
  await allowAppRole(client, password);
  await client.end();
}
