import type { ChangeActed, ChangeCommandWish, ChangeWish } from '@yimen/contract';
import {
  applyForChange,
  changeRefusal,
  decideChange,
  foldChange,
  itemsGoingOn,
  type ChangeCommand,
  type ChangeContext,
  type ChangeFact,
  type ChangeProposal,
  type ChangeRefusal,
  type ListChange,
} from '@yimen/core/catalogue';
import { dayOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import { append, EMPTY, openStream, transact, type Head } from '../../../platform/ledger/index.ts';
import type { Tx } from '../../../platform/shell.ts';
import { contentsOf, handIn, keepContents, type Handed } from './contents.ts';
import { movedSince, publishLines } from './publishing.ts';
import {
  changeStream,
  findChange,
  lockChanges,
  nextNumber,
  openChangeOf,
  writeChange,
  type ChangeKey,
  type StoredChange,
} from './store.ts';
import type { Asker, ChangeWorld } from './world.ts';

export type ChangeProblem =
  | ChangeRefusal
  | { readonly code: 'command_reused' }
  | { readonly code: 'not_found' }
  | { readonly code: 'changed_meanwhile' };
type Acted = Result<ChangeActed, ChangeProblem>;

export interface Applying extends Asker {
  readonly wish: ChangeWish;
  readonly commandId: string;
}

/** What one act writes. */
interface Writing extends ChangeKey {
  readonly fact: ChangeFact;
  readonly head: Head;
  readonly at: Instant;
  readonly commandId: string;
  readonly scope?: string;
  readonly request: object;
}

/** 单位申请: opens the change's stream. The command id is unique among the applications of the hall. */
export async function applyChange(world: ChangeWorld, applying: Applying): Promise<Acted> {
  const { jurisdiction, wish, commandId } = applying;
  const changeId = world.shell.newId();
  const scope = 'change/new';
  const done = await transact(world.shell.db, async (tx): Promise<Result<ChangeActed, ChangeProblem | 'stale'>> => {
    await lockChanges(tx, jurisdiction);
    const stream = { jurisdiction, stream: changeStream(changeId) };
    const opened = await openStream(tx, { ...stream, scope, commandId, request: wish });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    // The answer was written by this function.
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as ChangeActed);
    const at = world.shell.now();
    const context = await contextOf(world, applying, at);
    const made = await propose(tx, { ...applying, today: context.today }, undefined);
    if (!made.ok) return made;
    const fact = applyForChange(made.value.proposal, context);
    if (!fact.ok) return fact;
    const state = after(undefined, fact.value);
    const numbered = await nextNumber(tx, jurisdiction, context.today);
    const change = { jurisdiction, changeId, ...numbered, appliedOn: context.today, closedOn: null };
    const writing = { jurisdiction, changeId, fact: fact.value, head: EMPTY, at, commandId, scope, request: wish };
    const written = await write(tx, writing, { ...change, state });
    if (!written.ok) return written;
    await keepContents(tx, change, 1, made.value.handed);
    return written;
  });
  return settled(done);
}

const settled = (done: Result<ChangeActed, ChangeProblem | 'stale'>): Acted =>
  done.ok ? done : refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);

async function contextOf({ near }: ChangeWorld, { actor }: Asker, at: Instant): Promise<ChangeContext> {
  return { today: dayOf(at), calendar: await near.calendar(), actor };
}

function after(before: ListChange | undefined, fact: ChangeFact): ListChange {
  const state = foldChange([fact], before);
  if (state === undefined) throw new Error('a change without its application');
  return state;
}

interface Proposing extends Asker {
  readonly wish: ChangeWish;
  readonly today: ChangeContext['today'];
}

/** The wish with its items as they stand; an item may be in one open change only. */
async function propose(
  tx: Tx,
  { jurisdiction, wish, today }: Proposing,
  changeId: string | undefined,
): Promise<Result<{ readonly proposal: ChangeProposal; readonly handed: readonly Handed[] }, ChangeRefusal>> {
  const { lines, ...rest } = wish;
  const other = await openChangeOf(
    tx,
    jurisdiction,
    lines.map(({ itemId }) => itemId),
    changeId,
  );
  if (other !== undefined)
    return refuse(changeRefusal('change_in_another', { field: 'lines', about: [other.itemId, other.number] }));
  const handed = await handIn(tx, { jurisdiction, today }, lines);
  if (!handed.ok) return handed;
  return ok({ proposal: { ...rest, lines: handed.value.map(({ line }) => line) }, handed: handed.value });
}

