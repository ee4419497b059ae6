/** The server of a hall without its worker: acts are answered and papers asked for as always, and nobody makes them. */
import { createLog } from '../../apps/server/src/platform/log/index.ts';
import { configOrExit } from '../../apps/server/src/platform/config.ts';
import { openParts } from '../../apps/server/src/parts.ts';
import { buildServer } from '../../apps/server/src/server.ts';
import { wire } from '../../apps/server/src/wiring.ts';

const config = configOrExit();
const log = createLog(config.logLevel, { write: (line) => process.stderr.write(line) });
const parts = await openParts({ ...config, log, origin: `http://127.0.0.1:${String(config.port)}` });
const { app } = await buildServer({
  shell: parts.shell,
  worlds: await wire(parts),
  demoClock: parts.demoClock,
  moved: () => undefined,
});
await app.listen({ host: '127.0.0.1', port: config.port });
process.once('SIGTERM', () => {
  void app
    .close()
    .then(parts.close)
    .then(() => process.exit(0));
});
