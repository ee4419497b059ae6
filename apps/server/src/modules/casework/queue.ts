import { addDays, dayOf, instantAt, type Day, type Instant } from '@yimen/kernel';
import { stageWords, type CaseAct, type Stage } from '@yimen/core/casework';
import type { Calendar } from '@yimen/core/calendar';
import { remainingWorkingDays } from '@yimen/core/clock';
import type { Counts, Queue, QueueRow } from '@yimen/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Standing } from '@yimen/core/people';
import { grantsOf, type Grant } from './grants.ts';
import { sightOf, type Sight } from './visibility.ts';
import { actWords } from './words.ts';
import type { World } from './world.ts';

export interface QueueAsked {
  readonly scope: 'mine' | 'all';
  readonly light?: QueueRow['light'] | undefined;
  /** Only what ends today. */
  readonly due?: 'today' | undefined;
  readonly cursor?: string | undefined;
}

/** The officer for whom it is asked, and of which hall. */
export interface Viewer {
  readonly jurisdiction: string;
  readonly standing: Standing;
}

export interface RowOfQueue {
  readonly case_id: string;
  readonly number: string;
  readonly item_name: string;
  readonly applicant_masked: string;
  readonly authority_name: string;
  readonly stage: Stage;
  readonly clock_kind: string | null;
  readonly filed_at: Instant;
  readonly received_at: Instant | null;
  readonly act: CaseAct | null;
  readonly step_id: string | null;
  readonly holder: string | null;
  readonly due: Day | null;
  readonly paused: boolean | null;
  /** Where the next page begins. */
  readonly place: string;
}

const PAGE = 50;

export const rowColumns = sql`c.case_id, c.number, c.item_name, c.applicant_masked, c.authority_name, c.stage,
  c.clock_kind, c.filed_at, c.received_at`;

/** Rows ordered by remaining working time: the order of the instants at which the time ends. Reads indexes only. */
export async function queueOf(world: World, viewer: Viewer, asked: QueueAsked): Promise<Queue> {
  const calendar = await world.near.calendar();
  const today = dayOf(world.shell.now());
  const lit = sql`${lightCondition(asked.light, today, calendar)} and ${dueCondition(asked.due, today)}`;
  const after = afterCursor(asked.cursor);
  const { rows, total } =
    asked.scope === 'mine' ? await mine(world, viewer, { lit, after }) : await everyone(world, viewer, { lit, after });
  const views = rows.slice(0, PAGE).map((row) => rowView(row, { today, calendar, me: viewer.standing.person }));
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return { rows: views, total, ...(last === undefined ? {} : { next: last.place }) };
}

interface Narrowed {
  readonly lit: RawBuilder<unknown>;
  readonly after: RawBuilder<unknown>;
}

