import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseNumber } from '@yimen/core/casework';
import { addDays, dayOf, instantAt, instantFromMillis, type Day } from '@yimen/kernel';
import { anyang, demoPassword } from '@yimen/demo';
import { Queue } from '@yimen/contract';
import { sql } from 'kysely';
import { loadDemoHall } from '../apps/server/src/demo/index.ts';
import type { World } from '../apps/server/src/modules/casework/index.ts';
import { openParts } from '../apps/server/src/parts.ts';
import { verifyStream } from '../apps/server/src/platform/ledger/index.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import type { App } from '../apps/server/src/platform/http/index.ts';
import { buildServer } from '../apps/server/src/server.ts';
import { applicantNumbered, loadCases, loadedLives, type Loaded } from '../apps/server/src/test/loader.ts';
import { wire } from '../apps/server/src/wiring.ts';
import { pause } from './hall/server.ts';
import { settle } from './hall/settle.ts';
import { numberOption, percentile, type Bench } from './report.ts';

const CLERK = 'zhou.min';
const EXAMINER = 'li.qing';
const OVERSEER = 'yu.cha';
/** The same in both halls: what is at work does not grow with what is stored. */
const OPEN = 600;
const A_DAY = 5000;
const POLLS_A_SECOND = 30;

/**
 * `npm run bench -- growth [--small 2000] [--large 20000] [--rounds 100] [--seconds 5]`; the promise is `--small 10000
 * --large 1000000`. Two halls side by side, each asked the same in turn, so that a busy machine slows both alike.
 */
export const growth: Bench = async () => {
  const sizes = [numberOption('small', 2000), numberOption('large', 20_000)];
  const halls: Hall[] = [];
  const lines: string[] = [];
  try {
    for (const size of sizes) {
      const began = performance.now();
      halls.push(await openHall(size));
      lines.push(
        `${size.toLocaleString('en')} cases in the hall after ${((performance.now() - began) / 1000).toFixed(0)} s`,
      );
    }
    const [small, large] = halls;
    if (small === undefined || large === undefined) throw new Error('two halls');
    return [...lines, ...(await compare(small, large)), ...(await poll(large))];
  } finally {
    for (const hall of halls) await hall.close();
  }
};

interface Hall {
  readonly size: number;
  readonly today: Day;
  readonly app: App;
  readonly cookies: ReadonlyMap<string, string>;
  readonly open: readonly Loaded[];
  readonly close: () => Promise<void>;
}

