import { demoPassword } from '@yimen/demo';
import { loadDemo } from '../apps/server/src/demo/index.ts';
import { lookAtCards } from '../apps/server/src/modules/supervision/index.ts';
import type { App } from '../apps/server/src/platform/http/index.ts';
import { wire } from '../apps/server/src/wiring.ts';
import { copyFollowed } from './hall/followed.ts';
import { OVERSEER } from './hall/grown.ts';
import { withHall } from './hall/inProcess.ts';
import { settle } from './hall/settle.ts';
import { numberOption, percentile, type Bench } from './report.ts';

/** Open cases of a large hall: what is at work does not grow with what is stored. */
const OPEN = 5000;

const QUESTIONS: readonly (readonly [name: string, path: string])[] = [
  ['the board', '/api/v1/desk/supervision/board'],
  ['figures of the month', '/api/v1/desk/supervision/figures'],
  ['rows behind a number', '/api/v1/desk/supervision/rows?figure=waiting'],
  ['the public page of real times', '/api/v1/open/halls/410500/performance'],
];

/**
 * `npm run bench -- board [--cases 1000000] [--runs 60]`: what a supervisor's wall asks, in the demonstration's hall and again with so
 * many cases followed. The cases are copies of followed ones, spread over a year's days; what the board does not read
 * (states, trails) is left out of them.
 */
export const board: Bench = () =>
  withHall('board', async ({ folder, parts, serve }) => {
    await loadDemo(parts);
    const { supervision } = await wire(parts);
    while ((await lookAtCards(supervision)) > 0);
    const runs = numberOption('runs', 60);
    const small = await askAll(await serve(), runs);
    const cases = numberOption('cases', 1_000_000);
    const began = performance.now();
    await copyFollowed(parts.shell.db, cases, OPEN);
    await settle(folder);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const large = await askAll(await serve(), runs);
    return [
      `${cases.toLocaleString('en')} followed cases copied in ${seconds} s, ${OPEN.toLocaleString('en')} of them open`,
      ...QUESTIONS.map(([name]) => told(name, small.get(name) ?? [], large.get(name) ?? [])),
    ];
  });

const middle = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;

function told(name: string, small: readonly number[], large: readonly number[]): string {
  const first = large[0]?.toFixed(0) ?? '–';
  const times = `p50 ${percentile(large, 50)}, p95 ${percentile(large, 95)}, the first ${first} ms`;
  return `${name}: ${times}; p50 in the small hall ${percentile(small, 50)} (${(middle(large) / middle(small)).toFixed(1)}×)`;
}

async function askAll(app: App, runs: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const payload = { username: OVERSEER, password: demoPassword };
  const session = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
  if (session.statusCode !== 200) throw new Error(session.body);
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  const asked = new Map<string, readonly number[]>();
  for (const [name, url] of QUESTIONS) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now();
      const answer = await app.inject({ url, headers: { cookie } });
      times.push(performance.now() - began);
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    }
    asked.set(name, times);
  }
  return asked;
}