async function mine(world: World, viewer: Viewer, { lit, after }: Narrowed) {
  const { db } = world.shell;
  const grants = JSON.stringify(await grantsFor(world, viewer));
  const own = ownTasks(viewer);
  const { rows } = await sql<RowOfQueue>`select ${rowColumns}, t.act, t.step_id, t.holder, t.due, t.paused,
      t.sort_at::text || '/' || t.case_id as place
    from (
      select distinct on (t.sort_at, t.case_id) t.*
      from json_to_recordset(${grants}::json) as g(authority text, duty text, items text[])
      cross join lateral (
        select t.* from casework.tasks t
        where ${own} and t.authority = g.authority and t.duty = g.duty
          and (g.items is null or t.item_id = any(g.items)) and ${lit} and ${after}
        order by t.sort_at, t.case_id limit ${PAGE + 1}
      ) t
      order by t.sort_at, t.case_id, t.ordinal limit ${PAGE + 1}
    ) t
    join casework.cases c on c.jurisdiction = t.jurisdiction and c.case_id = t.case_id
    order by t.sort_at, t.case_id`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(distinct t.case_id)::int as total
    from json_to_recordset(${grants}::json) as g(authority text, duty text, items text[])
    join casework.tasks t on ${own} and t.authority = g.authority and t.duty = g.duty
      and (g.items is null or t.item_id = any(g.items)) and ${lit}`.execute(db);
  return { rows: onePerCase(rows), total: counted[0]?.total ?? 0 };
}

/** Of this hall, taken by nobody else, and nothing the officer's own earlier work forbids. */
const ownTasks = ({ jurisdiction, standing }: Viewer): RawBuilder<unknown> => sql`t.jurisdiction = ${jurisdiction}
  and (t.holder is null or t.holder = ${standing.person}) and not (${standing.person} = any(t.barred))`;

/** Two steps of one case waiting for the same person are one case to open. */
function onePerCase(rows: readonly RowOfQueue[]): readonly RowOfQueue[] {
  const seen = new Set<string>();
  return rows.filter(({ case_id }) => !seen.has(case_id) && seen.add(case_id));
}

async function everyone(world: World, viewer: Viewer, { lit, after }: Narrowed) {
  const sight = sightOf(viewer.standing, dayOf(world.shell.now()));
  const parts = partsInSight(viewer.jurisdiction, sight);
  const pages = parts.map(
    (part) => sql`select * from (select ${pageColumns} from casework.cases t where ${part} and ${lit} and ${after}
      order by t.sort_at, t.case_id limit ${PAGE + 1}) part`,
  );
  const { rows } = await sql<RowOfQueue>`select ${rowColumns}, w.act, w.step_id, w.holder, c.due, c.paused,
      c.sort_at::text || '/' || c.case_id as place
    from (${sql.join(pages, sql` union all `)} order by sort_at, case_id limit ${PAGE + 1}) c
    left join casework.tasks w on w.jurisdiction = c.jurisdiction and w.case_id = c.case_id and w.ordinal = 0
    order by c.sort_at, c.case_id`.execute(world.shell.db);
  const counts = parts.map((part) => sql`(select count(*) from casework.cases t where ${part} and ${lit})`);
  const { rows: counted } = await sql<{ total: number }>`select (${sql.join(counts, sql` + `)})::int as total`.execute(
    world.shell.db,
  );
  return { rows, total: counted[0]?.total ?? 0 };
}

const pageColumns = sql`t.jurisdiction, t.case_id, t.number, t.item_name, t.applicant_masked, t.authority_name, t.stage,
  t.clock_kind, t.filed_at, t.received_at, t.due, t.paused, t.sort_at`;

/**
 * The open cases in sight as conditions that exclude one another, each with an index in the order wanted: one for each
 * department, and one for the cases of others in which a department in sight examines.
 */
function partsInSight(jurisdiction: string, sight: Sight): readonly RawBuilder<unknown>[] {
  const open = sql`t.jurisdiction = ${jurisdiction} and t.open`;
  if (sight === 'hall') return [open];
  const own = [...sight];
  const others = sql`${open} and t.other_authorities <> '{}' and t.other_authorities && ${own}::text[] and t.authority <> all(${own}::text[])`;
  return [...own.map((authority) => sql`${open} and t.authority = ${authority}`), others];
}

async function grantsFor(world: World, { jurisdiction, standing }: Viewer): Promise<readonly Grant[]> {
  const authorities = await world.near.authorityNames(jurisdiction);
  return grantsOf(standing, dayOf(world.shell.now()), [...authorities.keys()]);
}

/** The departments among whose cases this officer's own are. */
export async function authoritiesOf(world: World, viewer: Viewer): Promise<ReadonlySet<string>> {
  return new Set((await grantsFor(world, viewer)).map(({ authority }) => authority));
}

function afterCursor(cursor: string | undefined): RawBuilder<unknown> {
  const match = /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00)\/([\w-]{1,64})$/.exec(cursor ?? '');
  if (match === null) return sql`true`;
  return sql`(t.sort_at, t.case_id) > (${match[1] ?? ''}::timestamptz, ${match[2] ?? ''})`;
}

/** One working day before the end turns amber. */
const WARNING_DAYS = 1;

function lightCondition(light: QueueRow['light'] | undefined, today: Day, calendar: Calendar): RawBuilder<unknown> {
  const warned = calendar.workingDayAfter(today, WARNING_DAYS);
  switch (light) {
    case 'red':
      return sql`not t.paused and t.due < ${today}::date`;
    case 'amber':
      return sql`not t.paused and t.due between ${today}::date and ${warned}::date`;
    case 'green':
      return sql`not t.paused and (t.due > ${warned}::date or t.due is null)`;
    case 'paused':
      return sql`t.paused`;
    case undefined:
      return sql`true`;
  }
}

/**
 * Ends today and is not paused, as the counts have it. The order of the index is that of the ends: only what ends between
 * the first and the last moment of the day is read.
 */
function dueCondition(due: QueueAsked['due'], today: Day): RawBuilder<unknown> {
  if (due === undefined) return sql`true`;
  const [from, to] = [instantAt(today, '00:00'), instantAt(addDays(today, 1), '00:00')];
  return sql`not t.paused and t.due = ${today}::date
    and t.sort_at >= ${from}::timestamptz and t.sort_at < ${to}::timestamptz`;
}

export interface RowReading {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly me: string;
}

export function rowView(row: RowOfQueue, { today, calendar, me }: RowReading): QueueRow {
  const act = row.act ?? (row.stage === 'awaitingCorrection' ? 'deliverCorrection' : undefined);
  const name = act === undefined ? stageWords[row.stage] : actWords[act];
  const shown = row.due === null ? {} : { due: row.due, remaining: remainingWorkingDays(row.due, today, calendar) };
  return {
    caseId: row.case_id,
    number: row.number,
    itemName: row.item_name,
    applicantName: row.applicant_masked,
    authorityName: row.authority_name,
    stage: row.stage,
    stageName: stageWords[row.stage],
    waitingFor: { act: act ?? row.stage, name, ...(row.step_id === null ? {} : { stepId: row.step_id }) },
    ...(row.clock_kind === null ? {} : { clockKind: row.clock_kind }),
    ...shown,
    light: lightOf(row, today, calendar),
    receivedAt: row.received_at ?? row.filed_at,
    heldByMe: row.holder === me,
  };
}

function lightOf({ paused, due }: RowOfQueue, today: Day, calendar: Calendar): QueueRow['light'] {
  if (paused === true) return 'paused';
  if (due === null) return 'green';
  if (due < today) return 'red';
  return due <= calendar.workingDayAfter(today, WARNING_DAYS) ? 'amber' : 'green';
}

/** How many cases wait for this person, how many of them end today, how many are late. */
export async function countsOf(world: World, viewer: Viewer): Promise<Counts> {
  const grants = JSON.stringify(await grantsFor(world, viewer));
  const at = world.shell.now();
  const today = dayOf(at);
  const { rows } = await sql<{ waiting: number; due_today: number; overdue: number }>`
    select count(distinct t.case_id)::int as waiting,
      (count(distinct t.case_id) filter (where not t.paused and t.due = ${today}::date))::int as due_today,
      (count(distinct t.case_id) filter (where not t.paused and t.due < ${today}::date))::int as overdue
    from json_to_recordset(${grants}::json) as g(authority text, duty text, items text[])
    join casework.tasks t on ${ownTasks(viewer)} and t.authority = g.authority and t.duty = g.duty
      and (g.items is null or t.item_id = any(g.items))`.execute(world.shell.db);
  const row = rows[0];
  return { waiting: row?.waiting ?? 0, dueToday: row?.due_today ?? 0, overdue: row?.overdue ?? 0, at };
}
