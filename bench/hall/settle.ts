import pg from 'pg';
import { openCluster } from '../../apps/server/src/platform/database/cluster.ts';
import { readPostmaster } from '../../apps/server/src/platform/database/postmaster.ts';

/** What autovacuum does by itself within minutes. */
export async function settle(folder: string): Promise<void> {
  const { folder: cluster, secrets } = await openCluster(folder, () => undefined);
  const port = String(readPostmaster(cluster)?.port);
  const owner = new pg.Client({ connectionString: `postgres://postgres:${secrets.superuser}@127.0.0.1:${port}/yimen` });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}
