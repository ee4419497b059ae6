import { canonicalJson, dayOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import {
  decide,
  evolve,
  initialState,
  liveOf,
  type Actor,
  type CaseCommand,
  type CaseEntry,
  type CaseState,
} from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { append, openStream, transact, type Head } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { actingForCommand, type Performer } from './actor.ts';
import { checkPeople } from './checks.ts';
import { contextOf, type Surroundings } from './context.ts';
import { checkFiles } from './holders.ts';
import { newCaseNumber } from './numbers.ts';
import { projectionOf, writeProjection, type Projection } from './project.ts';
import type { ActProblem } from './refusal.ts';
import { findCase, streamOf } from './snapshot.ts';
import type { CaseKey } from './tracking.ts';
import type { World } from './world.ts';

/** Commands on one case, carried out one after another: all or none. */
export interface ActRun {
  readonly key: CaseKey;
  readonly commandId: string;
  readonly commands: readonly CaseCommand[];
  readonly by: Performer;
  /** The revision the screen showed; a newer one means that somebody acted meanwhile. */
  readonly revision?: number | undefined;
  readonly deviceTime?: Instant | undefined;
  /** Unique in what, for a command that opens a case under an id of its own. */
  readonly scope?: string;
  /** The draft it is filed from, whose files it may name. */
  readonly draft?: string;
}

/** Where the case stands after the act; a retry gets the first one. */
export interface Acted {
  readonly caseId: string;
  readonly number: string;
  readonly revision: number;
}

/** A case as an act finds it. */
interface Before {
  readonly head: Head;
  readonly state: CaseState;
  readonly item: ServiceItem;
}

interface Step {
  readonly actor: Actor;
  readonly entries: readonly CaseEntry[];
}

/** Somebody else's act between reading and writing is met by deciding again, this often; then it is told. */
const TRIES = 4;

/**
 * The one write path of casework: load the snapshot, ask who may, decide, then append to the ledger, renew the
 * projection and ask for papers in one transaction. Reading comes first and outside of it: the append succeeds only on
 * the very head the decision saw, so no lock is held while deciding. Nothing else writes a case. O(1) whatever the history.
 */
export async function actOnCase(world: World, run: ActRun): Promise<Result<Acted, ActProblem>> {
  for (let tries = 1; ; tries += 1) {
    const done = await attempt(world, run);
    if (done.ok) {
      world.bell.ring(run.key.jurisdiction);
      return done;
    }
    if (done.error !== 'stale') return refuse(done.error);
    if (tries === TRIES) return refuse({ why: 'changed_meanwhile', revision: 0, seen: run.revision ?? 0 });
  }
}

async function attempt(world: World, run: ActRun): Promise<Result<Acted, ActProblem | 'stale'>> {
  const { db } = world.shell;
  const stream = { jurisdiction: run.key.jurisdiction, stream: streamOf(run.key.caseId) };
  const opened = await openStream(db, {
    ...stream,
    ...scopeOf(run),
    commandId: run.commandId,
    request: requestOf(run),
  });
  if (!opened.ok) return refuse({ why: 'command_reused' });
  if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as Acted);
  const before = await load(world, run, opened.value.head);
  if (!before.ok) return before;
  const context = await contextOf(world, before.value.item);
  const steps = await decideAll(world, run, before.value, context);
  if (!steps.ok) return steps;
  const projection = await projectionOf(world, { ...outcomeOf(run, before.value, steps.value), context });
  return transact(db, (tx) => write(world, tx, run, { before: before.value, steps: steps.value, projection }));
}

const scopeOf = ({ scope }: ActRun) => (scope === undefined ? {} : { scope });
const requestOf = ({ commands }: ActRun) => ({ commands });

async function load(world: World, run: ActRun, head: Head): Promise<Result<Before, ActProblem | 'stale'>> {
  const { jurisdiction } = run.key;
  if (run.revision !== undefined && run.revision !== head.revision && head.revision > 0) {
    return refuse({ why: 'changed_meanwhile', revision: head.revision, seen: run.revision });
  }
  if (head.revision === 0) {
    const [first] = run.commands;
    if (first?.type !== 'file') return refuse({ why: 'unknown_case' });
    const item = await world.near.itemInForce(jurisdiction, first.itemId, dayOf(world.shell.now()));
    return item === undefined ? refuse({ why: 'unknown_item' }) : ok({ head, state: initialState, item });
  }
  const row = await findCase(world.shell.db, run.key);
  // The head was read a moment before the row: an act in between makes them differ, and is met by trying again.
  if (row?.revision !== head.revision) return refuse('stale');
  const item = await world.near.itemVersion(jurisdiction, row.item_id, row.item_version);
  return ok({ head, state: row.state, item });
}

