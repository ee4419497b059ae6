/** `npm run screens`: every screen at both sizes, in both languages and (portal) in large type, into ./screens, to be looked at. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.ts';
import { screens, type Screen } from './screens.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = 18_420;
const base = `http://127.0.0.1:${String(port)}`;

const looks = [
  { name: 'wide-zh', width: 1366, height: 768, language: 'zh', large: false },
  { name: 'phone-zh', width: 390, height: 844, language: 'zh', large: false },
  { name: 'wide-en', width: 1366, height: 768, language: 'en', large: false },
  { name: 'phone-large', width: 390, height: 844, language: 'zh', large: true },
] as const;
type Look = (typeof looks)[number];

async function untilUp(): Promise<void> {
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

type Seat = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signs in once for each account and look. */
async function seatOf(browser: Browser, user: string, look: Look): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height } });
  const page = await context.newPage();
  await page.goto(`${base}/desk/`);
  await page.locator('#username').fill(user);
  await page.locator('#password').fill('demo-yimen-2026');
  await page.locator('form button[type=submit]').click();
  await page.locator('.shell').waitFor();
  if (look.language === 'en') await page.getByText('English').click();
  const seat = await context.storageState();
  await context.close();
  return seat;
}

const seats = new Map<string, Promise<Seat>>();

function seated(browser: Browser, user: string, look: Look): Promise<Seat> {
  const key = `${user} ${look.name}`;
  const seat = seats.get(key) ?? seatOf(browser, user, look);
  seats.set(key, seat);
  return seat;
}

async function take(browser: Browser, screen: Screen, look: Look): Promise<void> {
  const { width, height } = look;
  const seat = screen.user === undefined ? {} : { storageState: await seated(browser, screen.user, look) };
  const context = await browser.newContext({
    ...seat,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addCookies([
    { name: 'language', value: look.language, url: base },
    { name: 'large', value: look.large ? 'yes' : 'no', url: base },
  ]);
  const page = await context.newPage();
  await page.goto(base + screen.path, { waitUntil: 'load' });
  await page.waitForTimeout(700);
  for (const selector of screen.click ?? []) {
    await page.locator(selector).first().click({ timeout: 20_000 });
    await page.waitForTimeout(700);
  }
  const folder = join(root, 'screens', look.name);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${screen.name}.png`), fullPage: screen.user === undefined });
  await context.close();
}

const data = mkdtempSync(join(tmpdir(), 'yimen-screens-'));
const main = join(root, 'apps/server/src/main.ts');
const server = spawn(process.execPath, [main, '--port', String(port), '--data', data], { stdio: 'ignore' });
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] });
let failed = 0;
try {
  await untilUp();
  for (const look of looks) {
    for (const screen of screens.filter(({ user }) => user === undefined || !look.large)) {
      await take(browser, screen, look).catch((error: unknown) => {
        failed += 1;
        console.error(
          `${look.name}/${screen.name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
        );
      });
    }
  }
} finally {
  await browser.close();
  const stopped = new Promise((resolve) => void server.once('exit', resolve));
  server.kill('SIGTERM');
  await stopped;
  rmSync(data, { recursive: true, force: true });
}
console.log(`screens/: ${String(looks.length)} looks, ${String(failed)} not taken`);
process.exitCode = failed === 0 ? 0 : 1;
