import { dayOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
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
import { appendAct, transact, type Act, type Head } from '../../platform/ledger/index.ts';
import { actingForCommand, type Performer } from './actor.ts';
import { sealedFact } from './applicant.ts';
import { checkPeople } from './checks.ts';
import { contextOf, type Surroundings } from './context.ts';
import { checkFiles } from './holders.ts';
import { newCaseNumber } from './numbers.ts';
import { isVoided, othersOf, projectionOf, rowsOf, type Projection } from './project.ts';
import type { ActProblem } from './refusal.ts';
import { openCase, streamOf, type CaseRow } from './snapshot.ts';
import type { CaseKey } from './tracking.ts';
import { maySee, type Sight } from './visibility.ts';
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
  /** Whose cases the person may see; to somebody else's the answer is that there is none. */
  readonly sight?: Sight;
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

/** What an act came to: the answer, and the case as it left it. */
export interface Done {
  readonly acted: Acted;
  /** Absent where a retry names a case of another id than the one that was read. */
  readonly after: { readonly state: CaseState; readonly item: ServiceItem } | undefined;
}

/** Somebody else's act between reading and writing is met by deciding again, this often; then it is told. */
const TRIES = 4;

/**
 * The one write path of casework: load the snapshot, ask who may, decide, then append to the ledger, renew the
 * projection and ask for papers in one statement. Reading comes first and outside of it: the append succeeds only on
 * the very head the decision saw, so no lock is held while deciding. Nothing else writes a case. O(1) whatever the
 * history, and two round trips to the database.
 */
export async function carryOut(world: World, run: ActRun): Promise<Result<Done, ActProblem>> {
  for (let tries = 1; ; tries += 1) {
    const done = await attempt(world, run);
    if (done.ok) {
      world.bell.ring(run.key.jurisdiction, concernedBy(done.value));
      return done;
    }
    if (done.error !== 'stale') return refuse(done.error);
    if (tries === TRIES) return refuse({ why: 'changed_meanwhile', revision: 0, seen: run.revision ?? 0 });
  }
}

/** The departments in whose queues the case may be now, or was until now. */
function concernedBy({ after }: Done): readonly string[] | undefined {
  return after === undefined ? undefined : [after.item.authority, ...othersOf(after.item)];
}

/** {@link carryOut} for whoever only wants to know that it is done. */
export async function actOnCase(world: World, run: ActRun): Promise<Result<Acted, ActProblem>> {
  const done = await carryOut(world, run);
  return done.ok ? ok(done.value.acted) : done;
}

async function attempt(world: World, run: ActRun): Promise<Result<Done, ActProblem | 'stale'>> {
  const { commandId, key } = run;
  const asked = { ...key, ...scopeOf(run), commandId, request: requestOf(run) };
  const { opened, row } = await openCase(world.shell.db, asked);
  if (run.sight !== undefined && !isSeen(run.sight, row)) return refuse({ why: 'unknown_case' });
  if (!opened.ok) return refuse({ why: 'command_reused' });
  const { head, answered } = opened.value;
  if (answered !== undefined) return ok(await firstAnswer(world, answered as unknown as Acted, row));
  const before = await load(world, run, head, row);
  if (!before.ok) return before;
  const context = await contextOf(world, before.value.item);
  const steps = await decideAll(world, run, before.value, context);
  if (!steps.ok) return steps;
  const projection = await projectionOf(world, { ...outcomeOf(run, before.value, steps.value), context });
  return write(world, run, { before: before.value, steps: steps.value, projection });
}

const scopeOf = ({ scope }: ActRun) => (scope === undefined ? {} : { scope });
const requestOf = ({ commands }: ActRun) => ({ commands });
const isSeen = (sight: Sight, row: CaseRow | undefined): boolean =>
  row !== undefined && maySee(sight, [row.authority, ...row.other_authorities]);

async function firstAnswer({ near }: World, acted: Acted, row: CaseRow | undefined): Promise<Done> {
  if (row === undefined) return { acted, after: undefined };
  return {
    acted,
    after: { state: row.state, item: await near.itemVersion(row.jurisdiction, row.item_id, row.item_version) },
  };
}

async function load(
  world: World,
  run: ActRun,
  head: Head,
  row: CaseRow | undefined,
): Promise<Result<Before, ActProblem | 'stale'>> {
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
  if (row?.revision !== head.revision) throw new Error(`${run.key.caseId}: the row and the ledger differ`);
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
    fact: sealedFact(world.keeper, run.key, fact),
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

async function write(world: World, run: ActRun, written: Written): Promise<Result<Done, 'stale'>> {
  const { projection } = written;
  const number = liveOf(projection.state)?.application.number ?? '';
  const acted: Acted = { caseId: run.key.caseId, number, revision: projection.revision };
  const act: Act = { append: appendOf(run, written, acted), rows: rowsOf(world, projection) };
  const moved = await (isVoided(projection) ? writeVoiding(world, run, act) : world.pen.write(act));
  return moved.ok ? ok({ acted, after: { state: projection.state, item: projection.context.item } }) : moved;
}

/** The papers of a voided case are revoked with it, each in a stream of its own: more than one statement, so a transaction. */
function writeVoiding(world: World, run: ActRun, act: Act): Promise<Result<Head, 'stale'>> {
  return transact(world.shell.db, async (tx) => {
    const moved = await appendAct(tx, act, world.pen.beside);
    if (moved.ok) await world.near.revokePapers(tx, run.key, act.append.stamp.at);
    return moved;
  });
}

/** Each entry names under what it was done; the stamp's actor is that of the first command. */
function appendOf(run: ActRun, { before, steps, projection }: Written, answer: Acted): Act['append'] {
  const entries = steps.flatMap(({ actor, entries: made }) =>
    made.map(({ fact: { type, ...body } }) => ({ type, body, actor })),
  );
  return {
    jurisdiction: run.key.jurisdiction,
    stream: streamOf(run.key.caseId),
    after: before.head,
    entries,
    stamp: {
      at: projection.context.now,
      deviceTime: run.deviceTime,
      actor: entries[0]?.actor ?? {},
      commandId: run.commandId,
    },
    remember: { ...scopeOf(run), request: requestOf(run), answer },
  };
}
