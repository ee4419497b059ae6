import { dayOf, instantAt, instantFromMillis, millisOf } from '@yimen/kernel';
import type { CaseEntry } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { isRaisedByHand, replay, shippedRuleSet } from '@yimen/core/supervision';
import { sql } from 'kysely';
import { readStream } from '../../platform/ledger/index.ts';
import { wholeKey } from './cardStore.ts';
import { entryOf } from './followed.ts';
import { itemFor } from './judging.ts';
import { raisePeers } from './peers.ts';
import { calendars, ruleSetsOf, type CaseKey, type Supervision } from './world.ts';

export interface Recount {
  readonly cases: number;
  readonly expected: number;
  /** Cards that should exist and do not. */
  readonly missing: readonly string[];
  /** Cards of cases that no rule calls for now; those raised by hand and by what lies outside a case are not among them. */
  readonly unexplained: readonly string[];
}

/** Rules that need what lay outside the case when it happened, or a person: the recount cannot see that again. */
const BESIDE_CASE: readonly string[] = ['S06', 'A03', 'A04', 'A05', 'A07', 'R01', 'V01', 'V02'];
const OUTSIDE = new Set([...BESIDE_CASE, ...shippedRuleSet.rules.filter(isRaisedByHand).map(({ code }) => code)]);
const GRACE_MS = 5000;

/**
 * The slow, separate way: reads every case's stream from its first entry, reckons which cards there should be, and compares
 * with those there are. It shares no state with the reader; what it finds is recorded and shown on the board.
 */
export async function recountCards(world: Supervision, jurisdiction: string): Promise<Recount> {
  const until = instantFromMillis(millisOf(world.shell.now()) - GRACE_MS);
  const calendarOn = await calendars(world);
  const sets = await ruleSetsOf(world, jurisdiction);
  const kept = { world, items: new Map() };
  const expected = new Set<string>();
  let cases = 0;
  for await (const key of caseKeys(world, jurisdiction)) {
    const entries = (await readStream(world.shell.db, { jurisdiction, stream: `case:${key.caseId}` })).map(entryOf);
    const items = await itemsOf(kept, key, entries);
    cases += 1;
    for (const finding of replay(entries, { itemAt: items, calendarOn, sets, until, around: () => ({}) })) {
      expected.add(wholeKey(key.caseId, finding.key));
    }
  }
  const result = await compare(world, jurisdiction, expected);
  await sql`insert into supervision.recounts (jurisdiction, at, cases, expected, missing, unexplained)
    values (${jurisdiction}, ${world.shell.now()}::timestamptz, ${cases}, ${expected.size}, ${[...result.missing]}::text[],
      ${[...result.unexplained]}::text[]) on conflict do nothing`.execute(world.shell.db);
  return { cases, expected: expected.size, ...result };
}

/** Every version the case was under, by number. */
async function itemsOf(
  kept: Parameters<typeof itemFor>[0],
  { jurisdiction }: CaseKey,
  entries: readonly CaseEntry[],
): Promise<(version: number) => ServiceItem> {
  const fact = entries[0]?.fact;
  if (fact?.type !== 'applicationFiled') throw new Error('a case that does not begin with an application');
  const moved = entries.flatMap(({ fact: one }) => (one.type === 'versionMoved' ? [one.to] : []));
  const items = new Map<number, ServiceItem>();
  for (const itemVersion of [fact.itemVersion, ...moved])
    items.set(itemVersion, await itemFor(kept, { jurisdiction, itemId: fact.itemId, itemVersion }));
  return (version) => {
    const item = items.get(version);
    if (item === undefined) throw new Error(`the case was never under version ${String(version)}`);
    return item;
  };
}

const PAGE = 500;

/** Cases of the hall by their streams in the ledger, page after page. */
async function* caseKeys({ shell }: Supervision, jurisdiction: string): AsyncGenerator<CaseKey> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ stream: string }>`select stream from ledger.heads
      where jurisdiction = ${jurisdiction} and stream > ${after} and stream like 'case:%' order by stream limit ${PAGE}`.execute(
      shell.db,
    );
    for (const { stream } of rows) yield { jurisdiction, caseId: stream.slice('case:'.length) };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.stream;
  }
}

async function compare(
  { shell }: Supervision,
  jurisdiction: string,
  expected: ReadonlySet<string>,
): Promise<Pick<Recount, 'missing' | 'unexplained'>> {
  const { rows } = await sql<{ key: string; rule: string; since: string }>`select key, rule from supervision.cards
    where jurisdiction = ${jurisdiction}`.execute(shell.db);
  const there = new Set(rows.map(({ key }) => key));
  return {
    missing: [...expected].filter((key) => !there.has(key)),
    unexplained: rows.filter(({ key, rule }) => !OUTSIDE.has(rule) && !expected.has(key)).map(({ key }) => key),
  };
}

/** In the quiet of the night. */
const NIGHT_FROM = '02:00';

/** Recounts each hall once a day, after two in the morning. Answers 0: there is nothing more to do until tomorrow. */
export async function recountNightly(world: Supervision): Promise<number> {
  const now = world.shell.now();
  const today = dayOf(now);
  if (now < instantAt(today, NIGHT_FROM)) return 0;
  const { rows } = await sql<{
    jurisdiction: string;
  }>`select w.jurisdiction from (select distinct jurisdiction from supervision.watch) w
    where not exists (select from supervision.recounts r where r.jurisdiction = w.jurisdiction
      and r.at >= ${instantAt(today, '00:00')}::timestamptz)`.execute(world.shell.db);
  for (const { jurisdiction } of rows) {
    await raisePeers(world, jurisdiction);
    const { missing, unexplained, ...counted } = await recountCards(world, jurisdiction);
    const told = { jurisdiction, ...counted, missing: missing.length, unexplained: unexplained.length };
    world.shell.log[missing.length + unexplained.length > 0 ? 'warn' : 'info'](told, 'cards were counted again');
  }
  return 0;
}
