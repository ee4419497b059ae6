import { dayOf, instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { overdueFindings, tickCard, type Card } from '@yimen/core/supervision';
import { sql } from 'kysely';
import { columnsOf, type Followed } from './followed.ts';
import { appendFacts, raiseCards, type Found } from './raise.ts';
import { itemFor, setsFor } from './judging.ts';
import { followLedger } from './reader.ts';
import { readDue, readOutdated, writeFollowed, type Written } from './watchStore.ts';
import { todayOf, type Supervision } from './world.ts';

/** Cases, and cards, taken in one transaction. */
const BATCH = 250;
/** An act may carry a time a moment before it is visible to a reader; what becomes due is judged after that moment. */
const GRACE_MS = 2000;

/**
 * One look: reads on in the ledger until it has caught up, then raises what time has made due, then tells the next office of
 * silent cards. O(what is new and due), by indexes; harmless twice and on several workers. Answers how much it did.
 */
export async function lookAtCards(world: Supervision): Promise<number> {
  const read = await followLedger(world);
  const due = read > 0 ? 0 : await raiseDue(world);
  const climbed = read > 0 || due > 0 ? 0 : await escalateSilent(world);
  await beat(world);
  return read + due + climbed;
}

/** Judges cases of which time may have made something. Each is looked at again at its next rung, never before. */
async function raiseDue(world: Supervision): Promise<number> {
  const now = instantFromMillis(millisOf(world.shell.now()) - GRACE_MS);
  const calendar = await world.near.calendar();
  const done = await world.shell.db.transaction().execute(async (tx) => {
    const cases = await readDue(tx, now, BATCH);
    const judged = await judgeAt(world, cases, now);
    await raiseCards(world, tx, judged.found, calendar);
    await writeFollowed(tx, judged.written);
    return cases;
  });
  for (const hall of new Set(done.map(({ jurisdiction }) => jurisdiction))) world.bell.ring(hall);
  return done.length;
}

async function judgeAt(world: Supervision, cases: readonly Followed[], now: Instant) {
  const calendar = await world.near.calendar();
  const kept = { world, sets: new Map(), items: new Map() };
  const found: Found[] = [];
  const written: Written[] = [];
  for (const followed of cases) {
    const item = await itemFor(kept, followed);
    const sets = await setsFor(kept, followed.jurisdiction);
    const reading = { item, calendar, now };
    found.push(...overdueFindings(followed.story, sets, reading).map((finding) => ({ followed, item, finding })));
    written.push({ followed, columns: columnsOf(followed, { ...reading, sets }), calendarVersion: calendar.version });
  }
  return { found, written };
}

/** Counts the rungs of every open case again by the calendar as it stands: after a notice moved the days. */
export async function recountRungs(world: Supervision): Promise<number> {
  const calendar = await world.near.calendar();
  const now = world.shell.now();
  let counted = 0;
  for (;;) {
    const some = await world.shell.db.transaction().execute(async (tx) => {
      const cases = await readOutdated(tx, calendar.version, BATCH);
      // From the last entry on: a rung that now lies behind is found by the next look.
      for (const followed of cases) {
        const { written } = await judgeAt(world, [followed], followed.story.trail.at(-1)?.at ?? now);
        await writeFollowed(tx, written);
      }
      return cases.length;
    });
    counted += some;
    if (some === 0) return counted;
  }
}

interface SilentRow {
  readonly jurisdiction: string;
  readonly card_id: string;
  readonly key: string;
  readonly card: Card;
}

/** Cards whose explanation, verification or rectification is awaited in vain go up by one office. */
async function escalateSilent(world: Supervision): Promise<number> {
  const calendar = await world.near.calendar();
  const today = todayOf(world);
  return world.shell.db.transaction().execute(async (tx) => {
    const { rows } = await sql<SilentRow>`select jurisdiction, card_id, key, card from supervision.cards
      where escalate_on <= ${today}::date order by escalate_on limit ${BATCH} for update skip locked`.execute(tx);
    const at = world.shell.now();
    for (const row of rows) {
      const ticked = tickCard(row.card, { type: 'escalate' }, { today: dayOf(at), calendar });
      if (ticked.ok) await appendFacts(tx, { jurisdiction: row.jurisdiction, row, facts: ticked.value, at, calendar });
    }
    return rows.length;
  });
}

async function beat({ shell }: Supervision): Promise<void> {
  await sql`insert into supervision.heartbeat (at) values (${shell.realNow()}::timestamptz)
    on conflict ("only") do update set at = excluded.at`.execute(shell.db);
}

/** Silent longer than this, the scheduler is taken for dead. */
const SILENT_MS = 120_000;

/** When the scheduler last finished a look, and whether it has been silent too long (dead-man alarm). */
export async function heartbeatOf({
  shell,
}: Pick<Supervision, 'shell'>): Promise<{ readonly at: Instant | null; readonly silent: boolean }> {
  const { rows } = await sql<{
    at: Instant;
  }>`select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from supervision.heartbeat`.execute(shell.db);
  const at = rows[0]?.at ?? null;
  return { at, silent: at === null || millisOf(shell.realNow()) - millisOf(at) > SILENT_MS };
}
