import type { ChangeLineView, ChangePage, ChangeRow } from '@yimen/contract';
import {
  changeActs,
  changeKinds,
  changeOutcomes,
  changePhases,
  changeSteps,
  changeTriggers,
  diffItems,
  lineActs,
  openVisits,
  returnsTo,
  type ChangeLine,
  type ListChange,
  type PublishedItem,
  type ServiceItem,
} from '@yimen/core/catalogue';
import type { Words } from '@yimen/kernel';
import { readStream, type StoredEntry } from '../../../platform/ledger/index.ts';
import { changeView, findingView } from '../deskView.ts';
import { versionsOf } from '../queries.ts';
import { findingsOf } from '../template/lint.ts';
import { contentsOf } from './contents.ts';
import { linesOf, titles } from './lifeWords.ts';
import { changeNumber, changeStream, findChange, type StoredChange } from './store.ts';
import { newestDraft } from '../drafts.ts';
import { todayOf, type Asker, type ChangeWorld } from './world.ts';

const words = ({ zh, en }: Words): Words => ({ zh, en });
type Names = ReadonlyMap<string, string>;

/** Does this step wait for whoever asks? The department’s own head where it was returned. */
function waitsFor({ actor }: Asker, { authority, applicants }: ListChange, step: keyof typeof changeSteps): boolean {
  if (!actor.roles.includes(changeSteps[step].role)) return false;
  return step === 'application' ? actor.authorities.includes(authority) : !applicants.includes(actor.person);
}

export function rowOf(world: ChangeWorld, asker: Asker, change: StoredChange, names: Names): ChangeRow {
  const { state } = change;
  const { proposal, phase, outcome, authority } = state;
  const today = todayOf(world);
  const waiting = openVisits(state).map(({ step, dueOn }) => ({
    step,
    name: words(changeSteps[step]),
    dueOn,
    overdue: dueOn < today,
    mine: waitsFor(asker, state, step),
  }));
  return {
    changeId: change.changeId,
    number: changeNumber(change),
    kind: proposal.kind,
    kindName: words(changeKinds[proposal.kind]),
    trigger: proposal.trigger,
    triggerName: words(changeTriggers[proposal.trigger]),
    authority,
    authorityName: names.get(authority) ?? authority,
    items: proposal.lines.map(({ name }) => name),
    phase,
    phaseName: words(changePhases[phase]),
    ...(outcome === undefined ? {} : { outcome, outcomeName: words(changeOutcomes[outcome]) }),
    appliedOn: change.appliedOn,
    ...(change.closedOn === null ? {} : { closedOn: change.closedOn }),
    round: state.round,
    waiting,
    mine: waiting.some(({ mine }) => mine),
  };
}

/** One change whole: what is proposed, what was said, and what may be done. */
export async function pageOf(world: ChangeWorld, asker: Asker, changeId: string): Promise<ChangePage | undefined> {
  const key = { jurisdiction: asker.jurisdiction, changeId };
  const { shell, near } = world;
  const change = await findChange(shell.db, key);
  if (change === undefined) return undefined;
  const { state } = change;
  const [names, entries, contents] = await Promise.all([
    near.authorityNames(key.jurisdiction),
    readStream(shell.db, { jurisdiction: key.jurisdiction, stream: changeStream(changeId) }),
    contentsOf(shell.db, key, state.round),
  ]);
  const people = await near.peopleNames(key.jurisdiction, personsIn(state));
  const { proposal, minutes, effectiveFrom } = state;
  const { lines: _lines, ...asked } = proposal;
  const lines: ChangeLineView[] = [];
  for (const line of proposal.lines) lines.push(await lineView(world, change, line, contents.get(line.itemId)));
  return {
    ...rowOf(world, asker, change, names),
    revision: change.revision,
    wish: { ...asked, lines: proposal.lines.map(({ itemId, act }) => ({ itemId, act })) },
    today: todayOf(world),
    lines,
    ...(minutes === undefined ? {} : { minutes: { ...minutes, present: [...minutes.present] } }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    visits: visitsOf(state, people),
    life: entries.map((entry) => lifeOf(entry, people)),
    acts: await actsOf(world, asker, state),
  };
}

const personsIn = ({ visits, applicants }: ListChange): readonly string[] => [
  ...new Set([...applicants, ...visits.flatMap(({ by }) => by ?? [])]),
];

/** What is proposed against the version it was made against; and what the draft says since, while it is not published. */
async function lineView(
  { shell }: ChangeWorld,
  { jurisdiction, state }: StoredChange,
  { itemId, name, act, base, touchesFee }: ChangeLine,
  content: ServiceItem | undefined,
): Promise<ChangeLineView> {
  const versions = await versionsOf(shell.db, jurisdiction, itemId);
  const before = versions.find(({ version }) => version === base);
  const drafted =
    act === 'suspend' || state.outcome !== undefined
      ? undefined
      : await newestDraft(shell.db, { jurisdiction, itemId });
  return {
    itemId,
    name,
    act,
    actName: words(lineActs[act]),
    base,
    touchesFee,
    changes: content === undefined ? [] : changesOf(act === 'create' ? undefined : before, content),
    findings: content === undefined ? [] : (await findingsOf(shell.db, content)).map(findingView),
    moved: content === undefined || drafted === undefined ? [] : changesOf(content, drafted.content),
  };
}

/** A new item has nothing to differ from. */
const changesOf = (before: PublishedItem | undefined, after: PublishedItem): ChangeLineView['changes'] =>
  before === undefined ? [] : diffItems(before, after).map(changeView);

function visitsOf({ visits }: ListChange, people: Names): ChangePage['visits'] {
  return visits.map(({ by, ...visit }) => ({
    ...visit,
    name: words(changeSteps[visit.step]),
    ...(by === undefined ? {} : { by: people.get(by) ?? by }),
  }));
}

function lifeOf({ revision, at, type, body, hash }: StoredEntry, people: Names): ChangePage['life'][number] {
  // A row of the ledger leaves the database here; it was written as a fact of a change.
  const fact = { type, ...(body as object) } as Parameters<typeof linesOf>[0];
  return {
    revision,
    at,
    title: titles[fact.type],
    by: people.get(fact.by) ?? fact.by,
    lines: [...linesOf(fact)],
    hash,
  };
}

async function actsOf({ near, shell }: ChangeWorld, { actor }: Asker, state: ListChange): Promise<ChangePage['acts']> {
  if (state.outcome !== undefined) return [];
  const context = { today: todayOf({ near, shell }), calendar: await near.calendar(), actor };
  return changeActs(state, context).map(({ act, step, refusal }) => ({
    act,
    ...(step === undefined ? {} : { step }),
    available: refusal === undefined,
    ...(refusal === undefined ? {} : { refusal: refusal.words }),
    ...(act === 'return' && step !== undefined
      ? { targets: returnsTo[step].map((phase) => ({ phase, name: words(changePhases[phase]) })) }
      : {}),
  }));
}
