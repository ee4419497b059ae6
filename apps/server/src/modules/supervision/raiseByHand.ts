import { dayOf, type Result } from '@yimen/kernel';
import type { Standing } from '@yimen/core/people';
import type { CardFact } from '@yimen/core/supervision';
import { append, EMPTY } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { cardIdOf, cardStream, foldOf, writeCards } from './cardStore.ts';
import { cardActor, entriesOf, officer, type CardActed } from './handle.ts';
import type { Supervision } from './world.ts';

export interface RaisedByHand {
  readonly jurisdiction: string;
  readonly key: string;
  readonly facts: readonly CardFact[];
  readonly standing: Standing;
  readonly commandId: string;
  readonly request: object;
}

/** Writes a card that a person raised, in their name: its stream begins here, once. */
export async function writeRaised(
  world: Supervision,
  tx: Tx,
  raised: RaisedByHand,
): Promise<Result<CardActed, 'stale'>> {
  const { jurisdiction, key, facts, standing, commandId, request } = raised;
  const cardId = cardIdOf(jurisdiction, key);
  const at = world.shell.now();
  const answer = { cardId, revision: facts.length };
  const appended = await append(tx, {
    jurisdiction,
    stream: cardStream(cardId),
    after: EMPTY,
    entries: entriesOf(facts),
    stamp: { at, actor: officer(cardActor(standing, dayOf(at))), commandId },
    remember: { request, answer },
  });
  if (!appended.ok) return appended;
  const card = foldOf(facts);
  const written = { jurisdiction, cardId, key, revision: facts.length, card, raisedAt: at, on: dayOf(at) };
  await writeCards(tx, [written], await world.near.calendar());
  return { ok: true, value: answer };
}
