import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParts, type Parts } from '../../apps/server/src/parts.ts';
import type { App } from '../../apps/server/src/platform/http/index.ts';
import { createLog } from '../../apps/server/src/platform/log/index.ts';
import { buildServer } from '../../apps/server/src/server.ts';
import { wire } from '../../apps/server/src/wiring.ts';

export interface HallInProcess {
  readonly folder: string;
  readonly parts: Parts;
  /** Everything but the socket; its caches begin empty. */
  readonly serve: () => Promise<App>;
}

/** A hall of its own in this process, for measuring an answer without the wire; gone with everything in it afterwards. */
export async function withHall<T>(name: string, measure: (hall: HallInProcess) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `yimen-${name}-`));
  const parts = await openParts({ dataFolder: folder, log: createLog('error'), origin: 'http://127.0.0.1' });
  const served: App[] = [];
  const serve = async (): Promise<App> => {
    const worlds = await wire(parts);
    const moved = (): undefined => undefined;
    const { app } = await buildServer({
      shell: parts.shell,
      worlds,
      demoClock: undefined,
      moved,
      requestsPerMinute: 1e6,
    });
    served.push(app);
    return app;
  };
  try {
    return await measure({ folder, parts, serve });
  } finally {
    for (const app of served) await app.close();
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  }
}