async function write(
  tx: Tx,
  { fact, head, at, commandId, scope, request }: Writing,
  change: Omit<StoredChange, 'revision'>,
): Promise<Result<ChangeActed, 'stale'>> {
  const { jurisdiction, changeId, state } = change;
  const { type, ...body } = fact;
  const answer = { changeId, revision: head.revision + 1 };
  const appended = await append(tx, {
    jurisdiction,
    stream: changeStream(changeId),
    after: head,
    entries: [{ type, body }],
    stamp: { at, actor: { kind: 'officer', person: fact.by }, commandId },
    remember: { request, answer, ...(scope === undefined ? {} : { scope }) },
  });
  if (!appended.ok) return appended;
  const closedOn = state.outcome === undefined ? null : fact.on;
  await writeChange(tx, { ...change, closedOn, revision: answer.revision });
  return ok(answer);
}

export interface Acting extends Asker, ChangeKey {
  readonly command: ChangeCommandWish;
  readonly commandId: string;
}

/** The one way anybody carries a change on: judged by the core, one entry, its rows; a publication with all of its items. */
export async function actOnChange(world: ChangeWorld, acting: Acting): Promise<Acted> {
  const { jurisdiction, changeId, commandId, command } = acting;
  const done = await transact(world.shell.db, async (tx): Promise<Result<ChangeActed, ChangeProblem | 'stale'>> => {
    await lockChanges(tx, jurisdiction);
    const opened = await openStream(tx, { jurisdiction, stream: changeStream(changeId), commandId, request: command });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as ChangeActed);
    const change = await findChange(tx, acting);
    if (change === undefined) return refuse({ code: 'not_found' });
    const at = world.shell.now();
    const run = { acting, change, at, context: await contextOf(world, acting, at) };
    const decided = await decide(world, tx, run);
    if (!decided.ok) return decided;
    const state = after(change.state, decided.value.fact);
    const writing = { ...acting, fact: decided.value.fact, head: opened.value.head, at, request: command };
    const written = await write(tx, writing, { ...change, state });
    if (written.ok) await keepContents(tx, change, state.round, decided.value.handed);
    return written;
  });
  return settled(done);
}

interface Run {
  readonly acting: Acting;
  readonly change: StoredChange;
  readonly at: Instant;
  readonly context: ChangeContext;
}
type Decided = Result<{ readonly fact: ChangeFact; readonly handed: readonly Handed[] }, ChangeRefusal>;

async function decide(world: ChangeWorld, tx: Tx, run: Run): Promise<Decided> {
  const { acting, change, context } = run;
  const { command } = acting;
  if (command.type === 'resubmit') return resubmit(tx, run, command.wish);
  if (command.type === 'publish') return publication(world, tx, run, command.effectiveFrom);
  if ('minutes' in command && (await world.near.uploadOf(minutesOf(acting, command))) === undefined)
    return refuse(changeRefusal('change_file_unknown', { field: 'minutes' }));
  return judged(change, command, context);
}

const minutesOf = (
  { jurisdiction, actor }: Acting,
  { minutes }: Extract<ChangeCommand, { readonly minutes: unknown }>,
) => ({
  jurisdiction,
  person: actor.person,
  sha256: minutes.file.sha256,
});

function judged(
  change: StoredChange,
  command: ChangeCommand,
  context: ChangeContext,
  handed: readonly Handed[] = [],
): Decided {
  const fact = decideChange(change.state, command, context);
  return fact.ok ? ok({ fact: fact.value, handed }) : fact;
}

async function resubmit(tx: Tx, { acting, change, context }: Run, wish: ChangeWish): Promise<Decided> {
  const made = await propose(tx, { ...acting, wish, today: context.today }, change.changeId);
  if (!made.ok) return made;
  return judged(change, { type: 'resubmit', proposal: made.value.proposal }, context, made.value.handed);
}

/** Judged first, so that nobody else's office and no draft that moved writes a version; then all of it, or nothing. */
async function publication(
  world: ChangeWorld,
  tx: Tx,
  { acting, change, context, at }: Run,
  effectiveFrom: Extract<ChangeCommand, { type: 'publish' }>['effectiveFrom'],
): Promise<Decided> {
  const contents = await contentsOf(tx, change, change.state.round);
  const moved = (await movedSince(tx, change, contents)).flatMap(([, words]) => words);
  const bare = { type: 'publish', effectiveFrom, items: [], authorisations: [], moved } as const;
  const may = judged(change, bare, context);
  if (!may.ok) return may;
  const { commandId, actor, jurisdiction } = acting;
  const items = await publishLines(tx, { change, contents, effectiveFrom, at, by: actor.person, commandId });
  if (!items.ok) return items;
  const followed = { jurisdiction, ...itemsGoingOn(change.state.proposal) };
  const authorisations = await world.near.followItems(tx, followed);
  return judged(change, { ...bare, items: items.value, authorisations }, context);
}
