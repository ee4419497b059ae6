import { dayOf } from '@yimen/kernel';
import { isReceived, liveOf, stageWords, type Actor, type HandedIn, type LiveCase } from '@yimen/core/casework';
import type { CaseView } from '@yimen/contract';
import { readStream, type StoredEntry } from '../../../platform/ledger/index.ts';
import { readClocks } from '../clocks.ts';
import { contextOf } from '../context.ts';
import type { Viewer } from '../queue.ts';
import { findCase, streamOf } from '../snapshot.ts';
import type { World } from '../world.ts';
import { maySee, sightOf } from '../visibility.ts';
import { actsFor } from './acts.ts';
import { clockView } from './clocks.ts';
import { entryView } from './entries.ts';
import { moveEntries } from './moves.ts';
import { procedureViews, proposalView, stepViews } from './steps.ts';

/** The whole case for the desk; undefined where there is none, or none that this officer may see. */
export async function caseView(world: World, viewer: Viewer, caseId: string): Promise<CaseView | undefined> {
  const { db } = world.shell;
  const key = { jurisdiction: viewer.jurisdiction, caseId };
  const row = await findCase(db, key);
  if (row === undefined) return undefined;
  const item = await world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version);
  const context = await contextOf(world, item);
  if (!maySee(sightOf(viewer.standing, context.today), [row.authority, ...row.other_authorities])) return undefined;
  const live = liveOf(row.state);
  if (live === undefined) return undefined;
  const stored = await readStream(db, { jurisdiction: key.jurisdiction, stream: streamOf(caseId) });
  const names = await namesOf(world, key.jurisdiction, stored);
  const { calendar, now, today } = context;
  const clocks = readClocks({ state: row.state, item, calendar, now });
  const [guide, papers, colleagues, moves] = await Promise.all([
    world.near.guideOf(item),
    world.near.papersOf(key),
    colleaguesOf(world, viewer, live, [row.authority, ...row.other_authorities]),
    moveEntries(db, key),
  ]);
  const proposal = proposalView(live, names.people);
  const me = viewer.standing.person;
  return {
    caseId,
    jurisdiction: key.jurisdiction,
    number: row.number,
    revision: row.revision,
    stage: row.state.stage,
    stageName: row.state.stage === 'unfiled' ? stageWords.filed : stageWords[row.state.stage],
    item: guide,
    applicant: live.application.applicant,
    answers: live.application.answers,
    materials: live.application.materials.map(materialView),
    defects: isReceived(live) ? [...(live.correction?.defects ?? [])] : [],
    ...(proposal === undefined ? {} : { proposal }),
    procedures: procedureViews(live),
    steps: stepViews(live, item, { ...names, me, clocks, today }),
    clocks: clocks.map((clock) => clockView(clock, calendar, now)),
    entries: [...stored.map((entry) => entryView(entry, { ...names, item })), ...moves].toSorted(byTime),
    papers: [...papers],
    acts: actsFor(row.state, { kind: 'officer', standing: viewer.standing }, context),
    colleagues: [...colleagues],
    breaches: live.breaches.map((breach) => ({ ...breach })),
  };
}

/** Lists of the core are read-only; those of an answer belong to it. */
function materialView({ rulesMet, ...material }: HandedIn): CaseView['materials'][number] {
  return { ...material, ...(rulesMet === undefined ? {} : { rulesMet: [...rulesMet] }) };
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
