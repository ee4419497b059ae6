import type { PublicPerformance, TimesLine } from '@yimen/contract';
import { OBJECTION_DAYS } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/shell.ts';
import { asSupervisor } from '../asSupervisor.ts';
import { decidedIn, figuresOf, type FigureKey, type Period } from '../figures.ts';
import { todayOf, type Supervision } from '../world.ts';
import { decisionsShown } from './decisions.ts';
import { monthSpan, namesOf, type Names, type PublicMonth } from './span.ts';

interface TimesRow {
  readonly authority: string | null;
  readonly item_id: string | null;
  readonly decided: number;
  readonly late: number;
  readonly measured: number;
  readonly real_median: number | null;
  readonly real_ninth: number | null;
  readonly waited: number;
  readonly waited_median: number | null;
  readonly waited_ninth: number | null;
}

/** The hall, its departments and its items from one reading of the decisions the figures count. */
async function timesOf(tx: Tx, period: Period): Promise<readonly TimesRow[]> {
  const { rows } = await sql<TimesRow>`
    select authority, item_id, count(*)::int as decided, (count(*) filter (where decided_late))::int as late,
      count(real_days)::int as measured,
      percentile_disc(0.5) within group (order by real_days) as real_median,
      percentile_disc(0.9) within group (order by real_days) as real_ninth,
      (count(*) filter (where waited_days > 0))::int as waited,
      percentile_disc(0.5) within group (order by waited_days) filter (where waited_days > 0) as waited_median,
      percentile_disc(0.9) within group (order by waited_days) filter (where waited_days > 0) as waited_ninth
    from supervision.watch where ${decidedIn(period)}
    group by grouping sets ((), (authority), (authority, item_id))
    order by authority nulls first, item_id nulls first`.execute(tx);
  return rows;
}

const NOTHING: TimesLine = {
  decided: 0,
  late: 0,
  onTime: null,
  real: { cases: 0, median: null, ninth: null },
  waited: { cases: 0, median: null, ninth: null },
};

function lineOf(row: TimesRow | undefined): TimesLine {
  if (row === undefined || row.decided === 0) return NOTHING;
  const { decided, late } = row;
  return {
    decided,
    late,
    onTime: 1 - late / decided,
    real: { cases: row.measured, median: row.real_median, ninth: row.real_ninth },
    waited: { cases: row.waited, median: row.waited_median, ninth: row.waited_ninth },
  };
}

async function cardsOf(tx: Tx, period: Period) {
  const figures = new Map((await figuresOf(tx, period)).map(({ key, count }) => [key, count]));
  const count = (key: FigureKey): number => figures.get(key) ?? 0;
  return { yellows: count('yellows'), reds: count('reds'), upheld: count('upheld') };
}

/** 办理时长公开: what a month's decisions really took, by department and item, from the rows the board counts. No person. */
export async function performanceOf(world: Supervision, asked: PublicMonth): Promise<PublicPerformance | undefined> {
  const hall = (await world.near.halls()).find(({ jurisdiction }) => jurisdiction === asked.jurisdiction);
  if (hall === undefined) return undefined;
  const { jurisdiction } = hall;
  const today = todayOf(world);
  const span = monthSpan(asked.month, today);
  const names = await namesOf(world, jurisdiction);
  const read = await asSupervisor(world, async (tx) => ({
    times: await timesOf(tx, { jurisdiction, ...span }),
    cards: await cardsOf(tx, { jurisdiction, ...span }),
    departments: await departmentCards(tx, { jurisdiction, ...span }, names),
  }));
  const { times } = read;
  return {
    hall: { jurisdiction, name: hall.name },
    ...span,
    total: { ...lineOf(times.find(({ authority }) => authority === null)), ...read.cards },
    departments: read.departments
      .map(({ id, cards }) => ({
        id,
        name: names.department(id),
        ...lineOf(times.find((row) => row.authority === id && row.item_id === null)),
        ...cards,
      }))
      .filter(({ decided, yellows, reds, upheld }) => decided + yellows + reds + upheld > 0),
    items: itemLines(times, names),
    decisions: await decisionsShown(world, { jurisdiction, limit: 10 }),
    objectionDays: OBJECTION_DAYS,
  };
}

async function departmentCards(tx: Tx, period: Period, names: Names) {
  const lines: { readonly id: string; readonly cards: Awaited<ReturnType<typeof cardsOf>> }[] = [];
  for (const id of names.departments) lines.push({ id, cards: await cardsOf(tx, { ...period, authorities: [id] }) });
  return lines;
}

function itemLines(times: readonly TimesRow[], names: Names): PublicPerformance['items'] {
  return times.flatMap((row) =>
    row.item_id === null || row.authority === null
      ? []
      : [
          {
            id: row.item_id,
            name: names.item(row.item_id),
            authorityName: names.department(row.authority),
            ...lineOf(row),
          },
        ],
  );
}