async function openHall(size: number): Promise<Hall> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-growth-'));
  const parts = await openParts({ dataFolder: folder, log: createLog('error'), origin: 'http://127.0.0.1' });
  await loadDemoHall(parts.shell);
  const worlds = await wire(parts);
  const today = dayOf(parts.shell.now());
  const open = await fill(worlds.cases, size);
  await verifySample(worlds.cases);
  await settle(folder);
  const { app } = await buildServer({
    shell: parts.shell,
    worlds,
    demoClock: undefined,
    moved: () => undefined,
    requestsPerMinute: 1e6,
  });
  return {
    size,
    today,
    app,
    cookies: await signIn(app),
    open,
    close: async () => {
      await app.close();
      await parts.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The past: so many ended cases a day, back from yesterday; and what is open today. */
async function fill(world: World, size: number): Promise<readonly Loaded[]> {
  const today = dayOf(world.shell.now());
  let serial = 0;
  const next = (count: number): Loaded[] =>
    Array.from({ length: count }, () => ({ caseId: randomUUID(), commandId: randomUUID(), serial: (serial += 1) }));
  for (let left = size - OPEN, back = 1; left > 0; left -= A_DAY, back += 1) {
    const at = instantAt(addDays(today, -back), '10:00');
    await loadCases(world, { at, clerk: CLERK, cases: next(Math.min(left, A_DAY)), commands: loadedLives.ended });
  }
  const open = next(OPEN);
  const at = instantFromMillis(Date.parse(world.shell.now()) - 1000);
  await loadCases(world, { at, clerk: CLERK, cases: open, commands: loadedLives.open });
  return open;
}

/** A hundred streams from anywhere in the ledger, hashed again. */
async function verifySample({ shell }: World): Promise<void> {
  const { rows } = await sql<{ stream: string }>`(select stream from ledger.heads
    where jurisdiction = ${anyang} and stream > 'case:8' order by stream limit 50)
    union (select stream from ledger.heads where jurisdiction = ${anyang} and stream > 'case:2' order by stream limit 50)`.execute(
    shell.db,
  );
  for (const { stream } of rows) {
    const { breaks, entries } = await verifyStream(shell.db, { jurisdiction: anyang, stream });
    if (breaks.length > 0 || entries === 0) throw new Error(`${stream} does not verify`);
  }
}

async function signIn(app: App): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>();
  for (const username of [CLERK, EXAMINER, OVERSEER]) {
    const payload = { username, password: demoPassword };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    cookies.set(username, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }
  return cookies;
}

interface Question {
  readonly name: string;
  readonly ask: (hall: Hall, nth: number) => Promise<void>;
}

const get = (name: string, person: string, path: (hall: Hall, nth: number) => string): Question => ({
  name,
  ask: async (hall, nth) => {
    const answer = await hall.app.inject({ url: `/api/v1/desk/${path(hall, nth)}`, headers: cookieOf(hall, person) });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    if (path(hall, nth).startsWith('search') && Queue.parse(answer.json()).total === 0)
      throw new Error('nothing found');
  },
});

const cookieOf = ({ cookies }: Hall, person: string) => ({ cookie: cookies.get(person) ?? '' });
const spread = ({ size }: Hall, nth: number): number => 1 + ((nth * 7919) % (size - 1));

const QUESTIONS: readonly Question[] = [
  { name: 'a transition (claim, release)', ask: transition },
  get('the queue, one’s own', EXAMINER, () => 'queue'),
  get('the queue, the whole hall', OVERSEER, () => 'queue?scope=all'),
  get('the counts', EXAMINER, () => 'counts'),
  get(
    'look-up by name',
    OVERSEER,
    (hall, nth) => `search?q=${encodeURIComponent(applicantNumbered(spread(hall, nth)).name)}`,
  ),
  get('look-up by credit code', OVERSEER, (hall, nth) => `search?q=${codeOf(spread(hall, nth))}`),
  get('look-up by number', OVERSEER, (hall, nth) => `search?q=${numberOf(spread(hall, nth), hall)}`),
  get('a whole case', EXAMINER, ({ open }, nth) => `cases/${open[nth % open.length]?.caseId ?? ''}`),
];

/** The number of an ended case: so many a day, back from yesterday. */
function numberOf(serial: number, { today, size }: Hall): string {
  const ended = 1 + ((serial - 1) % (size - OPEN));
  return caseNumber(addDays(today, -Math.ceil(ended / A_DAY)), 1 + ((ended - 1) % A_DAY));
}

function codeOf(serial: number): string {
  const applicant = applicantNumbered(serial);
  return applicant.kind === 'organisation' ? applicant.creditCode : '';
}

async function transition(hall: Hall, nth: number): Promise<void> {
  const { caseId = '' } = hall.open[Math.floor(nth / 2) % hall.open.length] ?? {};
  const stepId = 'examine';
  const command = nth % 2 === 0 ? { type: 'claimStep', stepId } : { type: 'releaseStep', stepId, reason: '测量' };
  const answer = await hall.app.inject({
    method: 'POST',
    url: `/api/v1/desk/cases/${caseId}/acts`,
    headers: cookieOf(hall, EXAMINER),
    payload: { commandId: randomUUID(), commands: [command] },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}

async function compare(small: Hall, large: Hall): Promise<readonly string[]> {
  const rounds = numberOption('rounds', 100);
  const lines: string[] = [];
  for (const { name, ask } of QUESTIONS) {
    const times: readonly number[][] = [[], []];
    for (let nth = -20; nth < rounds; nth += 1)
      for (const [at, hall] of [small, large].entries()) {
        const began = performance.now();
        await ask(hall, nth + 20);
        if (nth >= 0) times[at]?.push(performance.now() - began);
      }
    const [few = [], many = []] = times;
    const ratio = (middle(many) / middle(few)).toFixed(2);
    lines.push(
      `${name}: p50 ${percentile(few, 50)} → ${percentile(many, 50)}, ratio ${ratio}; p95 ${percentile(few, 95)} → ${percentile(many, 95)}`,
    );
  }
  return lines;
}

const middle = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;

/** 300 clerks, each asking for queue and counts every ten seconds and whenever something moved. */
async function poll(hall: Hall): Promise<readonly string[]> {
  const seconds = numberOption('seconds', 5);
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const [own, all] = [QUESTIONS[1], QUESTIONS[2]];
  for (let nth = 0; nth < seconds * POLLS_A_SECOND; nth += 1) {
    const began = performance.now();
    const question = nth % 10 === 0 ? all : own;
    if (question !== undefined)
      asked.push(question.ask(hall, nth).then(() => void times.push(performance.now() - began)));
    await pause(1000 / POLLS_A_SECOND);
  }
  await Promise.all(asked);
  const load = loadavg()[0]?.toFixed(1) ?? '';
  return [
    `the queue, 300 clerks polling: p50 ${percentile(times, 50)}, p95 ${percentile(times, 95)} (promise 150 ms; load average ${load})`,
  ];
}
