/**
 * `npm run screens`: every screen in every state, at both sizes, in both languages and in large type, into ./screens, to be
 * looked at. `--only=desk-queue` takes those whose name contains it; `--base=http://…` looks at a hall that runs already.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.ts';
import { looks } from './looks.ts';
import { screens } from './screens.ts';
import { show } from './show.ts';
import { prepare, usersOf } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    look: { type: 'string', default: '' },
    base: { type: 'string', default: '' },
  },
});

async function untilUp(base: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const up = await fetch(`${base}/api/v1/halls`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => void setTimeout(resolve, 500));
  }
  throw new Error('the demonstration did not start');
}

/** A hall of its own, for as long as the work takes. */
async function withHall(work: (base: string) => Promise<void>): Promise<void> {
  if (values.base !== '') return work(values.base);
  const port = 18_420;
  const data = mkdtempSync(join(tmpdir(), 'yimen-screens-'));
  const main = join(root, 'apps/server/src/main.ts');
  const server = spawn(process.execPath, [main, '--port', String(port), '--data', data], { stdio: 'ignore' });
  try {
    const base = `http://127.0.0.1:${String(port)}`;
    await untilUp(base);
    await work(base);
  } finally {
    const stopped = new Promise((resolve) => void server.once('exit', resolve));
    server.kill('SIGTERM');
    await stopped;
    rmSync(data, { recursive: true, force: true });
  }
}

/** Takes every picture; answers what could not be taken, and why. */
async function takeAll(browser: Browser, base: string): Promise<readonly string[]> {
  const failed: string[] = [];
  const stage = await prepare(browser, base, usersOf(screens));
  for (const look of looks.filter(({ name }) => name.includes(values.look))) {
    const folder = join(root, 'screens', look.name);
    mkdirSync(folder, { recursive: true });
    for (const screen of screens.filter(({ name }) => name.includes(values.only))) {
      try {
        const page = await show(browser, { base, stage, screen, look });
        await page.screenshot({ path: join(folder, `${screen.name}.png`), fullPage: true });
        await page.context().close();
      } catch (error) {
        failed.push(
          `${look.name}/${screen.name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`,
        );
      }
    }
  }
  return failed;
}

const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] });
try {
  await withHall(async (base) => {
    const failed = await takeAll(browser, base);
    for (const line of failed) console.error(line);
    console.log(
      `screens/: ${String(screens.length)} screens in ${String(looks.length)} looks, ${String(failed.length)} not taken`,
    );
    process.exitCode = failed.length === 0 ? 0 : 1;
  });
} finally {
  await browser.close();
}
