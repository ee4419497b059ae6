import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { announce, say, sayProgress } from './announce.ts';
import { loadDemo } from './demo/index.ts';
import { countAccounts } from './modules/people/index.ts';
import { configOrExit, type Config } from './platform/config.ts';
import { EmbeddedDatabaseError, MigrationError, UnsuitableDatabaseError } from './platform/database/index.ts';
import { createServerLog } from './platform/log/index.ts';
import { KeysMissing } from './platform/personal/index.ts';
import { openParts, type Parts } from './parts.ts';
import { openProof } from './proof.ts';
import { buildServer } from './server.ts';
import { SecretUnreadable } from './trusted.ts';
import { startWorker } from './worker.ts';
import { wire } from './wiring.ts';

const HOST = '127.0.0.1';
/** Screens keep a connection open for what is new; they are not waited for longer than this. */
const PATIENCE_MS = 3000;
/** A worker whose database went away keeps trying to record what it did. */
const WORKER_PATIENCE_MS = 15_000;

/** Something a person must change before Yimen can start; said in words, without a stack. */
class CannotStart extends Error {}

interface Running {
  readonly close: () => Promise<void>;
}

async function start(config: Config): Promise<Running> {
  const began = performance.now();
  const port = await freePort(config.port);
  const log = createServerLog(config.logLevel, join(config.dataFolder, 'log'));
  const origin = `http://${HOST}:${String(port)}`;
  const opened = await openParts({
    ...config,
    log,
    origin: config.publicUrl ?? origin,
    progress: (event) => sayProgress(event),
  });
  try {
    const parts = await settle(config, opened);
    // Asked before the door opens: a hall that serves must not end because its greeting could not be put together.
    const accounts = await countAccounts(parts.shell);
    const running = await serve(parts, config, port);
    announce({ origin, demo: parts.shell.demo, accounts, began });
    return running;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A demonstration stays one, and a real hall never becomes one: its accounts have a password that is printed here. */
async function settle(config: Config, parts: Parts): Promise<Parts> {
  if (parts.demoClock !== undefined) {
    if (config.demo) return parts;
    throw new CannotStart(
      '该数据目录是演示大厅，请用 --data 另选目录 / this folder holds the demonstration: choose another with --data',
    );
  }
  const { all, demonstration } = await countAccounts(parts.shell);
  if (!config.demo || all > demonstration) return parts;
  say('正在装载演示大厅，约半分钟……', 'loading the demonstration hall, half a minute or so…');
  const loaded = await loadDemo(parts, (done, of) => sayProgress('loading', { done, of }));
  say(`演示大厅已装载：${String(loaded.cases)} 个办件`, `the demonstration is there: ${String(loaded.cases)} cases`);
  return parts.withDemoClock();
}

async function serve(parts: Parts, config: Config, port: number): Promise<Running> {
  const { shell, demoClock, calendar, database } = parts;
  const worlds = await wire(parts);
  const proof = openProof(shell, config);
  const worker = await startWorker({ shell, pool: database.pool, worlds, calendar, demoClock, proof });
  const { app } = await buildServer({ shell, worlds, demoClock, moved: worker.poke, witnessing: proof.witnessing });
  await app.listen({ host: HOST, port });
  setImmediate(() => parts.press.warmUp());
  return {
    close: async () => {
      const impatient = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
      await app.close();
      clearTimeout(impatient);
      await Promise.race([
        worker.stop(),
        new Promise((resolve) => void setTimeout(resolve, WORKER_PATIENCE_MS).unref()),
      ]);
      await parts.close();
    },
  };
}

/** The port itself when it is free; any free one for 0. Asked first, because the address is printed on every paper. */
async function freePort(wanted: number): Promise<number> {
  // A browser that waits for the hall may knock here: held open, its connection would keep the probe from closing.
  const probe = createServer((knocking) => knocking.destroy());
  probe.listen(wanted, HOST);
  try {
    await once(probe, 'listening');
  } catch {
    throw new CannotStart(
      `端口 ${String(wanted)} 已被占用，请用 --port 另选 / port ${String(wanted)} is taken: choose another with --port`,
    );
  }
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : wanted;
}

/** Words for what a person can put right; everything else is a bug and shows where. */
function wordsOf(error: unknown): string {
  const known = [
    CannotStart,
    KeysMissing,
    SecretUnreadable,
    EmbeddedDatabaseError,
    MigrationError,
    UnsuitableDatabaseError,
  ];
  if (error instanceof Error && known.some((kind) => error instanceof kind)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The first signal closes in order, a second one does not wait any longer. */
function closeOnSignal(running: Promise<Running>): void {
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) process.exit(130);
    closing = true;
    say('正在停止……', 'stopping…');
    await (await running).close();
    say('已停止，数据已保存', 'stopped, everything is saved');
    process.exit(0);
  };
  const fail = (error: unknown): void => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close().catch(fail));
}

const running = start(configOrExit());
closeOnSignal(running);
try {
  await running;
} catch (error) {
  process.stderr.write(`无法启动 / cannot start: ${wordsOf(error)}\n`);
  process.exit(1);
}
