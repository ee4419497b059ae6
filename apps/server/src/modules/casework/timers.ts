import { sql } from 'kysely';
import { actOnCase } from './handle.ts';
import type { CaseKey } from './tracking.ts';
import type { World } from './world.ts';

/** Cases looked at in one batch; the loop asks again until there are none. */
const BATCH = 100;
const SYSTEM = { kind: 'system', name: 'timer' } as const;

/** At once: their commits share a write to disk. Measured: 10,000 of one minute one after another miss the minute (P08). */
const LANES = 8;

/**
 * Records what the law has already done: applications whose acceptance period has passed in silence count as accepted
 * from the day of receipt (Art. 32(4)). Finds them by an index, never by scanning; `decide` judges each. The command id
 * names the look, so that two workers record one lapse, and running it twice changes nothing. Answers how many were done;
 * one that breaks is logged and does not hold up the others. A look has one time: were the clock set back between finding
 * a case and deciding, it would be refused as too early and never be looked at again.
 */
export async function lapseSilentCases(here: World): Promise<number> {
  const now = here.shell.now();
  const world: World = { ...here, shell: { ...here.shell, now: () => now } };
  const waiting = [...(await dueCases(world))];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let due = waiting.pop(); due !== undefined; due = waiting.pop()) if (await lapseOne(world, due)) done += 1;
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return done;
}

async function lapseOne(world: World, { key, at }: DueCase): Promise<boolean> {
  try {
    const run = { key, commandId: `lapse-${at}`, commands: [{ type: 'lapse' } as const], by: SYSTEM };
    const done = await actOnCase(world, run);
    if (!done.ok) world.shell.log.error({ caseId: key.caseId, why: done.error.why }, 'lapse was refused');
    await moveOn(world, key, at);
    return true;
  } catch (error) {
    world.shell.log.error({ err: error, caseId: key.caseId }, 'lapse failed; tried again at the next look');
    return false;
  }
}

interface DueCase {
  readonly key: CaseKey;
  readonly at: string;
}

async function dueCases({ shell }: World): Promise<readonly DueCase[]> {
  const { rows } = await sql<{ jurisdiction: string; case_id: string; next_due_at: string }>`
    select jurisdiction, case_id, next_due_at from casework.cases
    where next_due_at <= ${shell.now()}::timestamptz order by next_due_at limit ${BATCH}`.execute(shell.db);
  return rows.map((row) => ({ key: { jurisdiction: row.jurisdiction, caseId: row.case_id }, at: row.next_due_at }));
}

/** A look that changed nothing must not come up again for ever: the act itself moves the instant, this is for the rest. */
async function moveOn({ shell }: World, { jurisdiction, caseId }: CaseKey, at: string): Promise<void> {
  await sql`update casework.cases set next_due_at = null
    where jurisdiction = ${jurisdiction} and case_id = ${caseId} and next_due_at = ${at}::timestamptz`.execute(
    shell.db,
  );
}
