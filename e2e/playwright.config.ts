import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../tools/chromium.ts';

/** Another port lets two checkouts be tested side by side. */
const port = Number(process.env['YIMEN_E2E_PORT'] ?? 18_410);
/** A hall of its own for each run; Playwright reads this file in every process, so the folder is handed on. */
const data = (process.env['YIMEN_E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'yimen-e2e-')));

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalTeardown: './teardown.config.ts',
  // One hall, one clock: tests that move it ahead must not run beside others.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${String(port)}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] },
  },
  webServer: {
    command: `node ../apps/server/src/main.ts --port ${String(port)} --data ${data}`,
    url: `http://127.0.0.1:${String(port)}/api/v1/halls`,
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
