import { themeOf, type PublishedItem } from '@yimen/core/catalogue';
import { addDays, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import { initialsOf, pinyinOf, termsOf } from '../../platform/search/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { isFull } from './entry.ts';
import { MADE_WITH } from './words/shipped.ts';
import { everydayFor, type EverydayFor } from './words/store.ts';

/** What an item can be found by: its name, what people call it, theme, department, conditions and materials. */
export interface SearchRow {
  readonly jurisdiction: string;
  readonly item_id: string;
  readonly name: string;
  readonly theme: string;
  readonly authority: string;
  readonly everyday: readonly string[];
  readonly body: string;
  readonly words: readonly string[];
  readonly pinyin: string;
  readonly initials: string;
  readonly version: number;
}

function searchRow(entry: PublishedItem, called: EverydayFor): SearchRow {
  const everyday = [...new Set([...(isFull(entry) ? entry.everydayWords : []), ...called(entry.name)])];
  const body = bodyOf(entry);
  const names = [entry.name, ...everyday];
  return {
    jurisdiction: entry.jurisdiction,
    item_id: entry.id,
    name: entry.name,
    theme: themeOf(entry),
    authority: entry.authority,
    everyday,
    body,
    words: [...new Set([...names, themeOf(entry), body].flatMap(termsOf))],
    pinyin: names.map(pinyinOf).join('\n'),
    initials: names.map(initialsOf).join('\n'),
    version: entry.version,
  };
}

/** Writes what items can be found by, of each item the latest of these. */
export async function indexItems(tx: Tx, entries: readonly PublishedItem[]): Promise<void> {
  const halls = Map.groupBy(entries, ({ jurisdiction }) => jurisdiction);
  for (const [jurisdiction, own] of halls) {
    const called = await everydayFor(tx, jurisdiction);
    await writeRows(
      tx,
      own.map((entry) => searchRow(entry, called)),
    );
  }
}

async function writeRows(tx: Tx, rows: readonly SearchRow[]): Promise<void> {
  await sql`insert into catalogue.item_search
      (jurisdiction, item_id, name, theme, authority, everyday, body, words, pinyin, initials, version, made_with)
    select jurisdiction, item_id, name, theme, authority, everyday, body, words, pinyin, initials, version, ${MADE_WITH}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(jurisdiction text, item_id text,
      name text, theme text, authority text, everyday text[], body text, words text[], pinyin text, initials text,
      version int)
    on conflict (jurisdiction, item_id) do update set name = excluded.name, theme = excluded.theme,
      authority = excluded.authority, everyday = excluded.everyday, body = excluded.body, words = excluded.words,
      pinyin = excluded.pinyin, initials = excluded.initials, version = excluded.version,
      made_with = excluded.made_with`.execute(tx);
}

export const indexItem = (tx: Tx, entry: PublishedItem): Promise<void> => indexItems(tx, [entry]);

function bodyOf(entry: PublishedItem): string {
  if (!isFull(entry)) return entry.mainItem ?? '';
  return [...entry.conditions, ...entry.materials.map(({ name }) => name), entry.result.name].join('\n');
}

/** How long a hall's machine may have stood still and still find what began meanwhile. */
const LOOK_BACK_DAYS = 60;

/** Indexes versions whose day has come and rows made with other everyday words; answers how many. Harmless twice. */
export async function indexDue(db: Db, today: Day): Promise<number> {
  await dropEnded(db, today);
  const { rows } = await sql<{ content: PublishedItem }>`select v.content from catalogue.item_version v
    left join catalogue.item_search s using (jurisdiction, item_id)
    where v.effective_from between ${addDays(today, -LOOK_BACK_DAYS)}::date and ${today}::date
      and (v.effective_to is null or v.effective_to >= ${today}::date) and (s.version is null or v.version > s.version)
    order by v.version limit 200`.execute(db);
  for (const { content } of rows) await db.transaction().execute((tx) => indexItem(tx, content));
  return rows.length + (await indexStale(db));
}

const BATCH = 200;

/** The words of the hall or of the release changed since these rows were made. */
async function indexStale(db: Db): Promise<number> {
  const { rows } = await sql<{ content: PublishedItem }>`select v.content from catalogue.item_search s
    join catalogue.item_version v using (jurisdiction, item_id, version)
    where s.made_with <> ${MADE_WITH} limit ${BATCH}`.execute(db);
  if (rows.length > 0)
    await db.transaction().execute((tx) =>
      indexItems(
        tx,
        rows.map(({ content }) => content),
      ),
    );
  return rows.length;
}

/** What left the list is no longer found. Harmless twice. */
export async function dropEnded(db: Db, today: Day): Promise<void> {
  await sql`delete from catalogue.item_search s using catalogue.item_end e
    where e.from_day between ${addDays(today, -LOOK_BACK_DAYS)}::date and ${today}::date
      and s.jurisdiction = e.jurisdiction and s.item_id = e.item_id
      and not exists (select from catalogue.item_version v where v.jurisdiction = e.jurisdiction and v.item_id = e.item_id
        and v.effective_from <= ${today}::date and (v.effective_to is null or v.effective_to >= ${today}::date))`.execute(
    db,
  );
}
