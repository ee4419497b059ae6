import type { FigureView } from '@yimen/contract';
import type { Day } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import { figureWords, type FigureKey } from './figureWords.ts';

export type { FigureKey } from './figureWords.ts';

/** From a day to a day, both included, and of which departments; all of the hall where absent. */
export interface Period {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly to: Day;
  readonly authorities?: readonly string[] | undefined;
}

export interface Figure {
  readonly key: FigureKey;
  /** Absent where there is nothing to divide by. */
  readonly value: number | null;
  readonly count: number;
  readonly of: number | null;
}

interface Sums {
  readonly received: number;
  readonly online: number;
  readonly accepted: number;
  readonly decided: number;
  readonly refused: number;
  readonly late: number;
  readonly early: number;
  readonly instant: number;
  readonly measured: number;
  readonly took: number;
  readonly promised: number;
  readonly statutory: number;
  readonly with_statutory: number;
  readonly promised_of_those: number;
  readonly ratings: number;
  readonly content: number;
  readonly served: number;
  readonly whole: number;
  readonly once: number;
  readonly served_rated: number;
  readonly bad: number;
  readonly mended: number;
  readonly warnings: number;
  readonly yellows: number;
  readonly reds: number;
  readonly upheld: number;
  readonly points: number;
}

const ofThose = (authorities: Period['authorities']): RawBuilder<unknown> =>
  authorities === undefined ? sql`true` : sql`authority = any(${[...authorities]}::text[])`;

/** Which cases of `supervision.watch` were decided in the period: the one condition of every figure and page that counts decisions. */
export const decidedIn = ({ jurisdiction, from, to, authorities }: Period): RawBuilder<unknown> =>
  sql`jurisdiction = ${jurisdiction} and decided_on between ${from}::date and ${to}::date and ${ofThose(authorities)}`;

/** Which cases were served in the period. */
const servedIn = ({ jurisdiction, from, to, authorities }: Period): RawBuilder<unknown> =>
  sql`jurisdiction = ${jurisdiction} and served_on between ${from}::date and ${to}::date and ${ofThose(authorities)}`;
/** Cards of bad ratings that stand. */
const BAD_RATINGS = sql`rule = 'V01' and coalesce(verdict, '') not in ('rescinded', 'excused')`;

async function sumsOf(tx: Tx, period: Period): Promise<Sums> {
  const { jurisdiction, from, to } = period;
  const own = ofThose(period.authorities);
  const { rows } = await sql<Sums>`
    with decided as (select count(*)::int as decided, (count(*) filter (where outcome = 'refuse'))::int as refused,
        (count(*) filter (where decided_late))::int as late, (count(*) filter (where not promised))::int as instant,
        (count(*) filter (where m))::int as measured, (count(*) filter (where m and took_days < promised_days))::int as early,
        coalesce(sum(took_days) filter (where m), 0)::int as took, coalesce(sum(promised_days) filter (where m), 0)::int as promised,
        (count(*) filter (where m and statutory_days > 0))::int as with_statutory,
        coalesce(sum(statutory_days) filter (where m and statutory_days > 0), 0)::int as statutory,
        coalesce(sum(promised_days) filter (where m and statutory_days > 0), 0)::int as promised_of_those
      from (select *, promised and promised_days > 0 as m from supervision.watch
        where ${decidedIn(period)}) d),
    received as (select count(*)::int as received, (count(*) filter (where channel = 'web'))::int as online
      from supervision.watch where jurisdiction = ${jurisdiction} and received_on between ${from}::date and ${to}::date and ${own}),
    accepted as (select count(*)::int as accepted from supervision.watch
      where jurisdiction = ${jurisdiction} and accepted_on between ${from}::date and ${to}::date and ${own}),
    rated as (select count(*)::int as ratings, (count(*) filter (where level >= 3))::int as content from supervision.ratings
      where jurisdiction = ${jurisdiction} and on_day between ${from}::date and ${to}::date and ${own}),
    served as (select count(*)::int as served, (count(*) filter (where visits = 0 and channel = 'web'))::int as whole,
        (count(*) filter (where visits <= 1))::int as once, (count(*) filter (where rated))::int as served_rated from supervision.watch
      where ${servedIn(period)}),
    raised as (select (count(*) filter (where ${BAD_RATINGS}))::int as bad,
        (count(*) filter (where ${BAD_RATINGS} and card->>'closed' = 'rectified'))::int as mended,
        (count(*) filter (where level = 'warning' and family <> 'urging'))::int as warnings,
        (count(*) filter (where level = 'yellow'))::int as yellows, (count(*) filter (where level = 'red'))::int as reds
      from supervision.cards where jurisdiction = ${jurisdiction} and raised_on between ${from}::date and ${to}::date and ${own}),
    upheld as (select count(*)::int as upheld, coalesce(sum(points), 0)::int as points from supervision.cards
      where jurisdiction = ${jurisdiction} and upheld_on between ${from}::date and ${to}::date and ${own})
    select * from decided, received, accepted, rated, served, raised, upheld`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('figures without a row');
  return row;
}

/** The figure with its name, its unit and its formula. */
export function figureView(figure: Figure): FigureView {
  const { zh, en, unit, formula } = figureWords[figure.key];
  return { ...figure, name: { zh, en }, unit, formula };
}

const plain = (key: FigureKey, count: number): Figure => ({ key, value: count, count, of: null });
const share = (key: FigureKey, count: number, of: number): Figure => ({
  key,
  value: of === 0 ? null : count / of,
  count,
  of,
});
const less = (key: FigureKey, count: number, of: number): Figure => ({
  key,
  value: of === 0 ? null : 1 - count / of,
  count,
  of,
});

/** Every figure of a period, from sums of whole numbers: the same numbers whoever adds them up. */
export async function figuresOf(tx: Tx, period: Period): Promise<readonly Figure[]> {
  const sums = await sumsOf(tx, period);
  return [
    plain('received', sums.received),
    plain('accepted', sums.accepted),
    plain('decided', sums.decided),
    plain('refused', sums.refused),
    plain('late', sums.late),
    less('onTimeRate', sums.late, sums.decided),
    share('earlyRate', sums.early, sums.measured),
    share('instantRate', sums.instant, sums.decided),
    share('averageDays', sums.took, sums.measured),
    less('decisionSpeedUp', sums.took, sums.promised),
    less('promiseSpeedUp', sums.promised_of_those, sums.statutory),
    share('onlineRate', sums.online, sums.received),
    share('satisfaction', sums.content, sums.ratings),
    plain('served', sums.served),
    share('wholeOnlineRate', sums.whole, sums.served),
    share('oneVisitRate', sums.once, sums.served),
    share('ratingRate', sums.served_rated, sums.served),
    share('mendedRate', sums.mended, sums.bad),
    plain('warnings', sums.warnings),
    plain('yellows', sums.yellows),
    plain('reds', sums.reds),
    plain('upheld', sums.upheld),
    plain('points', sums.points),
  ];
}
