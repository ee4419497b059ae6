import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.ts';
import { pause } from './server.ts';

interface OpenChromium {
  readonly close: () => Promise<void>;
}

/** A headless Chromium of its own profile that listens for tools on `port`; throws when there is none or it does not start. */
export async function openChromium(profile: string, port: number): Promise<OpenChromium> {
  const program = findChromium();
  if (program === undefined) throw new Error('未测量：没有 Chromium / not measured: no Chromium');
  const flags = ['--headless=new', `--remote-debugging-port=${String(port)}`, `--user-data-dir=${profile}`];
  const child = spawn(program, [...CHROMIUM_FLAGS, ...flags, 'about:blank'], { stdio: 'ignore' });
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (child.exitCode !== null) break;
    if (await listens(port)) return { close };
    await pause(100);
  }
  await close();
  throw new Error('the browser did not start');
}

const listens = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${String(port)}/json/version`).then(
    (answer) => answer.ok,
    () => false,
  );
