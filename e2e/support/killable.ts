import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.ts';

export interface Killable {
  readonly page: Page;
  /** Kills the browser and all its processes on the spot, as a pulled plug would. */
  readonly kill: () => Promise<void>;
}

const PORT_FILE = 'DevToolsActivePort';

async function portOf(folder: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await readFile(join(folder, PORT_FILE), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port !== undefined && path !== undefined && path !== '') return port;
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error('the browser did not start');
}

/** A browser of a window's computer: what it keeps stays in the folder, whoever kills it. */
export async function openKillable(folder: string): Promise<Killable> {
  await rm(join(folder, PORT_FILE), { force: true });
  const flags = [...CHROMIUM_FLAGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  const child = spawn(findChromium() ?? '', [...flags, 'about:blank'], { detached: true, stdio: 'ignore' });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(folder)}`);
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (page === undefined) throw new Error('the browser shows no page');
  const kill = async (): Promise<void> => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => undefined);
  };
  return { page, kill };
}
