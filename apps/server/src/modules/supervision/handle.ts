import { dayOf, ok, refuse, type Result } from '@yimen/kernel';
import { itemId } from '@yimen/core/catalogue';
import { authorityId, type PersonId, type Standing } from '@yimen/core/people';
import {
  decideCard,
  raiseCard,
  ruleSetOn,
  type CardActor,
  type CardCommand,
  type CardFact,
  type CardRefusal,
} from '@yimen/core/supervision';
import { append, EMPTY, openStream, transact, type Head } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { cardIdOf, cardStream, findCard, foldOf, writeCards } from './cardStore.ts';
import { mayRead, postsOn } from './sight.ts';
import { keyText, readFollowed } from './watchStore.ts';
import { ruleSetsOf, todayOf, type CaseKey, type Supervision } from './world.ts';

export interface CardActed {
  readonly cardId: string;
  readonly revision: number;
}

export type CardProblem =
  | CardRefusal
  | { readonly code: 'command_reused' }
  | { readonly code: 'not_found' }
  | { readonly code: 'changed_meanwhile' };

export function cardActor(standing: Standing, on: ReturnType<typeof todayOf>): CardActor {
  const posts = postsOn(standing, on);
  return {
    person: standing.person,
    name: standing.name,
    roles: [...new Set(posts.flatMap(({ roles }) => roles))],
    authorities: [...new Set(posts.flatMap(({ authority }) => authority ?? []))],
  };
}

export interface CardRun {
  readonly jurisdiction: string;
  readonly cardId: string;
  readonly standing: Standing;
  readonly command: CardCommand;
  readonly commandId: string;
}

const officer = ({ person, name, roles }: CardActor) => ({ kind: 'officer', person, name, roles }) as const;
const entriesOf = (facts: readonly CardFact[]) => facts.map(({ type, ...body }) => ({ type, body }));

/** The one way an officer changes a card: judged by the core, appended to its stream, its row written, in one transaction. */
export async function actOnCard(world: Supervision, run: CardRun): Promise<Result<CardActed, CardProblem>> {
  const calendar = await world.near.calendar();
  const stream = { jurisdiction: run.jurisdiction, stream: cardStream(run.cardId) };
  const done = await transact(world.shell.db, async (tx): Promise<Result<CardActed, CardProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId: run.commandId, request: run.command });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as CardActed);
    const row = await findCard(tx, run.jurisdiction, run.cardId);
    const at = world.shell.now();
    const actor = cardActor(run.standing, dayOf(at));
    if (row === undefined || !mayRead(actor, row.card)) return refuse({ code: 'not_found' });
    if (row.revision !== opened.value.head.revision) return refuse('stale');
    const decided = decideCard(row.card, run.command, { today: dayOf(at), calendar, actor });
    if (!decided.ok) return decided;
    const answer = { cardId: run.cardId, revision: row.revision + decided.value.length };
    const appended = await append(tx, {
      ...stream,
      after: opened.value.head,
      entries: entriesOf(decided.value),
      stamp: { at, actor: officer(actor), commandId: run.commandId },
      remember: { request: run.command, answer },
    });
    if (!appended.ok) return appended;
    const card = foldOf(decided.value, row.card);
    const { key, raised_at: raisedAt } = row;
    await writeCards(tx, [{ ...run, key, revision: answer.revision, card, raisedAt, on: dayOf(at) }], calendar);
    return ok(answer);
  });
  if (done.ok) {
    world.bell.ring(run.jurisdiction);
    return done;
  }
  return refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);
}

export interface Urging extends CaseKey {
  readonly standing: Standing;
  readonly question: string;
  readonly answerDays: number;
  readonly to: readonly PersonId[];
  readonly commandId: string;
}

/** 督办 a case: a card raised by a person, put to the department, answered within so many working days. One for each command. */
export async function urgeCase(world: Supervision, urging: Urging): Promise<Result<CardActed, CardProblem>> {
  const { jurisdiction, caseId, commandId } = urging;
  const key = `${caseId}|U01|${commandId}`;
  const cardId = cardIdOf(jurisdiction, key);
  const stream = { jurisdiction, stream: cardStream(cardId) };
  const request = { caseId, question: urging.question, answerDays: urging.answerDays, to: urging.to };
  const done = await transact(world.shell.db, async (tx): Promise<Result<CardActed, CardProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId, request });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as CardActed);
    const facts = await urgingFacts(world, tx, urging, key);
    if (facts === undefined) return refuse({ code: 'not_found' });
    return writeUrging(world, tx, { urging, key, cardId, facts, head: opened.value.head, request });
  });
  if (!done.ok) return refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);
  world.bell.ring(jurisdiction);
  return done;
}

interface WritingUrging {
  readonly urging: Urging;
  readonly key: string;
  readonly cardId: string;
  readonly facts: readonly CardFact[];
  readonly head: Head;
  readonly request: object;
}

async function writeUrging(world: Supervision, tx: Tx, writing: WritingUrging): Promise<Result<CardActed, 'stale'>> {
  const { urging, key, cardId, facts, request } = writing;
  const at = world.shell.now();
  const answer = { cardId, revision: facts.length };
  const appended = await append(tx, {
    jurisdiction: urging.jurisdiction,
    stream: cardStream(cardId),
    after: EMPTY,
    entries: entriesOf(facts),
    stamp: { at, actor: officer(cardActor(urging.standing, dayOf(at))), commandId: urging.commandId },
    remember: { request, answer },
  });
  if (!appended.ok) return appended;
  const written = {
    jurisdiction: urging.jurisdiction,
    cardId,
    key,
    revision: facts.length,
    card: foldOf(facts),
    raisedAt: at,
    on: dayOf(at),
  };
  await writeCards(tx, [written], await world.near.calendar());
  return ok(answer);
}

async function urgingFacts(
  world: Supervision,
  tx: Tx,
  urging: Urging,
  key: string,
): Promise<readonly CardFact[] | undefined> {
  const { jurisdiction, caseId, standing, question, answerDays } = urging;
  const followed = (await readFollowed(tx, [{ jurisdiction, caseId }])).get(keyText({ jurisdiction, caseId }));
  const set = ruleSetOn(await ruleSetsOf(world, jurisdiction), todayOf(world));
  const rule = set?.rules.find(({ code }) => code === 'U01');
  if (followed === undefined || set === undefined || rule === undefined) return undefined;
  const now = world.shell.now();
  const finding = {
    key,
    rule: rule.code,
    ruleSet: set.code,
    family: rule.family,
    level: 'warning',
    subject: 'urge',
    about: rule.name,
    at: now,
    working: [{ zh: question, en: question }],
    evidence: followed.story.trail.slice(-1).map(({ revision }) => revision),
    responsible: urging.to,
  } as const;
  const matter = {
    caseId,
    caseNumber: followed.number,
    itemId: itemId(followed.itemId),
    authority: authorityId(followed.authority),
  };
  const urged = { by: standing.person, question, answerDays };
  return raiseCard({ finding, rule, set, matter, now, calendar: await world.near.calendar(), urged });
}
