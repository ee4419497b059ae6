import { createHash } from 'node:crypto';
import type { Day, Instant } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import { foldCard, nextEscalation, type Card, type CardFact } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

export interface CardRow {
  readonly jurisdiction: string;
  readonly card_id: string;
  readonly revision: number;
  readonly card: Card;
}

/** One card for one thing found, for ever: its id is made of what it is about. */
export function cardIdOf(jurisdiction: string, key: string): string {
  const hex = createHash('sha256').update(`yimen card ${jurisdiction} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const cardStream = (cardId: string): string => `card:${cardId}`;

/** The key of a finding over the whole hall: what is found of an item is one card, whatever case it was seen on. */
export const wholeKey = (caseId: string, key: string): string => (key.includes('|item:') ? key : `${caseId}|${key}`);

export interface CardWritten {
  readonly jurisdiction: string;
  readonly cardId: string;
  readonly key: string;
  readonly revision: number;
  readonly card: Card;
  readonly raisedAt: Instant;
  /** The day on which the facts just written happened. */
  readonly on: Day;
}

const closing = ({ card, on }: CardWritten, before: Day | null): Day | null =>
  card.phase === 'closed' ? (before ?? on) : null;

function rowOf(written: CardWritten, calendar: Calendar) {
  const { jurisdiction, cardId, key, revision, card, raisedAt, on } = written;
  const { raised } = card;
  return {
    jurisdiction,
    card_id: cardId,
    key,
    revision,
    case_id: raised.matter.caseId,
    case_number: raised.matter.caseNumber,
    item_id: raised.matter.itemId,
    authority: raised.matter.authority,
    rule: raised.rule,
    family: raised.family,
    level: raised.level,
    phase: card.phase,
    verdict: card.verdict ?? null,
    confidential: raised.confidential,
    responsible: raised.responsible,
    points: card.points,
    raised_at: raisedAt,
    raised_on: raised.raisedOn,
    since: raised.since,
    due_on: card.dueOn ?? null,
    escalate_on: nextEscalation(card, calendar) ?? null,
    escalated_to: card.escalatedTo,
    appealed: card.appeal !== undefined,
    upheld_on: card.verdict === 'upheld' ? on : null,
    closed_on: closing(written, null),
    card,
  };
}

/** Rows of a batch in one statement; days on which something first was so stay as they were first written. */
export async function writeCards(tx: Db, written: readonly CardWritten[], calendar: Calendar): Promise<void> {
  if (written.length === 0) return;
  const rows = JSON.stringify(written.map((one) => rowOf(one, calendar)));
  await sql`insert into supervision.cards (jurisdiction, card_id, key, revision, case_id, case_number, item_id, authority, rule,
      family, level, phase, verdict, confidential, responsible, points, raised_at, raised_on, since, due_on, escalate_on,
      escalated_to, appealed, upheld_on, closed_on, card)
    select jurisdiction, card_id, key, revision, case_id, case_number, item_id, authority, rule, family, level, phase, verdict,
      confidential, responsible, points, raised_at, raised_on, since, due_on, escalate_on, escalated_to, appealed, upheld_on,
      closed_on, card
    from json_to_recordset(${rows}::json) as r(jurisdiction text, card_id text, key text, revision int, case_id text,
      case_number text, item_id text, authority text, rule text, family text, level text, phase text, verdict text,
      confidential boolean, responsible text[], points int, raised_at timestamptz, raised_on date, since timestamptz,
      due_on date, escalate_on date, escalated_to text[], appealed boolean, upheld_on date, closed_on date, card jsonb)
    on conflict (jurisdiction, card_id) do update set revision = excluded.revision, phase = excluded.phase,
      verdict = excluded.verdict, points = excluded.points, due_on = excluded.due_on, escalate_on = excluded.escalate_on,
      escalated_to = excluded.escalated_to, appealed = excluded.appealed,
      upheld_on = coalesce(supervision.cards.upheld_on, excluded.upheld_on),
      closed_on = coalesce(supervision.cards.closed_on, excluded.closed_on), card = excluded.card`.execute(tx);
}

export const foldOf = (facts: readonly CardFact[], from?: Card): Card => {
  const card = foldCard(facts, from);
  if (card === undefined) throw new Error('a card without facts');
  return card;
};

export async function findCard(
  db: Db,
  jurisdiction: string,
  cardId: string,
): Promise<(CardRow & { readonly key: string; readonly raised_at: Instant }) | undefined> {
  const { rows } = await sql<
    CardRow & { key: string; raised_at: Instant }
  >`select jurisdiction, card_id, key, revision, card,
      to_char(raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as raised_at
    from supervision.cards where jurisdiction = ${jurisdiction} and card_id = ${cardId}`.execute(db);
  return rows[0];
}
