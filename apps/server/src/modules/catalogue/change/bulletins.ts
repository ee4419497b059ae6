import type { ChangeBulletins, ChangeStatistics } from '@yimen/contract';
import { addMonths, type Day, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { append, headOf } from '../../../platform/ledger/index.ts';
import type { Db } from '../../../platform/shell.ts';
import { periodBefore, reportDayBefore, statisticsOf, type Period } from './statistics.ts';
import { todayOf, type ChangeWorld } from './world.ts';

const SYSTEM = { kind: 'system' } as const;
/** As many as are listed, and as many as are made up for after a long outage. */
const MOST = 24;

/** The statistics of a period: as they were told, where a bulletin of it went out; otherwise as they are counted now. */
export async function statisticsTold(
  { shell, near }: ChangeWorld,
  { jurisdiction, asOf, from }: Period,
): Promise<ChangeStatistics> {
  const { rows } = await sql<{ body: ChangeStatistics; at: Instant }>`select body, issued_at as at
    from catalogue.change_bulletin where jurisdiction = ${jurisdiction} and as_of = ${asOf}::date`.execute(shell.db);
  const [told] = rows;
  if (told?.body.from === from) return { ...told.body, issuedAt: told.at };
  return statisticsOf(shell.db, { jurisdiction, asOf, from }, await near.authorityNames(jurisdiction));
}

/** The bulletins of a hall, the newest first. */
export async function bulletinsOf(db: Db, jurisdiction: string): Promise<ChangeBulletins> {
  const { rows } = await sql<ChangeBulletins['rows'][number]>`select as_of as "asOf", body->>'from' as "from",
      issued_at as "issuedAt", (body->'total'->>'published')::int as published, (body->'total'->>'applied')::int as applied
    from catalogue.change_bulletin where jurisdiction = ${jurisdiction} order by as_of desc limit ${MOST}`.execute(db);
  return { rows };
}

/** Tells every hall's bulletin of each 28th that is over, once, however many workers look. Answers how many went out. */
export async function issueBulletins(world: ChangeWorld): Promise<number> {
  const { rows } = await sql<{ jurisdiction: string; newest: Day | null; first: Day }>`
    select jurisdiction, min(applied_on) as first, (select max(as_of) from catalogue.change_bulletin b
      where b.jurisdiction = c.jurisdiction) as newest
    from catalogue.change c group by jurisdiction`.execute(world.shell.db);
  let issued = 0;
  for (const { jurisdiction, newest, first } of rows)
    for (const asOf of owed(todayOf(world), newest ?? reportDayBefore(first)))
      issued += await issue(world, { jurisdiction, asOf, from: periodBefore(asOf) });
  return issued;
}

/** Each 28th after this one that is over. */
function owed(today: Day, last: Day): readonly Day[] {
  const newest = reportDayBefore(today);
  const days = Array.from({ length: MOST }, (_, month) => addMonths(last, month + 1));
  return days.filter((day) => day <= newest);
}

async function issue(world: ChangeWorld, period: Period): Promise<number> {
  const { shell, near } = world;
  const { jurisdiction, asOf } = period;
  const at = shell.now();
  const body = await statisticsOf(shell.db, period, await near.authorityNames(jurisdiction));
  return shell.db.transaction().execute(async (tx) => {
    const { rows } = await sql`insert into catalogue.change_bulletin (jurisdiction, as_of, body, issued_at)
      values (${jurisdiction}, ${asOf}::date, ${JSON.stringify(body)}::jsonb, ${at}::timestamptz)
      on conflict do nothing returning as_of`.execute(tx);
    if (rows.length === 0) return 0;
    const stream = { jurisdiction, stream: 'changeBulletins' };
    const appended = await append(tx, {
      ...stream,
      after: await headOf(tx, stream),
      entries: [{ type: 'bulletinIssued', body: { ...body } }],
      stamp: { at, actor: SYSTEM, commandId: `bulletin-${asOf}` },
      remember: { request: { asOf }, answer: {} },
    });
    if (!appended.ok) throw new Error('another worker told a bulletin at the same moment; it is looked at again');
    return 1;
  });
}
