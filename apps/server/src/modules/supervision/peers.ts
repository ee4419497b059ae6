import { dayOf } from '@yimen/kernel';
import {
  firstDayOf,
  lastDayOf,
  monthBefore,
  monthOf,
  peerFindings,
  ruleSetOn,
  type Month,
  type PeerMonth,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import { itemFor } from './judging.ts';
import { raiseCards, type Found } from './raise.ts';
import { keyText, readFollowed } from './watchStore.ts';
import { ruleSetsOf, todayOf, type Supervision } from './world.ts';

interface Row extends PeerMonth {
  /** The newest of the cases with a special procedure: what the card opens. */
  readonly last: string | null;
}

const SUSPENDED = sql`trail @> '[{"type": "specialProcedureStarted"}]'::jsonb`;

async function monthOfAll(tx: Tx, jurisdiction: string, month: Month): Promise<readonly Row[]> {
  const { rows } =
    await sql<Row>`select authority, count(*)::int as cases, (count(*) filter (where ${SUSPENDED}))::int as suspended,
      (array_agg(case_id order by accepted_on desc, case_id) filter (where ${SUSPENDED}))[1] as last
    from supervision.watch where jurisdiction = ${jurisdiction}
      and accepted_on between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date group by authority`.execute(tx);
  return rows;
}

/** Departments that have their card for the month already, on whichever case. */
async function carded(tx: Tx, jurisdiction: string, subjects: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const { rows } = await sql<{ subject: string }>`select card->'raised'->>'subject' as subject from supervision.cards
    where jurisdiction = ${jurisdiction} and rule = 'S06' and card->'raised'->>'subject' = any(${[...subjects]}::text[])`.execute(
    tx,
  );
  return new Set(rows.map(({ subject }) => subject));
}

interface Comparing {
  readonly jurisdiction: string;
  readonly rows: readonly Row[];
  readonly findings: ReturnType<typeof peerFindings>;
}

/** Each finding on the newest case it stands on, with every special procedure of that case as its evidence. */
async function foundOn(world: Supervision, tx: Tx, { jurisdiction, rows, findings }: Comparing): Promise<Found[]> {
  const subjects = findings.map(({ finding }) => finding.subject);
  const known = await carded(tx, jurisdiction, subjects);
  const found: Found[] = [];
  for (const { authority, finding } of findings) {
    const key = { jurisdiction, caseId: rows.find((row) => row.authority === authority)?.last ?? '' };
    const followed = (await readFollowed(tx, [key])).get(keyText(key));
    if (known.has(finding.subject) || followed === undefined) continue;
    const begun = followed.story.trail.filter(({ type }) => type === 'specialProcedureStarted');
    const item = await itemFor({ world, items: new Map() }, followed);
    found.push({ followed, item, finding: { ...finding, evidence: begun.map(({ revision }) => revision) } });
  }
  return found;
}

/** Compares last month's special procedures between departments; a card for each far above the others, once. Answers how many. */
export async function raisePeers(world: Supervision, jurisdiction: string): Promise<number> {
  const { shell, near } = world;
  const month = monthBefore(monthOf(todayOf(world)));
  const set = ruleSetOn(await ruleSetsOf(world, jurisdiction), dayOf(shell.now()));
  if (set === undefined) return 0;
  const calendar = await near.calendar();
  return shell.db.transaction().execute(async (tx) => {
    const rows = await monthOfAll(tx, jurisdiction, month);
    const findings = peerFindings(rows, { month, set, at: shell.now() });
    return raiseCards(world, tx, await foundOn(world, tx, { jurisdiction, rows, findings }), calendar);
  });
}
