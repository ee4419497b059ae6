import type { FigureView } from '@yimen/contract';
import type { Day } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/shell.ts';

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

/** What a figure counts, in words that can be reckoned again: the formula stands beside every number. */
const figureWords = {
  received: {
    zh: '收件',
    en: 'Received',
    unit: 'case',
    formula: { zh: '期间内收到申请材料的办件数（按收件日）', en: 'Cases whose application was received in the period' },
  },
  accepted: {
    zh: '受理',
    en: 'Accepted',
    unit: 'case',
    formula: {
      zh: '期间内受理的办件数（按受理日，含视为受理）',
      en: 'Cases accepted in the period, deemed acceptance included',
    },
  },
  decided: {
    zh: '办结',
    en: 'Decided',
    unit: 'case',
    formula: { zh: '期间内作出决定的办件数（按决定日）', en: 'Cases decided in the period' },
  },
  refused: {
    zh: '不予许可',
    en: 'Refused',
    unit: 'case',
    formula: { zh: '期间内决定为不予许可的办件数', en: 'Cases decided by refusal in the period' },
  },
  late: {
    zh: '超期办结',
    en: 'Decided late',
    unit: 'case',
    formula: { zh: '期间内决定且晚于承诺时限的办件数', en: 'Cases decided after the promised limit' },
  },
  onTimeRate: {
    zh: '按时办结率',
    en: 'On-time rate',
    unit: 'share',
    formula: { zh: '1 −（超期办结 ÷ 办结）', en: '1 − decided late ÷ decided' },
  },
  earlyRate: {
    zh: '提前办结率',
    en: 'Early rate',
    unit: 'share',
    formula: {
      zh: '承诺件中用时少于承诺的 ÷ 承诺件办结（承诺以工作日计且大于零）',
      en: 'Promised cases that took less than promised ÷ promised cases decided (promises in working days above zero)',
    },
  },
  instantRate: {
    zh: '即办率',
    en: 'Instant rate',
    unit: 'share',
    formula: { zh: '即办件办结 ÷ 办结', en: 'Instant cases decided ÷ decided' },
  },
  averageDays: {
    zh: '平均用时',
    en: 'Average time',
    unit: 'day',
    formula: {
      zh: '承诺件用时之和 ÷ 件数；用时自受理次日起算工作日，扣除依法暂停的日数',
      en: 'Sum of working days of promised cases ÷ their number, from the day after acceptance, days stopped by law taken out',
    },
  },
  decisionSpeedUp: {
    zh: '办结提速率',
    en: 'Speed-up on promises',
    unit: 'share',
    formula: {
      zh: '1 −（承诺件用时之和 ÷ 承诺时限之和）；即办件（承诺为零）不计',
      en: '1 − sum of time taken ÷ sum of time promised; instant cases left out',
    },
  },
  promiseSpeedUp: {
    zh: '承诺提速率（按办件）',
    en: 'Promises against the law',
    unit: 'share',
    formula: {
      zh: '1 −（承诺时限之和 ÷ 法定时限之和），按办结的承诺件计',
      en: '1 − sum of promised ÷ sum of statutory limits, over promised cases decided',
    },
  },
  onlineRate: {
    zh: '网办率',
    en: 'Online rate',
    unit: 'share',
    formula: { zh: '网上提交 ÷ 收件', en: 'Filed online ÷ received' },
  },
  satisfaction: {
    zh: '满意率',
    en: 'Satisfaction',
    unit: 'share',
    formula: {
      zh: '基本满意以上（3—5 级）÷ 有效评价；不含默认评价',
      en: 'Ratings of three and above ÷ ratings given; no defaults',
    },
  },
  warnings: {
    zh: '预警',
    en: 'Warnings',
    unit: 'card',
    formula: { zh: '期间内产生的预警数', en: 'Warnings raised in the period' },
  },
  yellows: {
    zh: '黄牌',
    en: 'Yellow cards',
    unit: 'card',
    formula: {
      zh: '期间内产生的黄牌数（含后来撤销、免责的）',
      en: 'Yellow cards raised in the period, those later rescinded or excused included',
    },
  },
  reds: {
    zh: '红牌',
    en: 'Red cards',
    unit: 'card',
    formula: {
      zh: '期间内产生的红牌数（含后来撤销、免责的）',
      en: 'Red cards raised in the period, those later rescinded or excused included',
    },
  },
  upheld: {
    zh: '认定',
    en: 'Upheld',
    unit: 'card',
    formula: { zh: '期间内认定成立的黄牌、红牌数', en: 'Cards upheld in the period' },
  },
  points: {
    zh: '计分',
    en: 'Points',
    unit: 'point',
    formula: { zh: '期间内认定成立的牌所计分数之和', en: 'Points of cards upheld in the period' },
  },
} as const;
export type FigureKey = keyof typeof figureWords;

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
    raised as (select (count(*) filter (where level = 'warning' and family <> 'urging'))::int as warnings,
        (count(*) filter (where level = 'yellow'))::int as yellows, (count(*) filter (where level = 'red'))::int as reds
      from supervision.cards where jurisdiction = ${jurisdiction} and raised_on between ${from}::date and ${to}::date and ${own}),
    upheld as (select count(*)::int as upheld, coalesce(sum(points), 0)::int as points from supervision.cards
      where jurisdiction = ${jurisdiction} and upheld_on between ${from}::date and ${to}::date and ${own})
    select * from decided, received, accepted, rated, raised, upheld`.execute(tx);
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
    plain('warnings', sums.warnings),
    plain('yellows', sums.yellows),
    plain('reds', sums.reds),
    plain('upheld', sums.upheld),
    plain('points', sums.points),
  ];
}
