import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const ELSEWHERE: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** As root Chromium has no sandbox; the rest keeps it from talking to anyone while it is tested. */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface PlaywrightModule {
  readonly chromium: { readonly executablePath: () => string };
}

function installedByPlaywright(): string | undefined {
  const beside = createRequire(new URL('../e2e/package.json', import.meta.url));
  const { chromium } = beside('@playwright/test') as PlaywrightModule;
  return [chromium.executablePath()].find((path) => existsSync(path));
}

/** A Chromium that is on this machine already: `YIMEN_CHROMIUM`, one of the system's, or Playwright's. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...(process.env['YIMEN_CHROMIUM'] ? [process.env['YIMEN_CHROMIUM']] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(ELSEWHERE[process.platform] ?? []),
  ];
  return candidates.find((path) => existsSync(path)) ?? installedByPlaywright();
}

function attempt(command: string, args: readonly string[], seconds: number): boolean {
  console.log(`正在安装 Chromium / installing Chromium: ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: seconds * 1000 }).status === 0;
}

/** Playwright's own where it can be reached; as root on Debian and its kin, the system's package. */
function install(): void {
  if (attempt('playwright', ['install', 'chromium', '--no-shell'], 180) && installedByPlaywright()) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  attempt('apt-get', ['update'], 180);
  attempt('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], 600);
}

/** A Chromium, installed if need be; undefined when none can be had. */
export function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  install();
  return findChromium();
}
