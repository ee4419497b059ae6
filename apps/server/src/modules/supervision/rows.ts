import type { RowsAnswer } from '@yimen/contract';
import type { Day } from '@yimen/kernel';
import { stageWords, type Stage } from '@yimen/core/casework';
import { sql, type RawBuilder } from 'kysely';
import { asSupervisor } from './asSupervisor.ts';
import { WAITING } from './board.ts';
import { todayOf, type Supervision } from './world.ts';

/** What a number of the board or of a month counted, so that it opens exactly its rows. */
export interface RowsWanted {
  readonly jurisdiction: string;
  readonly figure: CaseFigure;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly authorities?: readonly string[] | undefined;
}

interface Scope {
  readonly today: Day;
  readonly from: Day;
  readonly to: Day;
}

const decided = ({ from, to }: Scope): RawBuilder<unknown> => sql`decided_on between ${from}::date and ${to}::date`;
const served = ({ from, to }: Scope): RawBuilder<unknown> => sql`served_on between ${from}::date and ${to}::date`;
const measured = sql`promised and promised_days > 0`;

/** The very conditions the figures are counted by. */
const conditions = {
  waiting: () => sql`open and stage = any(${[...WAITING]}::text[])`,
  inHand: () => sql`open and stage <> all(${[...WAITING]}::text[])`,
  dueToday: ({ today }: Scope) => sql`open and due = ${today}::date and not paused`,
  overdue: ({ today }: Scope) => sql`open and due < ${today}::date and not paused`,
  paused: () => sql`open and paused`,
  received: ({ from, to }: Scope) => sql`received_on between ${from}::date and ${to}::date`,
  accepted: ({ from, to }: Scope) => sql`accepted_on between ${from}::date and ${to}::date`,
  decided,
  refused: (scope: Scope) => sql`${decided(scope)} and outcome = 'refuse'`,
  late: (scope: Scope) => sql`${decided(scope)} and decided_late`,
  onTimeRate: decided,
  earlyRate: (scope: Scope) => sql`${decided(scope)} and ${measured} and took_days < promised_days`,
  instantRate: (scope: Scope) => sql`${decided(scope)} and not promised`,
  averageDays: (scope: Scope) => sql`${decided(scope)} and ${measured}`,
  decisionSpeedUp: (scope: Scope) => sql`${decided(scope)} and ${measured}`,
  promiseSpeedUp: (scope: Scope) => sql`${decided(scope)} and ${measured} and statutory_days > 0`,
  onlineRate: ({ from, to }: Scope) => sql`received_on between ${from}::date and ${to}::date and channel = 'web'`,
  served,
  wholeOnlineRate: (scope: Scope) => sql`${served(scope)} and visits = 0 and channel = 'web'`,
  oneVisitRate: (scope: Scope) => sql`${served(scope)} and visits <= 1`,
  ratingRate: (scope: Scope) => sql`${served(scope)} and rated`,
  satisfaction: ({ from, to }: Scope) => sql`case_id in (select r.case_id from supervision.ratings r
    where r.jurisdiction = watch.jurisdiction and r.on_day between ${from}::date and ${to}::date)`,
} satisfies Readonly<Record<string, (scope: Scope) => RawBuilder<unknown>>>;
export type CaseFigure = keyof typeof conditions;

/** The condition on `supervision.watch` a figure is counted by. */
export const conditionOf = (figure: CaseFigure, scope: Scope): RawBuilder<unknown> => conditions[figure](scope);
export const caseFigures = Object.keys(conditions).filter((name): name is CaseFigure => name in conditions);

interface Row {
  readonly case_id: string;
  readonly number: string;
  readonly item_id: string;
  readonly authority: string;
  readonly stage: Stage;
  readonly due: Day | null;
  readonly received_on: Day | null;
  readonly decided_on: Day | null;
  readonly took_days: number | null;
  readonly promised_days: number | null;
  readonly total: number;
}

const MOST = 500;

/** The cases behind a number; nobody's name among them. */
export async function rowsOf(world: Supervision, wanted: RowsWanted): Promise<RowsAnswer> {
  const today = todayOf(world);
  const scope = { today, from: wanted.from ?? today, to: wanted.to ?? today };
  const own = wanted.authorities === undefined ? sql`true` : sql`authority = any(${[...wanted.authorities]}::text[])`;
  const names = await world.near.authorityNames(wanted.jurisdiction);
  const { rows } = await asSupervisor(world, (tx) =>
    sql<Row>`select case_id, number, item_id, authority, stage, due::text as due, received_on::text as received_on,
        decided_on::text as decided_on, took_days, promised_days, (count(*) over ())::int as total
      from supervision.watch where jurisdiction = ${wanted.jurisdiction} and ${conditionOf(wanted.figure, scope)} and ${own}
      order by due nulls last, number limit ${MOST}`.execute(tx),
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      caseId: row.case_id,
      number: row.number,
      itemId: row.item_id,
      authorityName: names.get(row.authority) ?? row.authority,
      stage: row.stage,
      stageName: stageWords[row.stage],
      due: row.due,
      receivedOn: row.received_on,
      decidedOn: row.decided_on,
      tookDays: row.took_days,
      promisedDays: row.promised_days,
    })),
  };
}
