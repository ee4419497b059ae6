import type { Instant } from '@yimen/kernel';
import { isEnded, isReceived, liveOf, type CaseEntry, type CaseState, type LiveCase } from '@yimen/core/casework';
import { stepsOf, type ServiceItem } from '@yimen/core/catalogue';
import type { Clock } from '@yimen/core/clock';
import type { Act } from '../../platform/ledger/index.ts';
import { papersFor } from '../documents/index.ts';
import { identityHash, lookUpHashes, maskedName, nameHash } from './applicant.ts';
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

/** Rows, tasks, files and wished papers of one act, by the table they go to (see `beside.ts`). */
export function rowsOf(world: World, projection: Projection): Act['rows'] {
  const { key, entries, context, live } = projection;
  const tasks = taskRows(projection);
  return {
    cases: [caseRow(world, projection)],
    tasks,
    tasks_gone: [{ case_id: key.caseId, tasks: tasks.length }],
    files: fileRows(projection),
    look_ups: lookUpRows(world, projection),
    ...world.near.paperRows(key, wishesOf(entries, live), context.now),
  };
}

/** A voided case takes its papers with it, in the same transaction. */
export const isVoided = ({ entries }: Outcome): boolean => entries.some(({ fact }) => fact.type === 'caseVoided');

const wishesOf = (entries: readonly CaseEntry[], live: LiveCase): readonly PaperWish[] =>
  entries.flatMap(({ fact, revision }) => papersFor(fact, live).map((kind) => ({ revision, kind })));

function caseRow(world: World, projection: Projection): object {
  const { key, live, state, clocks, context } = projection;
  const { item } = context;
  const { applicant } = live.application;
  const pressing = isEnded(state) ? { paused: false } : pressingOf(clocks);
  return {
    case_id: key.caseId,
    number: live.application.number,
    stage: state.stage,
    open: !isEnded(state),
    item_id: item.id,
    item_version: item.version,
    item_name: item.name,
    authority: item.authority,
    authority_name: projection.authorityName,
    other_authorities: othersOf(item),
    applicant_masked: maskedName(applicant),
    name_hash: nameHash(world.keeper, applicant.name).toString('hex'),
    identity_hash: identityHash(world.keeper, key, applicant).toString('hex'),
    filed_at: live.application.filedAt,
    received_at: receivedAt(projection),
    clock_kind: pressing.kind ?? null,
    due: pressing.due ?? null,
    paused: pressing.paused,
    sort_at: sortAt(pressing),
    next_due_at: nextLookAt(state, clocks) ?? null,
    calendar_version: context.calendar.version,
    dues: duesOf(clocks),
    state,
  };
}

export const othersOf = (item: ServiceItem): readonly string[] => [
  ...new Set(stepsOf(item.procedure).flatMap(({ authority }) => authority ?? [])),
];

/** The instant of receipt is that of its entry; an earlier act's stays as it was written then. */
function receivedAt({ live, entries }: Projection): Instant | null {
  if (!isReceived(live)) return null;
  return entries.find(({ fact }) => fact.type === 'applicationReceived')?.at ?? null;
}

const sortAt = ({ dueAt, paused }: { readonly dueAt?: Instant; readonly paused: boolean }): string =>
  dueAt === undefined || paused ? 'infinity' : dueAt;

/** Once in a case's life: its applicant and agent do not change. */
function lookUpRows({ keeper }: World, { key, live, entries }: Projection): readonly object[] {
  if (!entries.some(({ fact }) => fact.type === 'applicationFiled')) return [];
  const hashes = lookUpHashes(keeper, key, live.application.applicant);
  return hashes.map((hash) => ({ case_id: key.caseId, hash: hash.toString('hex') }));
}

function taskRows({ key, state, clocks, context }: Projection): readonly object[] {
  return tasksOf(state, context.item).map((task, ordinal) => ({
    case_id: key.caseId,
    ordinal,
    duty: task.duty,
    act: task.act,
    step_id: task.on ?? null,
    authority: task.authority,
    item_id: context.item.id,
    holder: task.holder ?? null,
    barred: task.barred ?? [],
    ...taskDue(task.on, clocks),
  }));
}

function fileRows({ key, entries }: Projection): readonly object[] {
  const files = entries.flatMap(({ fact }) =>
    'materials' in fact ? fact.materials.flatMap(({ file }) => file ?? []) : [],
  );
  const minutes = entries.flatMap(({ fact }) =>
    fact.type === 'minutesAttached' && fact.file !== undefined
      ? [{ sha256: fact.file, name: fact.title, mediaType: 'application/pdf' }]
      : [],
  );
  return [...files, ...minutes].map(({ sha256, name, mediaType }) => ({
    case_id: key.caseId,
    sha256,
    name,
    mediaType,
  }));
}
