// `npm run test:lost [-- --points=200 --seed=1]`: the full round of e2e/lost.spec.ts (P37). Writes docs/rounds/lost.md.
import { writeFileSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';
import { run } from './run.ts';

const KINDS: Readonly<Record<string, string>> = {
  browser: 'browser killed (SIGKILL), opened again',
  server: 'server killed (SIGKILL), started again while somebody types on',
  network: 'no network for 2.5 s while somebody types on',
  networkThenBrowser: 'no network, then the browser killed, opened again with a network',
};

/** What the test prints of one kind: how often nothing, one field, and more than one were lost. */
interface Figures {
  readonly kind: string;
  readonly nothing: number;
  readonly one: number;
  readonly more: number;
}

const told = new Map(
  process.argv.slice(2).map((arg) => [arg.slice(2, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]),
);
const points = told.get('points') ?? '200';
const seed = told.get('seed') ?? '1';

const commit = (await run(['git', 'rev-parse', '--short', 'HEAD'])).output.trim();

function tableOf(figures: readonly Figures[]): string {
  const rows = figures.map(
    ({ kind, ...found }) =>
      `| ${KINDS[kind] ?? kind} | ${String(found.nothing)} | ${String(found.one)} | ${String(found.more)} |`,
  );
  return [
    '# Nothing typed is lost (P37)',
    '',
    `${points} random instants, seed ${seed}, commit ${commit}, while an application is typed at 40 keys a second. At most one field may be`,
    'missing afterwards. Repeat with `npm run test:lost -- --points=… --seed=…`.',
    '',
    '| what happened | nothing lost | one field | more |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const chromium = ensureChromium();
if (chromium === undefined) throw new Error('未测试：没有 Chromium / not tested: no Chromium');
const { code, output } = await run(
  ['playwright', 'test', '--config', 'e2e/playwright.config.ts', 'e2e/lost.spec.ts', '--reporter=list'],
  { env: { YIMEN_CHROMIUM: chromium, YIMEN_LOST_POINTS: points, YIMEN_SEED: seed } },
);
const figures = /^FIGURES (.*)$/m.exec(output)?.[1];
console.log(output);
if (code === 0 && figures !== undefined) {
  writeFileSync('docs/rounds/lost.md', tableOf(JSON.parse(figures) as readonly Figures[]));
  await run(['prettier', '--write', '--log-level', 'warn', 'docs/rounds/lost.md']);
}
process.exitCode = code;
