import { dayOf } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import { itemId, type ServiceItem } from '@yimen/core/catalogue';
import { findStep } from '@yimen/core/catalogue';
import { authorityId } from '@yimen/core/people';
import {
  raiseCard,
  ruleSetOn,
  tickCard,
  type Card,
  type CardFact,
  type Finding,
  type RuleSet,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import { appendAll, EMPTY, headOf, type Act } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { cardIdOf, cardStream, foldOf, wholeKey, writeCards, type CardWritten } from './cardStore.ts';
import { notePosts } from './deeds.ts';
import type { Followed } from './followed.ts';
import { ruleSetsOf, type Supervision } from './world.ts';

/** Something found on a case, on its way to a card. */
export interface Found {
  readonly followed: Followed;
  readonly item: ServiceItem;
  readonly finding: Finding;
}

export const SYSTEM = { kind: 'system', name: 'supervision' } as const;

interface Fresh {
  readonly found: Found;
  readonly key: string;
  readonly cardId: string;
  readonly facts: readonly CardFact[];
}

/** Cards of these keys that exist already. */
async function existing(tx: Tx, jurisdiction: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`select key from supervision.cards
    where jurisdiction = ${jurisdiction} and key = any(${[...keys]}::text[])`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

/** A step of another department's is put to that department. */
function authorityOf({ followed, item, finding }: Found) {
  const step = finding.step === undefined ? undefined : findStep(item.procedure, finding.step);
  return step?.authority ?? authorityId(followed.authority);
}

function factsOf(world: Supervision, found: Found, sets: readonly RuleSet[], calendar: Calendar): readonly CardFact[] {
  const { finding, followed } = found;
  const set = sets.find(({ code }) => code === finding.ruleSet) ?? ruleSetOn(sets, dayOf(finding.at));
  const rule = set?.rules.find(({ code }) => code === finding.rule);
  if (set === undefined || rule === undefined) throw new Error(`no rule ${finding.rule} in ${finding.ruleSet}`);
  const matter = {
    caseId: followed.caseId,
    caseNumber: followed.number,
    itemId: itemId(followed.itemId),
    authority: authorityOf(found),
  };
  return raiseCard({ finding, rule, set, matter, now: world.shell.now(), calendar });
}

/**
 * Raises a card for everything found that has none yet, in the transaction of whoever found it: streams, rows, and the
 * warnings a heavier card takes the place of. Each once, because a card's key is unique and its stream begins only once.
 */
export async function raiseCards(
  world: Supervision,
  tx: Tx,
  all: readonly Found[],
  calendar: Calendar,
): Promise<number> {
  let raised = 0;
  for (const jurisdiction of new Set(all.map(({ followed }) => followed.jurisdiction))) {
    const found = all.filter(({ followed }) => followed.jurisdiction === jurisdiction);
    raised += await raiseInHall(world, tx, { jurisdiction, found, calendar });
  }
  return raised;
}

interface InHall {
  readonly jurisdiction: string;
  readonly found: readonly Found[];
  readonly calendar: Calendar;
}

async function raiseInHall(world: Supervision, tx: Tx, { jurisdiction, found, calendar }: InHall): Promise<number> {
  const byKey = new Map(found.map((one) => [wholeKey(one.followed.caseId, one.finding.key), one]));
  const known = await existing(tx, jurisdiction, [...byKey.keys()]);
  const sets = await ruleSetsOf(world, jurisdiction);
  const fresh: readonly Fresh[] = [...byKey].flatMap(([key, one]) =>
    known.has(key)
      ? []
      : [{ found: one, key, cardId: cardIdOf(jurisdiction, key), facts: factsOf(world, one, sets, calendar) }],
  );
  if (fresh.length === 0) return 0;
  await writeFresh(world, tx, { jurisdiction, fresh, calendar });
  await supersede(world, tx, { jurisdiction, fresh, calendar });
  return fresh.length;
}

interface Writing {
  readonly jurisdiction: string;
  readonly fresh: readonly Fresh[];
  readonly calendar: Calendar;
}

const entriesOf = (facts: readonly CardFact[]) => facts.map(({ type, ...body }) => ({ type, body }));

async function writeFresh(world: Supervision, tx: Tx, { jurisdiction, fresh, calendar }: Writing): Promise<void> {
  const at = world.shell.now();
  const acts: readonly Act[] = fresh.map(({ cardId, facts, key }) => ({
    append: {
      jurisdiction,
      stream: cardStream(cardId),
      after: EMPTY,
      entries: entriesOf(facts),
      stamp: { at, actor: SYSTEM, commandId: `raise-${key}` },
    },
    rows: {},
  }));
  const written = await appendAll(tx, acts, []);
  if (written.some((result) => !result.ok)) throw new Error('a card was raised twice at once; the batch is done again');
  const cards: readonly CardWritten[] = fresh.map(({ cardId, key, facts }) => ({
    jurisdiction,
    cardId,
    key,
    revision: facts.length,
    card: foldOf(facts),
    raisedAt: at,
    on: dayOf(at),
  }));
  await writeCards(tx, cards, calendar);
  await notePosts(
    tx,
    jurisdiction,
    fresh.flatMap(({ cardId, found }) => (found.finding.responsible.length === 0 ? [] : [cardId])),
  );
}

/** A warning of the same rule and subject has served its purpose once a heavier card is there. */
async function supersede(world: Supervision, tx: Tx, { jurisdiction, fresh, calendar }: Writing): Promise<void> {
  const heavier = fresh.filter(({ found }) => found.finding.level !== 'warning');
  const keys = heavier.map(({ found }) => {
    const { rule, subject } = found.finding;
    return wholeKey(found.followed.caseId, `${rule}|${subject}|warning`);
  });
  await retireCards(world, tx, { jurisdiction, keys, why: 'superseded', calendar });
}

interface Retiring {
  readonly jurisdiction: string;
  readonly keys: readonly string[];
  readonly why: 'actDone' | 'superseded';
  readonly calendar: Calendar;
}

/** Closes open warnings of these keys. One that somebody has acted on is left to whoever acts on it. */
export async function retireCards(
  world: Supervision,
  tx: Tx,
  { jurisdiction, keys, why, calendar }: Retiring,
): Promise<void> {
  if (keys.length === 0) return;
  const { rows } = await sql<{ card_id: string; key: string; card: Card; raised_at: string }>`
    select card_id, key, card from supervision.cards
    where jurisdiction = ${jurisdiction} and key = any(${[...keys]}::text[]) and phase <> 'closed' for update`.execute(
    tx,
  );
  const at = world.shell.now();
  for (const row of rows) {
    const ticked = tickCard(row.card, { type: 'retire', why }, { today: dayOf(at), calendar });
    if (ticked.ok) await appendFacts(tx, { jurisdiction, row, facts: ticked.value, at, calendar });
  }
}

interface Appending {
  readonly jurisdiction: string;
  readonly row: { readonly card_id: string; readonly key: string; readonly card: Card };
  readonly facts: readonly CardFact[];
  readonly at: ReturnType<Supervision['shell']['now']>;
  readonly calendar: Calendar;
}

/** What the passing of time made of a card. */
export async function appendFacts(tx: Tx, { jurisdiction, row, facts, at, calendar }: Appending): Promise<void> {
  const stream = { jurisdiction, stream: cardStream(row.card_id) };
  const head = await headOf(tx, stream);
  const stamp = { at, actor: SYSTEM, commandId: `tick-${String(head.revision)}` };
  const [result] = await appendAll(
    tx,
    [{ append: { ...stream, after: head, entries: entriesOf(facts), stamp }, rows: {} }],
    [],
  );
  if (result?.ok !== true) throw new Error('somebody acted on the card at the same moment; the batch is done again');
  await writeCards(
    tx,
    [
      {
        jurisdiction,
        cardId: row.card_id,
        key: row.key,
        revision: result.value.revision,
        card: foldOf(facts, row.card),
        raisedAt: at,
        on: dayOf(at),
      },
    ],
    calendar,
  );
}
