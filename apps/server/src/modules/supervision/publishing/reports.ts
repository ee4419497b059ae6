import type { Report, ReportList } from '@yimen/contract';
import { dayOf, type Day, type Instant } from '@yimen/kernel';
import { periodsDue, reportKinds, reportPeriod, type ReportKind, type ReportPeriod } from '@yimen/core/supervision';
import { sql } from 'kysely';
import { append, headOf } from '../../../platform/ledger/index.ts';
import { asSupervisor } from '../asSupervisor.ts';
import { boardOf } from '../board.ts';
import { figuresOf, figureView } from '../figures.ts';
import { SYSTEM } from '../raise.ts';
import { todayOf, type Supervision } from '../world.ts';

export interface ReportAsked extends ReportPeriod {
  readonly jurisdiction: string;
}

/** A report of a period as things stand: the board's own figures, of the hall and of each department. */
async function reckon(world: Supervision, { jurisdiction, kind, from, to }: ReportAsked): Promise<Report> {
  const hall = (await world.near.halls()).find((one) => one.jurisdiction === jurisdiction);
  const { total, departments } = await boardOf(world, jurisdiction);
  const names = [...(await world.near.authorityNames(jurisdiction))];
  const read = await asSupervisor(world, async (tx) => {
    const lines: Report['departments'] = [];
    for (const [authority, name] of names) {
      const figures = await figuresOf(tx, { jurisdiction, from, to, authorities: [authority] });
      lines.push({ authority, name, figures: figures.map((figure) => ({ ...figure })) });
    }
    return { lines, total: await figuresOf(tx, { jurisdiction, from, to }) };
  });
  return {
    kind,
    kindName: reportKinds[kind],
    hall: hall?.name ?? jurisdiction,
    from,
    to,
    madeAt: world.shell.now(),
    running: to >= todayOf(world),
    total: read.total.map(figureView),
    departments: read.lines.filter(({ figures }) => figures.some(({ count }) => count > 0)),
    stock: { total, departments },
  };
}

async function kept(
  { shell }: Supervision,
  { jurisdiction, kind, to }: Pick<ReportAsked, 'jurisdiction' | 'kind' | 'to'>,
): Promise<Report | undefined> {
  const { rows } = await sql<{ body: Report }>`select body from supervision.reports
    where jurisdiction = ${jurisdiction} and kind = ${kind} and to_day = ${to}::date`.execute(shell.db);
  return rows[0]?.body;
}

/** The report of the period a day lies in: as it was made when the period was over, or as things stand. */
export async function reportOf(
  world: Supervision,
  { jurisdiction, kind, on }: { readonly jurisdiction: string; readonly kind: ReportKind; readonly on: Day },
): Promise<Report> {
  const asked = { jurisdiction, ...reportPeriod(kind, on) };
  return (await kept(world, asked)) ?? reckon(world, asked);
}

const MOST = 60;

/** The reports a hall has made, newest first. */
export async function reportsOf({ shell }: Supervision, jurisdiction: string): Promise<ReportList> {
  const { rows } = await sql<{
    kind: ReportKind;
    from: Day;
    to: Day;
    at: Instant;
  }>`select kind, from_day::text as "from",
      to_day::text as "to", to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from supervision.reports where jurisdiction = ${jurisdiction} order by to_day desc, kind limit ${MOST}`.execute(
    shell.db,
  );
  return { rows: rows.map(({ at, ...row }) => ({ ...row, kindName: reportKinds[row.kind], madeAt: at })) };
}

const kinds = Object.keys(reportKinds) as ReportKind[];

/** Makes every report whose period is over, once, however many workers look. Answers how many it made. */
export async function makeReports(world: Supervision): Promise<number> {
  const calendar = await world.near.calendar();
  const today = dayOf(world.shell.now());
  let made = 0;
  for (const { jurisdiction } of await world.near.halls()) {
    const newest = await newestOf(world, jurisdiction);
    for (const kind of kinds) {
      const due = periodsDue(kind, { today, made: newest.get(kind), calendar });
      for (const period of due) made += await makeOne(world, { jurisdiction, ...period });
    }
  }
  return made;
}

async function newestOf({ shell }: Supervision, jurisdiction: string): Promise<ReadonlyMap<ReportKind, Day>> {
  const { rows } = await sql<{ kind: ReportKind; to: Day }>`select kind, max(to_day)::text as "to"
    from supervision.reports where jurisdiction = ${jurisdiction} group by kind`.execute(shell.db);
  return new Map(rows.map(({ kind, to }) => [kind, to]));
}

/** The report and its entry together: what was once told can be proved. */
async function makeOne(world: Supervision, asked: ReportAsked): Promise<number> {
  const { jurisdiction, kind, from, to } = asked;
  const report = await reckon(world, asked);
  return world.shell.db.transaction().execute(async (tx) => {
    const { rows } = await sql`insert into supervision.reports (jurisdiction, kind, from_day, to_day, body, made_at)
      values (${jurisdiction}, ${kind}, ${from}::date, ${to}::date, ${JSON.stringify(report)}::jsonb, ${report.madeAt}::timestamptz)
      on conflict do nothing returning kind`.execute(tx);
    if (rows.length === 0) return 0;
    const stream = { jurisdiction, stream: `report:${kind}` };
    const appended = await append(tx, {
      ...stream,
      after: await headOf(tx, stream),
      entries: [{ type: 'reportMade', body: { ...report } }],
      stamp: { at: report.madeAt, actor: SYSTEM, commandId: `report-${kind}-${to}` },
      remember: { request: { kind, to }, answer: {} },
    });
    if (!appended.ok) throw new Error('another worker made a report at the same moment; it is looked at again');
    return 1;
  });
}
