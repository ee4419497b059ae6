import { demoPassword } from '@yimen/demo';
import { loadDemo } from '../apps/server/src/demo/index.ts';
import { lookAtCards } from '../apps/server/src/modules/supervision/index.ts';
import type { App } from '../apps/server/src/platform/http/index.ts';
import type { Db } from '../apps/server/src/platform/shell.ts';
import { wire } from '../apps/server/src/wiring.ts';
import { sql } from 'kysely';
import { OVERSEER } from './hall/grown.ts';
import { withHall } from './hall/inProcess.ts';
import { settle } from './hall/settle.ts';
import { numberOption, percentile, type Bench } from './report.ts';

/** Open cases of a large hall: what is at work does not grow with what is stored. */
const OPEN = 5000;
/** Copied by one statement. */
const AT_ONCE = 50_000;
/** The copies are decided on working weeks back from today. */
const DAYS = 220;

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
    await copy(parts.shell.db, cases);
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

/** Each followed case again and again under other ids, back from today; all but some ended. */
async function copy(db: Db, cases: number): Promise<void> {
  const { rows } = await sql<{ column: string }>`select column_name as column from information_schema.columns
    where table_schema = 'supervision' and table_name = 'watch' and is_generated = 'NEVER' order by ordinal_position`.execute(
    db,
  );
  const shifted = (column: string) => sql`(s.${sql.ref(column)} - (n % ${DAYS})::int)`;
  const written: Readonly<Record<string, ReturnType<typeof shifted>>> = {
    case_id: sql`gen_random_uuid()::text`,
    number: sql`'B' || n::text`,
    open: sql`n <= ${OPEN}`,
    state: sql`'{}'::jsonb`,
    trail: sql`'[]'::jsonb`,
    next_at: sql`null`,
    ...Object.fromEntries(
      ['filed_on', 'received_on', 'accepted_on', 'decided_on', 'ended_on'].map((day) => [day, shifted(day)]),
    ),
  };
  const columns = rows.map(({ column }) => column);
  const values = columns.map((column) => written[column] ?? sql`s.${sql.ref(column)}`);
  for (let from = 1; from <= cases; from += AT_ONCE) {
    const to = Math.min(cases, from + AT_ONCE - 1);
    const { numAffectedRows = 0n } =
      await sql`insert into supervision.watch (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(values)} from generate_series(${from}::int, ${to}::int) n
      join (select *, row_number() over (order by case_id) - 1 as nth, count(*) over () as many
        from supervision.watch where decided_on is not null and number not like 'B%') s on s.nth = n % s.many`.execute(
        db,
      );
    if (Number(numAffectedRows) !== to - from + 1) throw new Error(`${String(numAffectedRows)} copied`);
  }
}
