import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { playwrightCounts, vitestCounts, type Counts } from './results.ts';
import { inPairs, run } from './run.ts';

/** One thing `npm test` does. A check counts as one test; a test program's own tests are counted. */
interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly counts?: () => Counts | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

interface Report {
  readonly name: string;
  readonly counts: Counts;
}

const node = process.execPath;
const reports = mkdtempSync(join(tmpdir(), 'yimen-reports-'));

/** Route modules import types React Router writes: without them both types and lint see errors in a fresh clone. */
const ROUTE_TYPES: Step = { name: 'route types', command: ['react-router', 'typegen', 'apps/portal'] };

const CHECKS: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [node, 'tools/check-types.ts'] },
  { name: 'boundaries', command: [node, 'tools/check-boundaries.mjs'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
];

function vitest(project: string): Step {
  const report = join(reports, `${project}.json`);
  const outputFile = `--outputFile.json=${report}`;
  return {
    name: project,
    command: ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', outputFile],
    counts: () => vitestCounts(report),
    env: { NO_COLOR: '1' },
  };
}

const CORE = vitest('core');
const DATABASE: readonly Step[] = [{ name: 'schema.sql', command: [node, 'tools/schema.ts', 'check'] }, vitest('db')];
const WEB = vitest('web');

function e2e(chromium: string, args: readonly string[]): readonly Step[] {
  const report = join(reports, 'e2e.json');
  return [
    { name: 'web apps build', command: [node, 'tools/build-web.ts'] },
    {
      name: 'e2e',
      command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=line,json', ...args],
      counts: () => playwrightCounts(report),
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, YIMEN_CHROMIUM: chromium },
    },
  ];
}

/** A program that failed without naming a failed test (it crashed, or wrote no report) counts as one failure. */
function countsOf(step: Step, code: number): Counts {
  const own = step.counts?.() ?? { passed: code === 0 && !step.counts ? 1 : 0, failed: 0, skipped: [] };
  const unheard = (code !== 0 || (step.counts && own.passed === 0)) && own.failed === 0;
  return unheard ? { ...own, failed: 1 } : own;
}

/** A thousand lines of the same complaint hide the other steps. The first ones name the cause, the last ones the sum. */
function shorten(output: string): string {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 400) return lines.join('\n');
  return [...lines.slice(0, 300), `… ${String(lines.length - 400)} lines left out …`, ...lines.slice(-100)].join('\n');
}

async function perform(step: Step): Promise<Report> {
  const began = performance.now();
  const { code, output } = await run(step.command, { env: step.env ?? {} });
  const counts = countsOf(step, code);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const tests = step.counts ? `, ${String(counts.passed)} passed, ${String(counts.failed)} failed` : '';
  console.log(`${counts.failed === 0 ? '✓' : '✗'} ${step.name} (${seconds} s${tests})`);
  if (counts.failed > 0) console.log(shorten(output));
  return { name: step.name, counts };
}

async function inTurn(steps: readonly Step[]): Promise<readonly Report[]> {
  const done: Report[] = [];
  for (const step of steps) done.push(await perform(step));
  return done;
}

async function inBrowser(args: readonly string[]): Promise<readonly Report[]> {
  const chromium = ensureChromium();
  if (chromium !== undefined) return inTurn(e2e(chromium, args));
  const skipped = ['end-to-end tests: no Chromium was found and none could be installed'];
  return [{ name: 'e2e', counts: { passed: 0, failed: 0, skipped } }];
}

async function perPart(part: string, args: readonly string[]): Promise<readonly Report[]> {
  if (part === 'e2e') return inBrowser(args);
  const checked = [await perform(ROUTE_TYPES), ...(await inPairs(CHECKS, perform))];
  if (part === 'check') return [...checked, ...(await inTurn([CORE]))];
  const tested = await inTurn([CORE, ...DATABASE, WEB]);
  return [...checked, ...tested, ...(await inBrowser([]))];
}

/** The last line is the one a machine reads: nothing else may stand on it or after it. */
function conclude(all: readonly Report[]): void {
  const sum = (pick: (counts: Counts) => number): string =>
    String(all.reduce((total, { counts }) => total + pick(counts), 0));
  for (const { name, counts } of all)
    for (const words of counts.skipped) console.log(`未测试 / not tested: ${name}: ${words}`);
  const failed = sum((counts) => counts.failed);
  for (const { name, counts } of all) if (counts.failed > 0) console.log(`失败 / failed: ${name}`);
  const skipped = sum((counts) => counts.skipped.length);
  console.log(`${sum((counts) => counts.passed)} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === '0' ? 0 : 1;
}

const [part = 'all', ...args] = process.argv.slice(2);
try {
  conclude(await perPart(part, args));
} finally {
  rmSync(reports, { recursive: true, force: true });
}
