import { openCluster, OWNER_ROLE } from '../../apps/server/src/platform/database/cluster.ts';
import { readPostmaster } from '../../apps/server/src/platform/database/postmaster.ts';

/** The owner's connection to the database that runs in a data folder; throws when none does. */
export async function ownerConnection(data: string): Promise<string> {
  const { secrets, folder } = await openCluster(data, () => undefined);
  const found = readPostmaster(folder);
  if (found === undefined) throw new Error(`no PostgreSQL runs in ${data}`);
  return `postgres://${OWNER_ROLE}:${secrets.owner}@127.0.0.1:${String(found.port)}/yimen`;
}
