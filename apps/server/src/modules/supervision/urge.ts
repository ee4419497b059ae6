import { ok, refuse, type Result } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import { itemId } from '@yimen/core/catalogue';
import { authorityId, type PersonId, type Standing } from '@yimen/core/people';
import {
  ahead,
  raiseCard,
  ruleSetOn,
  urgeRefusal,
  type CardActor,
  type CardFact,
  type RuleSet,
} from '@yimen/core/supervision';
import { openStream, transact } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { cardIdOf, cardStream } from './cardStore.ts';
import type { Followed } from './followed.ts';
import { cardActor, type CardActed, type CardProblem } from './handle.ts';
import { writeRaised } from './raiseByHand.ts';
import { answersForDepartment, watchesHall } from './sight.ts';
import { keyText, readFollowed } from './watchStore.ts';
import { ruleSetsOf, todayOf, type CaseKey, type Supervision } from './world.ts';

export interface Urging extends CaseKey {
  readonly standing: Standing;
  readonly question: string;
  readonly answerDays: number;
  readonly commandId: string;
}

/** 督办 a case: a card raised by a person, put to the department, answered within so many working days. One for each command. */
export async function urgeCase(world: Supervision, urging: Urging): Promise<Result<CardActed, CardProblem>> {
  const { jurisdiction, caseId, commandId } = urging;
  const key = `${caseId}|U01|${commandId}`;
  const cardId = cardIdOf(jurisdiction, key);
  const stream = { jurisdiction, stream: cardStream(cardId) };
  const request = { caseId, question: urging.question, answerDays: urging.answerDays };
  const done = await transact(world.shell.db, async (tx): Promise<Result<CardActed, CardProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId, request });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as CardActed);
    const facts = await urgingFacts(world, tx, urging, key);
    return facts.ok ? writeRaised(world, tx, { ...urging, key, facts: facts.value, request }) : facts;
  });
  if (!done.ok) return refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);
  world.bell.ring(jurisdiction);
  return done;
}

async function urgingFacts(
  world: Supervision,
  tx: Tx,
  urging: Urging,
  key: string,
): Promise<Result<readonly CardFact[], CardProblem>> {
  const { jurisdiction, caseId, standing, question, answerDays } = urging;
  const followed = (await readFollowed(tx, [{ jurisdiction, caseId }])).get(keyText({ jurisdiction, caseId }));
  const sets = await ruleSetsOf(world, jurisdiction);
  const set = ruleSetOn(sets, todayOf(world));
  const rule = set?.rules.find(({ code }) => code === 'U01');
  if (followed === undefined || set === undefined || rule === undefined) return refuse({ code: 'not_found' });
  if (!mayUrge(cardActor(standing, todayOf(world)), followed)) return refuse({ code: 'not_found' });
  const over = urgeRefusal(followed.story.state);
  if (over !== undefined) return refuse(over);
  const now = world.shell.now();
  const calendar = await world.near.calendar();
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
    responsible: await holdersOf(world, followed, { sets, calendar }),
  } as const;
  const matter = {
    caseId,
    caseNumber: followed.number,
    itemId: itemId(followed.itemId),
    authority: authorityId(followed.authority),
  };
  const urged = { by: standing.person, question, answerDays };
  return ok(raiseCard({ finding, rule, set, matter, now, calendar, urged }));
}

/** Whoever watches over the hall urges any case; who answers for a department, those of the department. */
const mayUrge = (actor: CardActor, { authority }: Followed): boolean =>
  watchesHall(actor) || (answersForDepartment(actor) && actor.authorities.some((one) => one === authority));

/** Those whose clocks run on the case: the officers who have it now. Nobody where it lies unclaimed; the head answers then. */
async function holdersOf(
  world: Supervision,
  followed: Followed,
  { sets, calendar }: { readonly sets: readonly RuleSet[]; readonly calendar: Calendar },
): Promise<readonly PersonId[]> {
  const item = await world.near.itemVersion(followed.jurisdiction, followed.itemId, followed.itemVersion);
  const coming = ahead(followed.story, sets, { item, calendar, now: world.shell.now() });
  return [...new Set(coming.flatMap(({ finding }) => finding.responsible))];
}
