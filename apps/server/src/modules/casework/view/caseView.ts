import { dayOf } from '@yimen/kernel';
import { isReceived, liveOf, stageWords, type Actor, type HandedIn, type LiveCase } from '@yimen/core/casework';
import type { CaseView, PaperView } from '@yimen/contract';
import { readStream, type StoredEntry } from '../../../platform/ledger/index.ts';
import { maskedApplicant, maskOf, placeOf } from '../applicant.ts';
import { readClocks } from '../clocks.ts';
import { shownContextOf, type Surroundings } from '../context.ts';
import type { Viewer } from '../queue.ts';
import { revealable } from '../reveal.ts';
import { findCase, streamOf, type CaseRow } from '../snapshot.ts';
import { fileStates, type ShownState } from '../scans.ts';
import type { CaseKey } from '../tracking.ts';
import type { World } from '../world.ts';
import { maySee, sightOf } from '../visibility.ts';
import { actsFor } from './acts.ts';
import { clockView } from './clocks.ts';
import { entryView } from './entries.ts';
import { moveEntries } from './moves.ts';
import { noticeNumbers } from './notices.ts';
import { procedureViews, proposalView, stepViews, type StepNames } from './steps.ts';

/** The whole case for the desk; undefined where there is none, or none that this officer may see. */
export async function caseView(world: World, viewer: Viewer, caseId: string): Promise<CaseView | undefined> {
  const key = { jurisdiction: viewer.jurisdiction, caseId };
  const row = await findCase(world.shell.db, key);
  const live = row === undefined ? undefined : liveOf(row.state);
  if (row === undefined || live === undefined) return undefined;
  const item = await world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version);
  const context = await shownContextOf(world, item, row.state);
  const authorities = [row.authority, ...row.other_authorities];
  if (!maySee(sightOf(viewer.standing, context.today), authorities)) return undefined;
  return assemble(world, viewer, { key, row, live, context, authorities });
}

interface Seen {
  readonly key: CaseKey;
  readonly row: CaseRow;
  readonly live: LiveCase;
  readonly context: Surroundings;
  readonly authorities: readonly string[];
}

async function assemble(world: World, viewer: Viewer, seen: Seen): Promise<CaseView> {
  const { key, row, live, context, authorities } = seen;
  const stored = await readStream(world.shell.db, { jurisdiction: key.jurisdiction, stream: streamOf(key.caseId) });
  const names = await namesOf(world, key.jurisdiction, stored);
  const [guide, papers, colleagues, moves, states] = await Promise.all([
    world.near.guideOf(context.item),
    world.near.papersOf(key),
    colleaguesOf(world, viewer, live, authorities),
    moveEntries(world.shell.db, key),
    fileStates(world, key),
  ]);
  const entries = stored.map((entry) => entryView(entry, { ...names, item: context.item, masked: maskOf(world, key) }));
  return {
    ...headView(world, seen, states),
    revealable: revealable(world, viewer, row),
    item: guide,
    ...world.keeper.maskWithin(progressView(seen, papers, { ...names, me: viewer.standing.person }), placeOf(key)),
    entries: [...entries, ...moves].toSorted(byTime),
    papers: [...papers],
    acts: actsFor(row.state, { kind: 'officer', standing: viewer.standing }, context),
    colleagues: [...colleagues],
  };
}

/** Identity numbers and phones are hidden here, not in the browser: what was never sent cannot be read there. */
function headView({ keeper }: World, { key, row, live }: Seen, states: ReadonlyMap<string, ShownState>) {
  const shown = <T>(value: T): T => keeper.maskWithin(value, placeOf(key));
  return {
    ...key,
    number: row.number,
    revision: row.revision,
    stage: row.state.stage,
    stageName: row.state.stage === 'unfiled' ? stageWords.filed : stageWords[row.state.stage],
    applicant: maskedApplicant(keeper, key, live.application.applicant),
    answers: shown(live.application.answers),
    materials: shown(live.application.materials.map((material) => materialView(material, states))),
    defects: shown(isReceived(live) ? [...(live.correction?.defects ?? [])] : []),
    breaches: live.breaches.map((breach) => ({ ...breach })),
  };
}

function progressView(
  { row, live, context }: Seen,
  papers: readonly PaperView[],
  names: Pick<StepNames, 'people' | 'authorities' | 'me'>,
) {
  const { item, calendar, now, today } = context;
  const clocks = readClocks({ state: row.state, item, calendar, now }, noticeNumbers(live, papers));
  const proposal = proposalView(live, names.people);
  return {
    ...(proposal === undefined ? {} : { proposal }),
    procedures: procedureViews(live),
    steps: stepViews(live, item, { ...names, clocks, today }),
    clocks: clocks.map((clock) => clockView(clock, calendar, now)),
  };
}

/** Lists of the core are read-only; those of an answer belong to it. */
function materialView(
  { rulesMet, file, ...material }: HandedIn,
  states: ReadonlyMap<string, ShownState>,
): CaseView['materials'][number] {
  return {
    ...material,
    ...(rulesMet === undefined ? {} : { rulesMet: [...rulesMet] }),
    ...(file === undefined ? {} : { file: { ...file, state: states.get(file.sha256) ?? 'unscanned' } }),
  };
}

const byTime = (left: { readonly at: string }, right: { readonly at: string }): number =>
  left.at < right.at ? -1 : left.at > right.at ? 1 : 0;

async function namesOf(world: World, jurisdiction: string, stored: readonly StoredEntry[]) {
  const actors = stored.map(({ actor }) => actor as unknown as Actor).filter((actor) => actor.kind === 'officer');
  const named = stored.flatMap(({ body }) => peopleIn(body));
  const people = [
    ...new Set([...actors.flatMap(({ person, onBehalfOf }) => [person, onBehalfOf ?? person]), ...named]),
  ];
  const posts = [...new Set(actors.map(({ post }) => post))];
  const [peopleNames, postNames, authorities] = await Promise.all([
    world.near.peopleNames(jurisdiction, people),
    world.near.postNames(jurisdiction, posts),
    world.near.authorityNames(jurisdiction),
  ]);
  return { people: peopleNames, posts: postNames, authorities };
}

/** Officers a fact speaks of beside whoever did it. */
function peopleIn(body: StoredEntry['body']): readonly string[] {
  const { to, by, officers } = body as { to?: unknown; by?: unknown; officers?: unknown };
  return [to, by, ...(Array.isArray(officers) ? (officers as readonly unknown[]) : [])].filter(
    (value): value is string => typeof value === 'string',
  );
}

/** Those of the departments at work on it; before acceptance nobody hands anything over. */
async function colleaguesOf(world: World, viewer: Viewer, live: LiveCase, authorities: readonly string[]) {
  if (!isReceived(live)) return [];
  const today = dayOf(world.shell.now());
  const lists = await Promise.all(
    authorities.map((authority) => world.near.colleaguesOf(viewer.jurisdiction, authority, today)),
  );
  return lists.flat();
}
