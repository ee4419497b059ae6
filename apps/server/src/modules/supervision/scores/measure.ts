import type { EnteredPoints, Measured, ScoredCard, ScoreSubject } from '@yimen/core/performance';
import { allLedgerKinds, firstDayOf, lastDayOf, type Month } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/shell.ts';
import { decidedIn, figuresOf, type FigureKey, type Period } from '../figures.ts';
import { readMonth, reconciled } from '../ledgers/store.ts';

/** A department's or a post's month. */
export interface MonthOf {
  readonly jurisdiction: string;
  readonly subject: ScoreSubject;
  readonly scored: string;
  readonly month: Month;
}

export type DepartmentMonth = Omit<MonthOf, 'subject' | 'scored'> & { readonly authority: string };

/** Cards that count: yellow and red upheld in the month, warnings raised in it that were neither rescinded nor excused. */
async function cardsIn(tx: Tx, { jurisdiction, authority, month }: DepartmentMonth): Promise<readonly ScoredCard[]> {
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const { rows } = await sql<ScoredCard>`select card_id as "cardId", family, level from supervision.cards
    where jurisdiction = ${jurisdiction} and authority = ${authority} and family <> 'urging'
      and (upheld_on between ${from}::date and ${to}::date
        or level = 'warning' and raised_on between ${from}::date and ${to}::date and coalesce(verdict, '') not in ('rescinded', 'excused'))
    order by raised_at, card_id`.execute(tx);
  return rows;
}

async function urgingsLate(tx: Tx, { jurisdiction, authority, month }: DepartmentMonth): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from supervision.cards
    where jurisdiction = ${jurisdiction} and authority = ${authority} and family = 'urging'
      and raised_on between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date
      and card->'explanation'->>'late' = 'true'`.execute(tx);
  return rows[0]?.n ?? 0;
}

async function enteredIn(
  tx: Tx,
  { jurisdiction, authority, month }: DepartmentMonth,
): Promise<readonly EnteredPoints[]> {
  const { rows } = await sql<EnteredPoints>`select line, times, reason, record from supervision.score_entries
    where jurisdiction = ${jurisdiction} and subject = 'department' and scored = ${authority} and month = ${month}
    order by entered_at`.execute(tx);
  return rows;
}

/** Rows of every kind of ledger together; null where none was handed in. */
async function coverageIn(tx: Tx, { jurisdiction, authority, month }: DepartmentMonth): Promise<number | null> {
  const on = await readMonth(tx, { jurisdiction, month, authorities: [authority] });
  const totals = allLedgerKinds.map((kind) => reconciled(on, { authority, kind }).total);
  const of = totals.reduce((sum, total) => sum + total.of, 0);
  return of === 0 ? null : totals.reduce((sum, total) => sum + total.covered + total.laterEntry, 0) / of;
}

/** The cases the figure 超期办结 counts. */
async function lateIn(tx: Tx, period: Period): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`select case_id from supervision.watch
    where ${decidedIn(period)} and decided_late order by decided_on, case_id`.execute(tx);
  return rows.map(({ case_id: caseId }) => caseId);
}

/** Everything a score sheet may ask of a department's month, from the very rows the board and the ledgers show. */
export async function measureDepartment(tx: Tx, asked: DepartmentMonth): Promise<Measured> {
  const { jurisdiction, authority, month } = asked;
  const period = { jurisdiction, from: firstDayOf(month), to: lastDayOf(month), authorities: [authority] };
  const figures = new Map((await figuresOf(tx, period)).map((figure) => [figure.key, figure]));
  const value = (key: FigureKey): number | null => figures.get(key)?.value ?? null;
  return {
    cards: await cardsIn(tx, asked),
    late: await lateIn(tx, period),
    decided: value('decided') ?? 0,
    earlyShare: value('earlyRate'),
    promiseCut: value('promiseSpeedUp'),
    satisfaction: value('satisfaction'),
    coverage: await coverageIn(tx, asked),
    urgingsLate: await urgingsLate(tx, asked),
    entered: await enteredIn(tx, asked),
  };
}
