import type { PublicDecision, PublicRows } from '@yimen/contract';
import type { Day } from '@yimen/kernel';
import { publicName, publicUpTo } from '@yimen/core/supervision';
import { sql, type RawBuilder } from 'kysely';
import { asSupervisor } from '../asSupervisor.ts';
import { conditionOf } from '../rows.ts';
import { todayOf, type Supervision } from '../world.ts';
import { monthSpan, namesOf, type Names, type PublicMonth } from './span.ts';

interface DecisionRow {
  readonly case_id: string;
  readonly item_id: string;
  readonly authority: string;
  readonly decided_on: Day;
  readonly real_days: number | null;
  readonly waited_days: number | null;
  readonly promised_days: number | null;
  readonly late: boolean;
}

const columns = sql`case_id, item_id, authority, decided_on::text as decided_on, real_days, waited_days, promised_days,
  coalesce(decided_late, false) as late`;
const keptBack = sql`exists (select from supervision.objections o
  where o.jurisdiction = watch.jurisdiction and o.case_id = watch.case_id)`;
/** Granted, past the time to object, and not objected to. */
const shownBy = (day: Day): RawBuilder<unknown> =>
  sql`outcome = 'grant' and stage <> 'void' and decided_on <= ${day}::date and not ${keptBack}`;

async function publicly(
  world: Supervision,
  jurisdiction: string,
  rows: readonly DecisionRow[],
): Promise<PublicDecision[]> {
  const names = await namesOf(world, jurisdiction);
  const applicants = await world.near.maskedApplicants(
    jurisdiction,
    rows.map((row) => row.case_id),
  );
  return rows.map((row) => ({
    itemName: names.item(row.item_id),
    authorityName: names.department(row.authority),
    applicant: publicName(applicants.get(row.case_id) ?? ''),
    decidedOn: row.decided_on,
    realDays: row.real_days,
    waitedDays: row.waited_days,
    promisedDays: row.promised_days,
    late: row.late,
  }));
}

const upTo = async (world: Supervision): Promise<Day> => publicUpTo(todayOf(world), await world.near.calendar());

/** The newest decisions the public may see. */
export async function decisionsShown(
  world: Supervision,
  { jurisdiction, limit }: { readonly jurisdiction: string; readonly limit: number },
): Promise<PublicDecision[]> {
  const day = await upTo(world);
  const { rows } = await asSupervisor(world, (tx) =>
    sql<DecisionRow>`select ${columns} from supervision.watch where jurisdiction = ${jurisdiction} and ${shownBy(day)}
      order by watch.decided_on desc, case_id limit ${limit}`.execute(tx),
  );
  return publicly(world, jurisdiction, rows);
}

export interface RowsAsked extends PublicMonth {
  readonly figure: 'decided' | 'late';
  readonly authority?: string | undefined;
  readonly itemId?: string | undefined;
  readonly offset: number;
}

type Split = Pick<PublicRows, 'total' | 'shown' | 'inWindow' | 'keptBack' | 'notGranted'>;
const PAGE = 50;

/** The item or department a number is of; null for the whole hall's. */
function subjectOf({ itemId, authority }: RowsAsked, names: Names): string | null {
  if (itemId !== undefined) return names.item(itemId);
  return authority === undefined ? null : names.department(authority);
}

const optionally = (column: 'authority' | 'item_id', value: string | undefined): RawBuilder<unknown> =>
  value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`;

/** The decisions behind a number of the public page, and why the others are not among them. */
export async function publicRowsOf(world: Supervision, asked: RowsAsked): Promise<PublicRows | undefined> {
  const hall = (await world.near.halls()).find(({ jurisdiction }) => jurisdiction === asked.jurisdiction);
  if (hall === undefined) return undefined;
  const { jurisdiction } = hall;
  const today = todayOf(world);
  const span = monthSpan(asked.month, today);
  const day = await upTo(world);
  const names = await namesOf(world, jurisdiction);
  const counted = sql`jurisdiction = ${jurisdiction} and ${conditionOf(asked.figure, { today, ...span })}
    and ${optionally('authority', asked.authority)} and ${optionally('item_id', asked.itemId)}`;
  const { split, rows } = await asSupervisor(world, async (tx) => ({
    split: await sql<Split>`select count(*)::int as total, (count(*) filter (where ${shownBy(day)}))::int as shown,
        (count(*) filter (where outcome = 'grant' and stage <> 'void' and ${keptBack}))::int as "keptBack",
        (count(*) filter (where outcome = 'grant' and stage <> 'void' and decided_on > ${day}::date and not ${keptBack}))::int as "inWindow",
        (count(*) filter (where outcome <> 'grant' or stage = 'void'))::int as "notGranted"
      from supervision.watch where ${counted}`.execute(tx),
    rows: await sql<DecisionRow>`select ${columns} from supervision.watch where ${counted} and ${shownBy(day)}
      order by watch.decided_on desc, case_id limit ${PAGE + 1} offset ${asked.offset}`.execute(tx),
  }));
  return {
    hall: { jurisdiction, name: hall.name },
    ...span,
    of: subjectOf(asked, names),
    figure: asked.figure,
    ...(split.rows[0] ?? { total: 0, shown: 0, inWindow: 0, keptBack: 0, notGranted: 0 }),
    rows: await publicly(world, jurisdiction, rows.rows.slice(0, PAGE)),
    ...(rows.rows.length > PAGE ? { next: String(asked.offset + PAGE) } : {}),
  };
}
