// `npm run test:lost [-- --points=200 --seed=1]`: the full round of e2e/lost.spec.ts (P37).
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.ts';

const told = new Map(
  process.argv.slice(2).map((arg) => [arg.slice(2, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]),
);
const chromium = ensureChromium();
if (chromium === undefined) throw new Error('未测试：没有 Chromium / not tested: no Chromium');
const command = ['test', '--config', 'e2e/playwright.config.ts', 'e2e/lost.spec.ts', '--reporter=list'];
const { status } = spawnSync('playwright', command, {
  stdio: 'inherit',
  env: {
    ...process.env,
    YIMEN_CHROMIUM: chromium,
    YIMEN_LOST_POINTS: told.get('points') ?? '200',
    YIMEN_SEED: told.get('seed') ?? '1',
  },
});
process.exitCode = status ?? 1;
