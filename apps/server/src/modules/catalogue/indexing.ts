import { themeOf, type PublishedItem } from '@yimen/core/catalogue';
import { addDays, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import { initialsOf, pinyinOf, termsOf } from '../../platform/search/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { isFull } from './entry.ts';
import { everydayFor } from './synonyms.ts';

/** Writes what an item can be found by: its name, what people call it, theme, department, conditions and materials. */
export async function indexItem(tx: Tx, entry: PublishedItem): Promise<void> {
  const everyday = [...new Set([...(isFull(entry) ? entry.everydayWords : []), ...everydayFor(entry.name)])];
  const body = bodyOf(entry);
  const names = [entry.name, ...everyday];
  const words = [...new Set([...names, themeOf(entry), body].flatMap(termsOf))];
  await sql`insert into catalogue.item_search
      (jurisdiction, item_id, name, theme, authority, everyday, body, words, pinyin, initials,
      version)
    values (${entry.jurisdiction}, ${entry.id}, ${entry.name}, ${themeOf(entry)}, ${entry.authority}, ${everyday}::text[],
      ${body}, ${words}::text[], ${names.map(pinyinOf).join('\n')}, ${names.map(initialsOf).join('\n')},
      ${entry.version})
    on conflict (jurisdiction, item_id) do update set name = excluded.name, theme = excluded.theme,
      authority = excluded.authority, everyday = excluded.everyday, body = excluded.body, words = excluded.words,
      pinyin = excluded.pinyin, initials = excluded.initials,
      version = excluded.version`.execute(tx);
}

function bodyOf(entry: PublishedItem): string {
  if (!isFull(entry)) return entry.mainItem ?? '';
  return [...entry.conditions, ...entry.materials.map(({ name }) => name), entry.result.name].join('\n');
}

/** How long a hall's machine may have stood still and still find what began meanwhile. */
const LOOK_BACK_DAYS = 60;

/** Indexes versions whose day has come; answers how many. Harmless twice. */
export async function indexDue(db: Db, today: Day): Promise<number> {
  const { rows } = await sql<{ content: PublishedItem }>`select v.content from catalogue.item_version v
    join catalogue.item_search s using (jurisdiction, item_id)
    where v.effective_from between ${addDays(today, -LOOK_BACK_DAYS)}::date and ${today}::date and v.version > s.version
    order by v.version limit 200`.execute(db);
  for (const { content } of rows) await db.transaction().execute((tx) => indexItem(tx, content));
  return rows.length;
}
