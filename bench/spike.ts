import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActAnswer } from '@yimen/contract';
import { dayOf, instantFromMillis } from '@yimen/kernel';
import { startActors, type Acknowledged } from './hall/actors.ts';
import { openCaller, type Answer, type Caller } from './hall/caller.ts';
import { ownerConnection } from './hall/connections.ts';
import { lifeOf } from './hall/life.ts';
import { prove } from './hall/proof.ts';
import { pause, startServer } from './hall/server.ts';
import { numberOption, percentile, type Bench } from './report.ts';

const PORT = 18_443;
const ACTORS = 16;
const TIMES = 5;
const NORMAL_AGAIN_MS = 10_000;

/**
 * `npm run bench -- spike [--seconds 5]` (the promise: `--seconds 60`): what the server can do, then five times as many
 * requests whether it answers or not, then its ordinary work again.
 */
export const spike: Bench = async () => {
  const millis = numberOption('seconds', 5) * 1000;
  const folder = await mkdtemp(join(tmpdir(), 'yimen-spike-'));
  const server = startServer({ dataFolder: join(folder, 'data'), port: PORT, program: 'main' });
  try {
    await server.ready();
    const caller = await openCaller(server.origin, 600);
    const acts: Acknowledged[] = [];
    await work(caller, acts, millis);
    const before = await work(caller, acts, millis);
    const capacity = Math.max(10, Math.round((before.length * 1000) / millis));
    const met = await flood(caller, acts, { rate: capacity * TIMES, millis });
    const times = await afterwards(caller, acts, percentileOf(before, 95));
    const alive = server.child.exitCode === null;
    await pause(2000);
    const proof = await prove(await ownerConnection(join(folder, 'data')), acts);
    caller.close();
    return [
      `before: ${String(capacity)}/s by ${String(ACTORS)} people, p95 ${percentile(before, 95)}`,
      ...met,
      `server ${alive ? 'alive' : 'DEAD'}; ${times}`,
      `acknowledged ${String(acts.length)}: lost ${String(proof.lost)}, doubled ${String(proof.doubled)}, broken chains ${String(proof.chainBreaks)}`,
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

async function work(caller: Caller, acts: Acknowledged[], millis: number): Promise<readonly number[]> {
  const times: number[] = [];
  const actors = startActors({
    caller,
    actors: ACTORS,
    today: dayOf(instantFromMillis(Date.now())),
    acknowledged: (act, took) => {
      acts.push(act);
      times.push(took);
    },
  });
  await pause(millis);
  await actors.stop();
  return times;
}

/** Whole intakes, sent at their moment whatever became of those before. */
async function flood(
  caller: Caller,
  acts: Acknowledged[],
  { rate, millis }: { readonly rate: number; readonly millis: number },
) {
  const commands = lifeOf(1, dayOf(instantFromMillis(Date.now())))
    .slice(0, 3)
    .map(({ command }) => command);
  const met = { done: 0, later: 0, wordless: 0, other: 0, silent: 0 };
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  const began = performance.now();
  for (let nth = 0; nth < (rate * millis) / 1000; nth += 1) {
    const wait = began + (nth * 1000) / rate - performance.now();
    if (wait > 1) await pause(wait);
    const commandId = randomUUID();
    const asked = performance.now();
    const told = caller.post('/desk/cases', 'zhou.min', { commandId, commands }).then(
      (answer) => {
        if (answer.status < 300) times.push(performance.now() - asked);
        note(met, acts, answer, commandId);
      },
      () => void (met.silent += 1),
    );
    sent.push(told);
  }
  await Promise.all(sent);
  return [
    `${String(TIMES)}× for ${String(millis / 1000)} s, ${String(sent.length)} intakes: done ${String(met.done)} (p95 ${percentile(times, 95)}), 429/503 with Retry-After ${String(met.later)}, without ${String(met.wordless)}, other ${String(met.other)}, no answer ${String(met.silent)}`,
  ];
}

function note(
  met: { done: number; later: number; wordless: number; other: number },
  acts: Acknowledged[],
  answer: Answer,
  commandId: string,
): void {
  if (answer.status === 429 || answer.status === 503) met[answer.again === undefined ? 'wordless' : 'later'] += 1;
  else if (answer.status < 300) {
    met.done += 1;
    const { caseId, number, revision } = ActAnswer.parse(JSON.parse(answer.body));
    acts.push({ commandId, caseId, number, revision });
  } else met.other += 1;
}

async function afterwards(caller: Caller, acts: Acknowledged[], usual: number): Promise<string> {
  const began = performance.now();
  for (;;) {
    const p95 = percentileOf(await work(caller, acts, 1000), 95);
    const after = performance.now() - began;
    if (p95 <= usual * 1.2) return `p95 normal (≤ 1.2×) again within ${(after / 1000).toFixed(0)} s`;
    if (after > NORMAL_AGAIN_MS) return `p95 after ${(after / 1000).toFixed(0)} s still ${p95.toFixed(0)} ms`;
  }
}

function percentileOf(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor((sorted.length * percent) / 100)] ?? Number.NaN;
}
