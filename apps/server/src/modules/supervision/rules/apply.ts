import { ruleSetOn, shippedRuleSet } from '@yimen/core/supervision';
import { dayOf, instantAt } from '@yimen/kernel';
import { sql } from 'kysely';
import { ruleSetsOf, todayOf, type Supervision } from '../world.ts';

/**
 * Looks at every open case of a hall again once other rules have come into force: their rungs may lie earlier than those the
 * case waits for. What the look makes of it goes the ordinary way. O(open cases), once a set. Answers how many.
 */
export async function applyRuleSets(world: Supervision): Promise<number> {
  const { db } = world.shell;
  const { rows } = await sql<{
    jurisdiction: string;
    applied: string | null;
  }>`select distinct s.jurisdiction, a.code as applied
    from supervision.rule_sets s left join supervision.rules_applied a using (jurisdiction)`.execute(db);
  let looked = 0;
  for (const { jurisdiction, applied } of rows) {
    const { code } = ruleSetOn(await ruleSetsOf(world, jurisdiction), todayOf(world)) ?? shippedRuleSet;
    if (code !== (applied ?? shippedRuleSet.code)) looked += await lookAgain(world, jurisdiction, code);
  }
  return looked;
}

/** The rules are those of the whole day. */
const dayBegan = ({ now }: Pick<Supervision['shell'], 'now'>) => instantAt(dayOf(now()), '00:00');

async function lookAgain({ shell }: Supervision, jurisdiction: string, code: string): Promise<number> {
  return shell.db.transaction().execute(async (tx) => {
    await sql`insert into supervision.rules_applied (jurisdiction, code) values (${jurisdiction}, ${code})
      on conflict (jurisdiction) do update set code = excluded.code`.execute(tx);
    const { numAffectedRows = 0n } =
      await sql`update supervision.watch set next_at = least(next_at, ${dayBegan(shell)}::timestamptz)
      where jurisdiction = ${jurisdiction} and open and next_at is not null`.execute(tx);
    return Number(numAffectedRows);
  });
}
