import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { caseNumber } from '@yimen/core/casework';
import { addDays } from '@yimen/kernel';
import { Queue } from '@yimen/contract';
import { readPostmaster } from '../apps/server/src/platform/database/postmaster.ts';
import { applicantNumbered } from '../apps/server/src/test/loader.ts';
import { cpuTime } from './hall/cpu.ts';
import { A_DAY, EXAMINER, openGrown, OPEN, OVERSEER, type Grown as Hall } from './hall/grown.ts';
import { pause } from './hall/server.ts';
import { numberOption, percentile, textOption, type Bench } from './report.ts';

const POLLS_A_SECOND = 30;

/**
 * `npm run bench -- growth [--small 2000] [--large 20000] [--rounds 100] [--seconds 5] [--data DIR]`; the promise
 * is `--small 10000 --large 1000000`. Two halls side by side, each asked the same in turn, so that a busy machine slows both
 * alike. With `--data` the halls stay there, and a later run asks them again without filling them.
 */
export const growth: Bench = async () => {
  const sizes = [numberOption('small', 2000), numberOption('large', 20_000)];
  const halls: Hall[] = [];
  const lines: string[] = [];
  try {
    for (const size of sizes) {
      const hall = await openGrown(size, textOption('data'));
      halls.push(hall);
      lines.push(hall.grown);
    }
    const [small, large] = halls;
    if (small === undefined || large === undefined) throw new Error('two halls');
    for (const hall of halls) await hall.signIn();
    return [...lines, ...(await compare(small, large)), ...(await poll(large))];
  } finally {
    for (const hall of halls) await hall.close();
  }
};

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
  const lines: string[] = [];
  for (const question of QUESTIONS) lines.push(await compareOne(question, [small, large]));
  return lines;
}

const WARM = 20;

interface Asked {
  readonly times: number[];
  /** Milliseconds of the processor, of this process and of the hall's PostgreSQL, for all of `times`. */
  server: number;
  postgres: number;
}

async function compareOne({ name, ask }: Question, halls: readonly Hall[]): Promise<string> {
  const rounds = numberOption('rounds', 100);
  const found = halls.map((): Asked => ({ times: [], server: 0, postgres: 0 }));
  for (let nth = 0; nth < WARM; nth += 1) for (const hall of halls) await ask(hall, nth);
  const before = halls.map(postgresTime);
  for (let nth = WARM; nth < WARM + rounds; nth += 1)
    for (const [at, hall] of halls.entries()) {
      const [began, used] = [performance.now(), process.cpuUsage()];
      await ask(hall, nth);
      const { user, system } = process.cpuUsage(used);
      const one = found[at];
      one?.times.push(performance.now() - began);
      if (one !== undefined) one.server += (user + system) / 1000;
    }
  for (const [at, one] of found.entries()) {
    const hall = halls[at];
    if (hall !== undefined) one.postgres = postgresTime(hall) - (before[at] ?? 0);
  }
  return inWords(name, found, rounds);
}

function inWords(name: string, found: readonly Asked[], rounds: number): string {
  const [few, many] = found;
  if (few === undefined || many === undefined) throw new Error('two halls');
  const ratio = (middle(many.times) / middle(few.times)).toFixed(2);
  const whole = (asked: Asked): number => asked.server + asked.postgres;
  const cost = (asked: Asked): string =>
    `${(asked.server / rounds).toFixed(1)} + ${(asked.postgres / rounds).toFixed(1)}`;
  return `${name}: p50 ${percentile(few.times, 50)} → ${percentile(many.times, 50)}, ratio ${ratio}; p95 ${percentile(few.times, 95)} → ${percentile(many.times, 95)}; processor, server + PostgreSQL: ${cost(few)} → ${cost(many)} ms, ratio ${(whole(many) / whole(few)).toFixed(2)}`;
}

function postgresTime({ folder }: Hall): number {
  return cpuTime(process.pid, readPostmaster(join(folder, 'postgres'))?.pid ?? 0)?.postgres ?? Number.NaN;
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
