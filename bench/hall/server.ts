import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const HOST = fileURLToPath(new URL('host.ts', import.meta.url));
const POINTS = new URL('points.ts', import.meta.url).href;

export interface ServerOptions {
  readonly dataFolder: string;
  readonly port: number;
  /** `main`: as shipped, with its worker. `actsOnly`: the same server without the worker that makes the papers. */
  readonly program: 'main' | 'actsOnly';
  readonly databaseUrl?: string;
  /** Listens for the points at which it shall kill itself. */
  readonly points?: boolean;
  readonly nodeFlags?: readonly string[];
}

export interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
  /** The end of what it said on standard error. */
  readonly said: () => string;
  /** Resolves when it answers that it is well; throws when it ended or takes longer than two minutes. */
  readonly ready: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function startServer(options: ServerOptions): Server {
  const { dataFolder, port, databaseUrl, nodeFlags = [] } = options;
  const flags = [...nodeFlags, ...(options.points === true ? ['--import', POINTS] : [])];
  const program = options.program === 'main' ? MAIN : HOST;
  const child = spawn(process.execPath, [...flags, program, '--port', String(port), '--data', dataFolder], {
    env: {
      // oxlint-disable-next-line no-process-env -- the server needs the tools of the machine, nothing else of ours
      PATH: process.env['PATH'],
      LOG_LEVEL: 'error',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (data: Buffer) => (said = `${said}${data.toString()}`.slice(-4000)));
  const origin = `http://127.0.0.1:${String(port)}`;
  return {
    child,
    origin,
    said: () => said,
    ready: async () => {
      for (let waited = 0; waited < 120_000; waited += 25) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended: ${said}`);
        if (await isWell(origin)) return;
        await pause(25);
      }
      throw new Error(`the server did not become ready: ${said}`);
    },
    stop: () => end(child),
  };
}

/** A port nobody listens on now: two runs at once must not take one another's server for their own. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

export async function isWell(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    },
    () => false,
  );
}

export const pause = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));
