import type { EnteredPoints, Measured, ScoredCard } from '@yimen/core/performance';
import { firstDayOf, lastDayOf, type Month } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/shell.ts';
import { figuresOf, type FigureKey } from '../figures.ts';
import { kindsOf } from '../ledgers/duties.ts';
import { readMonth, reconciled } from '../ledgers/store.ts';

export interface MonthOf {
  readonly jurisdiction: string;
  readonly authority: string;
  readonly month: Month;
}

/** Cards that count: yellow and red upheld in the month, warnings raised in it that were neither rescinded nor excused. */
async function cardsIn(tx: Tx, { jurisdiction, authority, month }: MonthOf): Promise<readonly ScoredCard[]> {
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const { rows } = await sql<ScoredCard>`select card_id as "cardId", family, level from supervision.cards
    where jurisdiction = ${jurisdiction} and authority = ${authority} and family <> 'urging'
      and (upheld_on between ${from}::date and ${to}::date
        or level = 'warning' and raised_on between ${from}::date and ${to}::date and coalesce(verdict, '') not in ('rescinded', 'excused'))
    order by raised_at, card_id`.execute(tx);
  return rows;
}

async function urgingsLate(tx: Tx, { jurisdiction, authority, month }: MonthOf): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from supervision.cards
    where jurisdiction = ${jurisdiction} and authority = ${authority} and family = 'urging'
      and raised_on between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date
      and card->'explanation'->>'late' = 'true'`.execute(tx);
  return rows[0]?.n ?? 0;
}

async function enteredIn(tx: Tx, { jurisdiction, authority, month }: MonthOf): Promise<readonly EnteredPoints[]> {
  const { rows } = await sql<EnteredPoints>`select line, times, reason, record from supervision.score_entries
    where jurisdiction = ${jurisdiction} and authority = ${authority} and month = ${month} order by entered_at`.execute(
    tx,
  );
  return rows;
}

/** Rows of both ledgers together; null where none was handed in. */
async function coverageIn(tx: Tx, { jurisdiction, authority, month }: MonthOf): Promise<number | null> {
  const on = await readMonth(tx, { jurisdiction, month, authorities: [authority] });
  const totals = kindsOf.map((kind) => reconciled(on, { authority, kind }).total);
  const of = totals.reduce((sum, total) => sum + total.of, 0);
  return of === 0 ? null : totals.reduce((sum, total) => sum + total.covered + total.laterEntry, 0) / of;
}

/** Everything a score sheet may ask of a department's month, from the very rows the board and the ledgers show. */
export async function measure(tx: Tx, asked: MonthOf): Promise<Measured> {
  const { jurisdiction, authority, month } = asked;
  const period = { jurisdiction, from: firstDayOf(month), to: lastDayOf(month), authorities: [authority] };
  const figures = new Map((await figuresOf(tx, period)).map((figure) => [figure.key, figure]));
  const value = (key: FigureKey): number | null => figures.get(key)?.value ?? null;
  return {
    cards: await cardsIn(tx, asked),
    late: value('late') ?? 0,
    decided: value('decided') ?? 0,
    earlyShare: value('earlyRate'),
    promiseCut: value('promiseSpeedUp'),
    satisfaction: value('satisfaction'),
    coverage: await coverageIn(tx, asked),
    urgingsLate: await urgingsLate(tx, asked),
    entered: await enteredIn(tx, asked),
  };
}
