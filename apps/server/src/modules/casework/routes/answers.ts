import { type ActAnswer, type Problem } from '@yimen/contract';
import type { Refusal, Staff } from '../../../platform/http/index.ts';
import { readStream } from '../../../platform/ledger/index.ts';
import { contextOf } from '../context.ts';
import type { Done } from '../handle.ts';
import type { Viewer } from '../queue.ts';
import { refusalOf, type ActProblem } from '../refusal.ts';
import { findCase, streamOf } from '../snapshot.ts';
import type { CaseKey } from '../tracking.ts';
import { actsFor } from '../view/acts.ts';
import { actorWords, caseEntryOf } from '../view/entries.ts';
import { factWords } from '../words.ts';
import type { World } from '../world.ts';
import type { Performer } from '../actor.ts';

/** What the officer calling may do, as it stood when the session was looked at. */
export async function officerAt(world: World, { jurisdiction, person, asOf }: Staff): Promise<Viewer> {
  const standing = await world.near.standingOf(jurisdiction, person, asOf);
  if (standing === undefined) throw new Error(`${person} is signed in and works nowhere`);
  return { jurisdiction, standing };
}

/** The answer to an act: where the case stands now and what this officer may do next. */
export async function answerAct(world: World, { jurisdiction, standing }: Viewer, done: Done): Promise<ActAnswer> {
  return answerFor(world, jurisdiction, done, { kind: 'officer', standing });
}

export async function answerFor(
  world: World,
  jurisdiction: string,
  { acted, after }: Done,
  performer: Performer,
): Promise<ActAnswer> {
  const { state, item } = after ?? (await caseNow(world, { jurisdiction, caseId: acted.caseId }));
  return { ...acted, acts: actsFor(state, performer, await contextOf(world, item)) };
}

async function caseNow(world: World, key: CaseKey): Promise<NonNullable<Done['after']>> {
  const row = await findCase(world.shell.db, key);
  if (row === undefined) throw new Error('a case that was just acted on is not there');
  const item = await world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version);
  return { state: row.state, item };
}

interface Asked {
  readonly key: CaseKey;
  readonly commands: number;
}

/** The refusal for the edge; one that came of somebody else's act says what that was. */
export async function refuseAct(world: World, problem: ActProblem, { key, commands }: Asked): Promise<Refusal> {
  const refusal = refusalOf(problem, commands);
  if (problem.why !== 'changed_meanwhile') return refusal;
  const stream = { jurisdiction: key.jurisdiction, stream: streamOf(key.caseId) };
  const since = await readStream(world.shell.db, stream, problem.seen);
  const changed: Problem['changed'] = since.map((stored) => {
    const { revision, at, actor, fact } = caseEntryOf(stored);
    return { revision, at, title: factWords[fact.type], by: actorWords(actor) };
  });
  return { ...refusal, revision: since.at(-1)?.revision ?? problem.revision, changed };
}
