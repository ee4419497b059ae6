import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { openChromium } from './hall/chromium.ts';
import { startServer } from './hall/server.ts';
import { numberOption, type Bench } from './report.ts';

const PORT = 18_441;
const DEBUGGING_PORT = 18_442;

/** What one look of Lighthouse found, as a phone on a slow 4G line (its own simulation). */
interface Look {
  readonly performance: number;
  readonly accessibility: number;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly layoutShift: number;
  readonly bytes: number;
}

async function lookAt(url: string): Promise<Look> {
  const result = await lighthouse(url, {
    port: DEBUGGING_PORT,
    onlyCategories: ['performance', 'accessibility'],
    logLevel: 'error',
  });
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
  const { audits, categories, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  const figure = (id: string): number => audits[id]?.numericValue ?? Number.NaN;
  const score = (id: string): number => Math.round((categories[id]?.score ?? Number.NaN) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    largestPaintMs: figure('largest-contentful-paint'),
    blockedMs: figure('total-blocking-time'),
    layoutShift: figure('cumulative-layout-shift'),
    bytes: figure('total-byte-weight'),
  };
}

/** The look in the middle of several, by performance; the first one of a page fills the server's caches and counts too. */
async function middleLook(url: string, runs: number): Promise<Look> {
  const looks: Look[] = [];
  for (let run = 0; run < runs; run += 1) looks.push(await lookAt(url));
  const middle = looks.toSorted((left, right) => left.performance - right.performance)[Math.floor(runs / 2)];
  if (middle === undefined) throw new Error('--runs 应至少为 1 / must be at least 1');
  return middle;
}

function inWords(name: string, look: Look): string {
  const paint = `LCP ${(look.largestPaintMs / 1000).toFixed(1)} s`;
  const rest = `TBT ${String(Math.round(look.blockedMs))} ms, CLS ${look.layoutShift.toFixed(3)}`;
  const scores = `performance ${String(look.performance)}, accessibility ${String(look.accessibility)}`;
  return `${name}: ${scores}, ${paint}, ${rest}, ${String(Math.round(look.bytes / 1024))} KB`;
}

async function begin(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/drafts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jurisdiction: '410500', itemId: 'construction-permit' }),
  });
  return ((await answer.json()) as { readonly draftId: string }).draftId;
}

/** The portal's pages as Lighthouse sees them on a phone. `--runs 3` looks at each. */
export const pages: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-pages-'));
  const server = startServer({ dataFolder: folder, port: PORT, program: 'main' });
  const browser = await openChromium(join(folder, 'browser'), DEBUGGING_PORT);
  try {
    await server.ready();
    const draft = await begin(server.origin);
    const paths = {
      home: '/',
      'search results': '/halls/410500?q=%E5%BC%80%E7%BD%91%E5%90%A7',
      guide: '/halls/410500/items/construction-permit',
      'apply, first page': `/apply/${draft}/who`,
      track: '/track',
    };
    const lines: string[] = [];
    for (const [name, path] of Object.entries(paths))
      lines.push(inWords(name, await middleLook(server.origin + path, numberOption('runs', 3))));
    return lines;
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
