import { addDays, ok, refuse, type Result } from '@yimen/kernel';
import {
  revise,
  ruleSetOn,
  ruleSetRefusal,
  shippedRuleSet,
  type RuleRevision,
  type RuleSetRefusal,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import { recordOnce, type Acting, type RecordProblem } from '../record.ts';
import { ruleSetsOf, todayOf, type Supervision } from '../world.ts';

export type RuleSetProblem = RuleSetRefusal | RecordProblem;

export interface Publishing extends Acting, RuleRevision {
  readonly reason: string;
}

/**
 * Lays down the rules of a hall from a later day on: an entry with the whole set, and the row cases are judged by. One set a
 * day; none is ever changed or taken back, the next one replaces it.
 */
export async function publishRuleSet(
  world: Supervision,
  { reason, ...publishing }: Publishing,
): Promise<Result<true, RuleSetProblem>> {
  const { jurisdiction, standing, commandId, ...revision } = publishing;
  const today = todayOf(world);
  // What is revised is what will be in force the day before it begins.
  const now = ruleSetOn(await ruleSetsOf(world, jurisdiction), addDays(revision.from, -1)) ?? shippedRuleSet;
  const set = revise({ now, all: shippedRuleSet, today }, revision);
  if (!set.ok) return set;
  const said = { stream: 'ruleSets', type: 'ruleSetPublished', body: { reason, set: set.value } };
  return recordOnce<RuleSetRefusal>(world, { jurisdiction, standing, commandId }, said, async (tx, at) => {
    const { rows } =
      await sql`insert into supervision.rule_sets (jurisdiction, from_day, body, reason, published_by, published_at)
      values (${jurisdiction}, ${set.value.from}::date, ${JSON.stringify(set.value)}::jsonb, ${reason}, ${standing.person},
        ${at}::timestamptz) on conflict do nothing returning from_day`.execute(tx);
    return rows.length > 0 ? ok(true) : refuse(ruleSetRefusal('rules_day_taken', 'from'));
  });
}