async function decideAll(
  world: World,
  run: ActRun,
  before: Before,
  context: Surroundings,
): Promise<Result<readonly Step[], ActProblem>> {
  const checked = await checkFiles(world.shell.db, run);
  if (!checked.ok) return checked;
  const steps: Step[] = [];
  let stand = { state: before.state, revision: before.head.revision };
  for (const [at, command] of run.commands.entries()) {
    const step = await decideOne(world, run, stand, { command, at, context });
    if (!step.ok) return step;
    const { entries } = step.value;
    stand = { state: entries.reduce(evolve, stand.state), revision: stand.revision + entries.length };
    steps.push(step.value);
  }
  return ok(steps);
}

interface Deciding {
  readonly command: CaseCommand;
  readonly at: number;
  readonly context: Surroundings;
}

async function decideOne(
  world: World,
  run: ActRun,
  stand: { readonly state: CaseState; readonly revision: number },
  { command, at, context }: Deciding,
): Promise<Result<Step, ActProblem>> {
  const acting = actingForCommand(run.by, command, context.item, context.today);
  if (!acting.ok) return refuse({ why: 'authority', refusal: acting.error });
  const known = await checkPeople(world, run.key.jurisdiction, command, context);
  if (!known.ok) return known;
  const opens = command.type === 'file';
  const number = opens ? { newNumber: await newCaseNumber(world.shell.db, run.key, context.today) } : {};
  const decision = decide(stand.state, command, { ...context, ...acting.value, ...number });
  if (!decision.ok) return refuse({ why: 'law', refusal: decision.error, at });
  const { actor } = acting.value;
  const entries = decision.value.map((fact, offset) => ({
    revision: stand.revision + offset + 1,
    at: context.now,
    actor,
    fact,
  }));
  return ok({ actor, entries });
}

function outcomeOf(run: ActRun, before: Before, steps: readonly Step[]) {
  const entries = steps.flatMap((step) => step.entries);
  const state = entries.reduce(evolve, before.state);
  return { key: run.key, before: before.state, state, revision: before.head.revision + entries.length, entries };
}

interface Written {
  readonly before: Before;
  readonly steps: readonly Step[];
  readonly projection: Projection;
}

async function write(world: World, tx: Tx, run: ActRun, written: Written): Promise<Result<Acted, 'stale'>> {
  const { before, projection } = written;
  const number = liveOf(projection.state)?.application.number ?? '';
  const acted: Acted = { caseId: run.key.caseId, number, revision: projection.revision };
  const groups = byActor(written.steps);
  let { head } = before;
  for (const [at, group] of groups.entries()) {
    const last = at === groups.length - 1;
    const moved = await appendGroup(tx, run, { head, group, ...(last ? { answer: acted } : {}) });
    if (!moved.ok) return moved;
    head = moved.value;
  }
  await writeProjection(world, tx, projection);
  return ok(acted);
}

interface Grouped {
  readonly head: Head;
  readonly group: Step;
  readonly answer?: Acted;
}

function appendGroup(tx: Tx, run: ActRun, { head, group, answer }: Grouped): Promise<Result<Head, 'stale'>> {
  const { jurisdiction, caseId } = run.key;
  const remember = answer === undefined ? {} : { remember: { ...scopeOf(run), request: requestOf(run), answer } };
  return append(tx, {
    jurisdiction,
    stream: streamOf(caseId),
    after: head,
    entries: group.entries.map(({ fact: { type, ...body } }) => ({ type, body })),
    stamp: {
      at: group.entries[0]?.at ?? ('' as Instant),
      deviceTime: run.deviceTime,
      actor: group.actor,
      commandId: run.commandId,
    },
    ...remember,
  });
}

/** Neighbouring commands under one authority are one append; each entry names under what it was done. */
function byActor(steps: readonly Step[]): readonly Step[] {
  const groups: Step[] = [];
  for (const step of steps.filter(({ entries }) => entries.length > 0)) {
    const last = groups.at(-1);
    if (last !== undefined && canonicalJson({ ...last.actor }) === canonicalJson({ ...step.actor })) {
      groups[groups.length - 1] = { actor: last.actor, entries: [...last.entries, ...step.entries] };
    } else groups.push(step);
  }
  return groups;
}
