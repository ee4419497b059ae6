import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.ts';

/** A browser that can be killed as a person's is: by the system, at any instant, keeping its profile on the disk. */
export interface MortalBrowser {
  readonly page: Page;
  /** SIGKILL to the whole browser. */
  readonly kill: () => Promise<void>;
}

export async function openBrowser(profile: string): Promise<MortalBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--disable-sync'];
  const child = spawn(findChromium() ?? '', [...CHROMIUM_FLAGS, ...flags, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const browser = await connect(child, portFile);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('a browser without a context');
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, kill: () => kill(child, browser) };
}

async function connect(child: ChildProcess, portFile: string): Promise<Browser> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (child.exitCode !== null) throw new Error('the browser ended');
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined;
    if (port !== undefined && port !== '') return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await pause(50);
  }
  throw new Error('the browser did not start');
}

/** Its own process group, and no other. */
async function kill(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
  await browser.close().catch(() => undefined);
}
