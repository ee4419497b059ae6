import { dayOf } from '@yimen/kernel';
import type { Applicant, CaseEntry } from '@yimen/core/casework';
import { ahead, deedsOf, entryFindings, overdueFindings, tell, untold, versionOf } from '@yimen/core/supervision';
import { sql } from 'kysely';
import { BEGINNING, readAfter, type Cursor, type StoredEntry } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { aroundOf } from './around.ts';
import { deedRows, writeDeeds } from './deeds.ts';
import { columnsOf, entryOf, type Followed } from './followed.ts';
import { itemFor, setsFor, type Judging } from './judging.ts';
import { writeOutputs } from './outputs.ts';
import { raiseCards, retireCards } from './raise.ts';
import { ratingFound } from './ratings.ts';
import { keyText, readFollowed, writeFollowed, type Written } from './watchStore.ts';
import { calendars, type CaseKey, type Supervision } from './world.ts';

const READER = 'cards';
/** Entries taken in one transaction. */
const BATCH = 400;

/**
 * Reads on in the ledger, judges what it finds and raises the cards, all in one transaction with the reader's place: an entry
 * is judged once, whatever crashes and however many workers there are. Answers how many entries it read; 0 when it has
 * caught up.
 */
export async function followLedger(world: Supervision): Promise<number> {
  const calendarOn = await calendars(world);
  const calendar = await world.near.calendar();
  const read = await world.shell.db.transaction().execute(async (tx) => {
    const cursor = await placeOf(tx, world);
    const { entries, cursor: next } = await readAfter(tx, cursor, BATCH);
    if (next.seq === cursor.seq && next.xid === cursor.xid) return { entries, halls: new Set<string>() };
    const judging: Judging = {
      world,
      tx,
      calendarOn,
      calendar,
      cases: new Map(),
      sets: new Map(),
      items: new Map(),
      found: [],
      deeds: [],
    };
    await judge(judging, entries);
    await raiseCards(world, tx, judging.found, calendar);
    await settleWarnings(judging);
    await sql`update supervision.position set xid = ${next.xid}::xid8, seq = ${next.seq}::bigint,
      moved_at = ${world.shell.realNow()}::timestamptz where reader = ${READER}`.execute(tx);
    return { entries, halls: new Set(entries.map(({ jurisdiction }) => jurisdiction)) };
  });
  for (const hall of read.halls) world.bell.ring(hall);
  return read.entries.length;
}

