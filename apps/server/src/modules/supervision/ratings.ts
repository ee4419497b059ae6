import { dayOf } from '@yimen/kernel';
import { ruleSetOn, holds, signalFinding } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { StoredEntry } from '../../platform/ledger/index.ts';
import type { Found } from './raise.ts';
import { itemFor, secondsSince, setsFor, type Judging } from './judging.ts';
import { keyText, readFollowed } from './watchStore.ts';
import type { CaseKey } from './world.ts';

/** What a rating shows, and its row for the figures. Who rated is nobody's business here. */
export async function ratingFound(judging: Judging, key: CaseKey, stored: StoredEntry): Promise<readonly Found[]> {
  const followed = judging.cases.get(keyText(key)) ?? (await readFollowed(judging.tx, [key])).get(keyText(key));
  if (followed === undefined || stored.type !== 'ratingGiven') return [];
  const { level } = stored.body as unknown as { readonly level: number };
  await sql`insert into supervision.ratings (jurisdiction, case_id, authority, level, on_day, post)
    values (${key.jurisdiction}, ${key.caseId}, ${followed.authority}, ${level}, ${dayOf(stored.at)}::date,
      (select actor ->> 'post' from ledger.entries where jurisdiction = ${key.jurisdiction} and stream = ${`case:${key.caseId}`}
        and type = 'applicationReceived' order by revision limit 1))
    on conflict do nothing`.execute(judging.tx);
  const set = ruleSetOn(await setsFor(judging, key.jurisdiction), dayOf(stored.at));
  const last = followed.story.trail.findLast(({ at }) => at <= stored.at);
  if (set === undefined || last === undefined) return [];
  const measures = { level, seconds: secondsSince(last.at, stored.at) };
  const item = await itemFor(judging, followed);
  const seen = {
    subject: 'rating',
    at: stored.at,
    working: [
      {
        zh: `评价为 ${String(level)} 级，距办件最近一次记录 ${String(measures.seconds)} 秒。`,
        en: `Rated ${String(level)}, ${String(measures.seconds)} second(s) after the case's last entry.`,
      },
    ],
    evidence: [last.revision],
    responsible: [],
  };
  return set.rules.flatMap((rule) =>
    rule.kind === 'signal' && rule.signal === 'rating' && holds(rule, measures)
      ? [{ followed, item, finding: signalFinding(rule, set, seen) }]
      : [],
  );
}
