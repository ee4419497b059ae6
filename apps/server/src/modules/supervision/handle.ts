import { dayOf, ok, refuse, type Result } from '@yimen/kernel';
import type { Standing } from '@yimen/core/people';
import { decideCard, type CardActor, type CardCommand, type CardFact, type CardRefusal } from '@yimen/core/supervision';
import { append, openStream, transact } from '../../platform/ledger/index.ts';
import { cardStream, findCard, foldOf, writeCards } from './cardStore.ts';
import { mayRead, postsOn } from './sight.ts';
import type { todayOf, Supervision } from './world.ts';

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

export const officer = ({ person, name, roles }: CardActor) => ({ kind: 'officer', person, name, roles }) as const;
export const entriesOf = (facts: readonly CardFact[]) => facts.map(({ type, ...body }) => ({ type, body }));

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
