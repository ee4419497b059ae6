import type { Instant } from '@yimen/kernel';
import { isEnded, isReceived, liveOf, type CaseEntry, type CaseState, type LiveCase } from '@yimen/core/casework';
import { stepsOf, type ServiceItem } from '@yimen/core/catalogue';
import type { Clock } from '@yimen/core/clock';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import { papersFor } from '../documents/index.ts';
import { identityHash, maskedName, nameHash } from './applicant.ts';
import { duesOf, nextLookAt, pressingOf, readClocks } from './clocks.ts';
import type { Surroundings } from './context.ts';
import { taskDue } from './taskDues.ts';
import { tasksOf } from './tasks.ts';
import type { CaseKey } from './tracking.ts';
import type { PaperWish, World } from './world.ts';

/** What an act made of a case. */
export interface Outcome {
  readonly key: CaseKey;
  readonly before: CaseState;
  readonly state: CaseState;
  readonly revision: number;
  readonly entries: readonly CaseEntry[];
  readonly context: Surroundings;
}

/** An outcome with all that the rows need, looked up before the transaction begins. */
export interface Projection extends Outcome {
  readonly live: LiveCase;
  readonly clocks: readonly Clock[];
  readonly authorityName: string;
}

export async function projectionOf(world: World, outcome: Outcome): Promise<Projection> {
  const live = liveOf(outcome.state);
  if (live === undefined) throw new Error('an act that leaves no case');
  const { item, calendar, now } = outcome.context;
  const names = await world.near.authorityNames(outcome.key.jurisdiction);
  return {
    ...outcome,
    live,
    clocks: readClocks({ state: outcome.state, item, calendar, now }),
    authorityName: names.get(item.authority) ?? item.authority,
  };
}

/** Rows, tasks, files and papers of one act, in its transaction. */
export async function writeProjection(world: World, tx: Tx, projection: Projection): Promise<void> {
  const { key, entries, context } = projection;
  await writeCase(world, tx, projection);
  await writeTasks(tx, projection);
  await writeFiles(tx, projection);
  await world.near.requestPapers(tx, key, wishesOf(entries, projection.live), context.now);
  if (entries.some(({ fact }) => fact.type === 'caseVoided')) await world.near.revokePapers(tx, key, context.now);
}

const wishesOf = (entries: readonly CaseEntry[], live: LiveCase): readonly PaperWish[] =>
  entries.flatMap(({ fact, revision }) => papersFor(fact, live).map((kind) => ({ revision, kind })));

async function writeCase(world: World, tx: Tx, projection: Projection): Promise<void> {
  const { key, live, state, revision, clocks, context } = projection;
  const { item } = context;
  const { applicant } = live.application;
  const pressing = isEnded(state) ? { paused: false } : pressingOf(clocks);
  await sql`insert into casework.cases (jurisdiction, case_id, number, revision, stage, open, item_id, item_version,
      item_name, authority, authority_name, other_authorities, applicant_masked, name_hash, identity_hash, filed_at,
      received_at, clock_kind, due, paused, sort_at, next_due_at, calendar_version, dues, state)
    values (${key.jurisdiction}, ${key.caseId}, ${live.application.number}, ${revision}, ${state.stage},
      ${!isEnded(state)}, ${item.id}, ${item.version}, ${item.name}, ${item.authority}, ${projection.authorityName},
      ${othersOf(item)}, ${maskedName(applicant)}, ${nameHash(world.keys, applicant.name)},
      ${identityHash(world.keys, applicant)}, ${live.application.filedAt}::timestamptz,
      ${receivedAt(projection)}::timestamptz, ${pressing.kind ?? null}, ${pressing.due ?? null}::date,
      ${pressing.paused}, ${sortAt(pressing)}::timestamptz, ${nextLookAt(state, clocks) ?? null}::timestamptz,
      ${context.calendar.version}, ${JSON.stringify(duesOf(clocks))}::jsonb, ${JSON.stringify(state)}::jsonb)
    on conflict (jurisdiction, case_id) do update set revision = excluded.revision, stage = excluded.stage,
      open = excluded.open, received_at = coalesce(cases.received_at, excluded.received_at),
      clock_kind = excluded.clock_kind, due = excluded.due, paused = excluded.paused, sort_at = excluded.sort_at,
      next_due_at = excluded.next_due_at, calendar_version = excluded.calendar_version, dues = excluded.dues,
      state = excluded.state`.execute(tx);
}

const othersOf = (item: ServiceItem): readonly string[] => [
  ...new Set(stepsOf(item.procedure).flatMap(({ authority }) => authority ?? [])),
];

/** The instant of receipt is that of its entry; an earlier act's stays as it was written then. */
function receivedAt({ live, entries }: Projection): Instant | null {
  if (!isReceived(live)) return null;
  return entries.find(({ fact }) => fact.type === 'applicationReceived')?.at ?? null;
}

const sortAt = ({ dueAt, paused }: { readonly dueAt?: Instant; readonly paused: boolean }): string =>
  dueAt === undefined || paused ? 'infinity' : dueAt;

async function writeTasks(tx: Tx, { key, state, clocks, context }: Projection): Promise<void> {
  await sql`delete from casework.tasks where jurisdiction = ${key.jurisdiction} and case_id = ${key.caseId}`.execute(
    tx,
  );
  const rows = tasksOf(state, context.item).map((task, ordinal) => ({
    ordinal,
    duty: task.duty,
    act: task.act,
    step_id: task.on ?? null,
    authority: task.authority,
    holder: task.holder ?? null,
    barred: task.barred ?? [],
    ...taskDue(task.on, clocks),
  }));
  if (rows.length === 0) return;
  await sql`insert into casework.tasks
      (jurisdiction, case_id, ordinal, duty, act, step_id, authority, item_id, holder, barred, sort_at,
      due, paused)
    select ${key.jurisdiction}, ${key.caseId}, t.ordinal, t.duty, t.act, t.step_id, t.authority, ${context.item.id},
      t.holder, t.barred, t.sort_at, t.due, t.paused
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(ordinal smallint, duty text, act text, step_id text,
      authority text, holder text, barred text[], sort_at timestamptz, due date, paused boolean)`.execute(tx);
}

async function writeFiles(tx: Tx, { key, entries }: Projection): Promise<void> {
  const files = entries.flatMap(({ fact }) =>
    'materials' in fact ? fact.materials.flatMap(({ file }) => file ?? []) : [],
  );
  const minutes = entries.flatMap(({ fact }) =>
    fact.type === 'minutesAttached' && fact.file !== undefined
      ? [{ sha256: fact.file, name: fact.title, mediaType: 'application/pdf' }]
      : [],
  );
  const rows = [...files, ...minutes];
  if (rows.length === 0) return;
  await sql`insert into casework.case_files (jurisdiction, case_id, sha256, name, media_type)
    select ${key.jurisdiction}, ${key.caseId}, f.sha256, f.name, f."mediaType"
    from json_to_recordset(${JSON.stringify(rows)}::json) as f(sha256 text, name text, "mediaType" text)
    on conflict do nothing`.execute(tx);
}