async function placeOf(tx: Tx, { shell }: Supervision): Promise<Cursor> {
  await sql`insert into supervision.position (reader, xid, seq, moved_at)
    values (${READER}, ${BEGINNING.xid}::xid8, ${BEGINNING.seq}::bigint, ${shell.realNow()}::timestamptz)
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<Cursor>`select xid::text, seq::text from supervision.position
    where reader = ${READER} for update`.execute(tx);
  return rows[0] ?? BEGINNING;
}

const caseKeyOf = ({ jurisdiction, stream }: StoredEntry, kind: 'case' | 'rating'): CaseKey | undefined =>
  stream.startsWith(`${kind}:`) ? { jurisdiction, caseId: stream.slice(kind.length + 1) } : undefined;

async function judge(judging: Judging, entries: readonly StoredEntry[]): Promise<void> {
  const keys = new Map<string, CaseKey>();
  for (const stored of entries) {
    const key = caseKeyOf(stored, 'case') ?? caseKeyOf(stored, 'rating');
    if (key !== undefined) keys.set(keyText(key), key);
  }
  for (const [key, followed] of await readFollowed(judging.tx, [...keys.values()])) judging.cases.set(key, followed);
  for (const stored of entries) {
    const [ofCase, ofRating] = [caseKeyOf(stored, 'case'), caseKeyOf(stored, 'rating')];
    if (ofCase !== undefined) await judgeEntry(judging, ofCase, stored);
    if (ofRating !== undefined) judging.found.push(...(await ratingFound(judging, ofRating, stored)));
  }
  await write(judging);
  await writeOutputs(judging.tx, entries);
  await writeDeeds(judging.tx, judging.deeds);
}

async function judgeEntry(judging: Judging, key: CaseKey, stored: StoredEntry): Promise<void> {
  const entry = entryOf(stored);
  const known = judging.cases.get(keyText(key)) ?? (await begin(judging, key, stored, entry));
  // A stream that does not begin with an application is no case; a revision already seen is one this batch read before.
  if (known === undefined || (known.story.trail.at(-1)?.revision ?? 0) >= entry.revision) return;
  const item = await itemFor(judging, known);
  const sets = await setsFor(judging, key.jurisdiction);
  const calendar = judging.calendarOn(dayOf(entry.at));
  const before = known.story;
  const reading = { item, calendar, now: entry.at };
  const late = before.trail.length === 0 ? [] : overdueFindings(before, sets, reading);
  const story = tell(before, entry);
  const followed = { ...known, itemVersion: versionOf(story) ?? known.itemVersion, story };
  judging.deeds.push(...deedRows(key, entry, deedsOf({ before, after: story, entry }, reading)));
  const around = await aroundOf(judging.tx, stored, entry, followed);
  const shown = entryFindings({ before, after: followed.story, entry, item, calendar, around }, sets);
  judging.found.push(...[...late, ...shown].map((finding) => ({ followed, item, finding })));
  judging.cases.set(keyText(key), followed);
  if (entry.fact.type === 'applicationFiled') await write(judging, [followed]);
}

async function begin(
  { world }: Judging,
  key: CaseKey,
  stored: StoredEntry,
  { fact, at }: CaseEntry,
): Promise<Followed | undefined> {
  if (fact.type !== 'applicationFiled') return undefined;
  const item = await world.near.itemVersion(key.jurisdiction, fact.itemId, fact.itemVersion);
  const { applicant } = stored.body as unknown as { readonly applicant: Applicant };
  return {
    ...key,
    number: fact.number,
    itemId: fact.itemId,
    itemVersion: fact.itemVersion,
    authority: item.authority,
    promised: item.handling === 'promised',
    channel: fact.channel,
    ...world.identify(key, applicant),
    filedOn: dayOf(at),
    story: untold,
  };
}

/** Rows of the cases this batch touched; `only` some of them, where a later entry of the batch looks for them. */
async function write(judging: Judging, only?: readonly Followed[]): Promise<void> {
  const written: Written[] = [];
  for (const followed of only ?? judging.cases.values()) {
    const item = await itemFor(judging, followed);
    const sets = await setsFor(judging, followed.jurisdiction);
    const around = { item, calendar: judging.calendar, sets, now: judging.world.shell.now() };
    written.push({
      followed,
      columns: columnsOf(followed, { ...around, now: lastOf(followed) ?? around.now }),
      calendarVersion: judging.calendar.version,
    });
  }
  await writeFollowed(judging.tx, written);
}

/** Rungs are looked for from the last entry on: what lay between then and now is found by the next look for what is due. */
const lastOf = ({ story }: Followed) => story.trail.at(-1)?.at;

/** Warnings of clocks that run no more, because the act they warned of was done or the case ended. */
async function settleWarnings(judging: Judging): Promise<void> {
  const { world, tx, calendar } = judging;
  for (const jurisdiction of new Set([...judging.cases.values()].map((one) => one.jurisdiction))) {
    const cases = [...judging.cases.values()].filter((one) => one.jurisdiction === jurisdiction);
    const { rows } = await sql<{ case_id: string; key: string; rule: string; card_subject: string }>`
      select case_id, key, rule, card->'raised'->>'subject' as card_subject from supervision.cards
      where jurisdiction = ${jurisdiction} and case_id = any(${cases.map(({ caseId }) => caseId)}::text[])
        and level = 'warning' and phase = 'explanation' and family in ('time', 'suspension')`.execute(tx);
    if (rows.length === 0) continue;
    const running = await runningSubjects(judging, cases);
    const keys = rows
      .filter((row) => !isClockless(row.card_subject) && !running.has(`${row.case_id}|${row.card_subject}`))
      .map(({ key }) => key);
    await retireCards(world, tx, { jurisdiction, keys, why: 'actDone', calendar });
  }
}

/** Signals of the suspension family are no clocks: nothing makes them pass. */
const isClockless = (subject: string): boolean => subject.startsWith('entry:') || subject.startsWith('procedure:');

async function runningSubjects(judging: Judging, cases: readonly Followed[]): Promise<ReadonlySet<string>> {
  const running = new Set<string>();
  for (const followed of cases) {
    const item = await itemFor(judging, followed);
    const sets = await setsFor(judging, followed.jurisdiction);
    const now = lastOf(followed) ?? judging.world.shell.now();
    for (const { finding } of ahead(followed.story, sets, { item, calendar: judging.calendar, now })) {
      running.add(`${followed.caseId}|${finding.subject}`);
    }
  }
  return running;
}
