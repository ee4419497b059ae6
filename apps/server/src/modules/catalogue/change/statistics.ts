import type { ChangeCounts, ChangeStatistics } from '@yimen/contract';
import { changeKinds, changeSteps, changeTriggers } from '@yimen/core/catalogue';
import { addDays, addMonths, dayFrom, yearOf, type Day, type Words } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/shell.ts';

export interface Period {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly asOf: Day;
}

const REPORTED_ON = 28;

/** The last 28th that is over on a day. */
export function reportDayBefore(on: Day): Day {
  const this28 = dayFrom(yearOf(on), Number(on.slice(5, 7)), REPORTED_ON);
  return on > this28 ? this28 : addMonths(this28, -1);
}

/** 每月28日前统计: what is reported on a day begins the day after the 28th before it. */
export const periodBefore = (asOf: Day): Day => addDays(reportDayBefore(asOf), 1);

interface CountRow extends ChangeCounts {
  readonly id: string;
}

/** Everything is asked as of the day: what came after it is as if it had not been. */
const counts = ({ from, asOf }: Period): RawBuilder<unknown> => sql`
    (count(*) filter (where c.applied_on between ${from}::date and ${asOf}::date))::int as applied,
    (count(*) filter (where c.outcome = 'published' and c.closed_on between ${from}::date and ${asOf}::date))::int as published,
    (count(*) filter (where c.outcome = 'rejected' and c.closed_on between ${from}::date and ${asOf}::date))::int as rejected,
    (count(*) filter (where c.outcome = 'withdrawn' and c.closed_on between ${from}::date and ${asOf}::date))::int as withdrawn,
    coalesce(sum(v.returned), 0)::int as returned,
    (count(*) filter (where c.applied_on <= ${asOf}::date and (c.closed_on is null or c.closed_on > ${asOf}::date)))::int as "inHand",
    (count(*) filter (where v.overdue > 0))::int as overdue`;

const source = ({ jurisdiction, from, asOf }: Period): RawBuilder<unknown> => sql`
  from catalogue.change c
  left join lateral (select
      (count(*) filter (where result = 'returned' and done_on between ${from}::date and ${asOf}::date))::int as returned,
      (count(*) filter (where opened_on <= ${asOf}::date and due_on < ${asOf}::date
        and (done_on is null or done_on > ${asOf}::date)))::int as overdue
    from catalogue.change_visit v where v.jurisdiction = c.jurisdiction and v.change_id = c.change_id) v on true
  where c.jurisdiction = ${jurisdiction} and c.applied_on <= ${asOf}::date
    and (c.closed_on is null or c.closed_on >= ${from}::date)`;

type Grouped = 'authority' | 'kind' | 'trigger';

async function groupsOf(db: Db, period: Period, by: Grouped): Promise<readonly CountRow[]> {
  const column = sql.ref(`c.${by}`);
  const { rows } = await sql<CountRow>`select ${column} as id, ${counts(period)} ${source(period)}
    group by ${column} order by ${column}`.execute(db);
  return rows;
}

interface StepRow {
  readonly step: keyof typeof changeSteps;
  readonly finished: number;
  readonly days: number;
  readonly longest: number | null;
  readonly late: number;
  readonly waiting: number;
  readonly overdue: number;
}

/** Days per step: of the steps that ended in the period by somebody's act, and of those that wait on the day. */
async function stepsOf(db: Db, { jurisdiction, from, asOf }: Period): Promise<ReadonlyMap<string, StepRow>> {
  const { rows } = await sql<StepRow>`
    with v as (select *, result <> 'cut' and done_on between ${from}::date and ${asOf}::date as ended,
        opened_on <= ${asOf}::date and (done_on is null or done_on > ${asOf}::date) as waits
      from catalogue.change_visit where jurisdiction = ${jurisdiction} and opened_on <= ${asOf}::date
        and (done_on is null or done_on >= ${from}::date))
    select step, (count(*) filter (where ended))::int as finished, coalesce(sum(days) filter (where ended), 0)::int as days,
      max(days) filter (where ended) as longest, (count(*) filter (where ended and done_on > due_on))::int as late,
      (count(*) filter (where waits))::int as waiting, (count(*) filter (where waits and due_on < ${asOf}::date))::int as overdue
    from v group by step`.execute(db);
  return new Map(rows.map((row) => [row.step, row]));
}

const none: ChangeCounts = { applied: 0, published: 0, rejected: 0, withdrawn: 0, returned: 0, inHand: 0, overdue: 0 };
const plus = (left: ChangeCounts, right: ChangeCounts): ChangeCounts => ({
  applied: left.applied + right.applied,
  published: left.published + right.published,
  rejected: left.rejected + right.rejected,
  withdrawn: left.withdrawn + right.withdrawn,
  returned: left.returned + right.returned,
  inHand: left.inHand + right.inHand,
  overdue: left.overdue + right.overdue,
});

/** 月度统计: by department, kind and trigger, and the days of each step, as of any day. */
export async function statisticsOf(
  db: Db,
  period: Period,
  names: ReadonlyMap<string, string>,
): Promise<ChangeStatistics> {
  const [departments, kinds, triggers, steps] = await Promise.all([
    groupsOf(db, period, 'authority'),
    groupsOf(db, period, 'kind'),
    groupsOf(db, period, 'trigger'),
    stepsOf(db, period),
  ]);
  const named = (rows: readonly CountRow[], nameOf: (id: string) => Words) =>
    rows.map((row) => ({ ...row, name: nameOf(row.id) }));
  const from = (table: Readonly<Record<string, Words>>) => (id: string) => wordsOf(table[id], id);
  return {
    asOf: period.asOf,
    from: period.from,
    total: departments.map(({ id: _id, ...row }) => row).reduce(plus, none),
    departments: named(departments, (id) => wordsOf(undefined, names.get(id) ?? id)),
    kinds: named(kinds, from(changeKinds)),
    triggers: named(triggers, from(changeTriggers)),
    steps: stepNames.map((step) => stepLine(step, steps.get(step))),
  };
}

const stepNames = [
  'application',
  'transfer',
  'legalReview',
  'staffingReview',
  'feeReview',
  'deliberation',
  'publication',
] as const;
const wordsOf = (row: Words | undefined, id: string): Words => ({ zh: row?.zh ?? id, en: row?.en ?? id });

function stepLine(step: (typeof stepNames)[number], row: StepRow | undefined): ChangeStatistics['steps'][number] {
  const { finished = 0, days = 0, longest = null, late = 0, waiting = 0, overdue = 0 } = row ?? {};
  const average = finished === 0 ? null : days / finished;
  return { step, name: wordsOf(changeSteps[step], step), finished, days, average, longest, late, waiting, overdue };
}
