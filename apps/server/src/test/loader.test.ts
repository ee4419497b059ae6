import { openApplicant } from '../modules/casework/applicant.ts';
import { actOnCase, type Performer } from '../modules/casework/index.ts';
import type { Applicant } from '@yimen/core/casework';
import { anyang } from '@yimen/demo';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../platform/ledger/index.ts';
import { cast, queue } from './cases.ts';
import { openHall, type TestHall } from './hall.ts';
import { filingNumbered, loadedLives, planCases, type Loaded, type Planned } from './loader.ts';
import { withoutIndexes } from './withoutIndexes.ts';

let acted: TestHall;
let loaded: TestHall;
beforeAll(async () => void ([acted, loaded] = await Promise.all([openHall(), openHall()])));
afterAll(() => Promise.all([acted.close(), loaded.close()]));

const casesOf = (life: string, count: number): readonly Loaded[] =>
  Array.from({ length: count }, (_, nth) => ({
    caseId: `${life}-${String(nth)}`,
    commandId: `c-${life}-${String(nth)}`,
    serial: nth + (life === 'open' ? 0 : 100),
  }));

const TABLES = [
  `select jurisdiction, stream, revision, type, at, device_time, actor, body, command_id from ledger.entries
    where stream like 'case:%' order by stream, revision`,
  `select jurisdiction, stream, revision from ledger.heads where stream like 'case:%' order by stream`,
  "select jurisdiction, scope, command_id, encode(request_hash, 'hex') as request, answer, at from ledger.commands order by 2, 3",
  `select jurisdiction, case_id, number, revision, stage, open, item_id, item_version, item_name, authority,
    authority_name, other_authorities, applicant_masked, filed_at, received_at, clock_kind, due, paused, sort_at::text,
    next_due_at, calendar_version, dues, state from casework.cases order by case_id`,
  `select jurisdiction, case_id, ordinal, duty, act, step_id, authority, item_id, holder, barred, sort_at::text, due, paused
    from casework.tasks order by case_id, ordinal`,
  'select jurisdiction, day, last from casework.number_serials order by day',
  `select jurisdiction, case_id from casework.look_ups order by case_id`,
  'select jurisdiction, case_id, revision, kind, ordinal, requested_at, state from documents.papers order by case_id, revision, kind',
];

/** Every row of the cases, with what is sealed opened: each sealing is another text. */
async function picture(hall: TestHall): Promise<readonly unknown[]> {
  const tables: unknown[] = [];
  for (const text of TABLES)
    tables.push((await hall.database.pool.query<Record<string, unknown>>(text)).rows.map((row) => plain(hall, row)));
  return tables;
}

function plain({ world }: TestHall, row: Record<string, unknown>): unknown {
  const { case_id: id, stream } = row;
  const caseId = typeof id === 'string' ? id : typeof stream === 'string' ? stream.replace('case:', '') : '';
  return JSON.parse(JSON.stringify(row), (name, value: unknown) =>
    name === 'applicant' ? openApplicant(world.keeper, { jurisdiction: anyang, caseId }, value as Applicant) : value,
  );
}

async function asOwner(hall: TestHall, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: hall.adminConnectionString });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

/** Every index and constraint there is, as PostgreSQL tells it. */
async function indexesOf({ database }: TestHall): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ made: string }>(
    `select indexdef as made from pg_indexes where schemaname in ('casework', 'ledger', 'documents')
     union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint order by 1`,
  );
  return rows.map(({ made }) => made);
}

test('what the loader writes is what the acts write, row for row', async () => {
  const standing = await acted.world.near.standingOf(anyang, cast.clerk);
  if (standing === undefined) throw new Error('no clerk');
  const by: Performer = { kind: 'officer', standing };
  const planned: Planned[] = [];
  for (const [life, commands] of Object.entries(loadedLives)) {
    const cases = casesOf(life, 6);
    for (const { caseId, commandId, serial } of cases) {
      const key = { jurisdiction: anyang, caseId };
      const done = await actOnCase(acted.world, {
        key,
        commandId,
        commands: [filingNumbered(serial), ...commands],
        by,
      });
      expect(done, JSON.stringify(done)).toMatchObject({ ok: true });
    }
    planned.push(await planCases(loaded.world, { at: loaded.shell.now(), clerk: cast.clerk, cases, commands }));
  }
  const indexes = await indexesOf(loaded);
  await asOwner(loaded, (owner) =>
    withoutIndexes(owner, async () => {
      expect((await indexesOf(loaded)).length).toBeLessThan(indexes.length);
      for (const { write } of planned) await write();
    }),
  );
  expect(await indexesOf(loaded)).toEqual(indexes);
  const [real, made] = [await picture(acted), await picture(loaded)];
  for (const [at, table] of made.entries()) {
    expect(table).not.toEqual([]);
    expect(table).toEqual(real[at]);
  }
  expect((await verifyAll(loaded.database.kysely)).breaks).toEqual([]);
  // Sealed hashes of look-ups are keyed by each hall's own ring: that they find the case is asked instead.
  expect((await loaded.as(cast.supervisor).get(`/desk/search?q=13800000003`)).json()).toMatchObject({ total: 1 });
});

test('no statement of a desk reads a table of cases from end to end', async () => {
  await queue(loaded, cast.examiner);
  for (const path of [
    'queue?scope=all',
    'queue?scope=all&due=today',
    'counts',
    'search?q=13800000003',
    'search?q=测量零零零零零零零三有限公司',
  ])
    for (const person of [cast.examiner, cast.supervisor])
      expect((await loaded.as(person).get(`/desk/${path}`)).statusCode).toBe(200);
  const statements = await preparedIn(loaded);
  expect(statements.length).toBeGreaterThan(8);
  const client = await loaded.database.pool.connect();
  try {
    // With so few rows reading a table through would be the cheapest: whatever still does it now has no index to go by.
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    const scans: string[] = [];
    for (const text of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      if (/Seq Scan on (cases|tasks|look_ups|case_files|entries|heads|commands|papers)/.test(plan)) scans.push(text);
    }
    expect(scans).toEqual([]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

/** Every statement with parameters that the server sent so far, as its connections keep them. */
async function preparedIn({ database }: TestHall): Promise<readonly string[]> {
  const clients = await Promise.all(Array.from({ length: 20 }, () => database.pool.connect()));
  const texts = new Set<string>();
  for (const client of clients) {
    const { rows } = await client.query<{ statement: string }>('select statement from pg_prepared_statements');
    for (const { statement } of rows) if (/casework\.|ledger\.|documents\./.test(statement)) texts.add(statement);
    client.release();
  }
  return [...texts];
}
