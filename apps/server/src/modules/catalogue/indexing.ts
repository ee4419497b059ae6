import type { PublishedItem } from '@yimen/core/catalogue';
import { sql } from 'kysely';
import { initialsOf, pinyinOf, termsOf } from '../../platform/search/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { isFull } from './entry.ts';
import { themeOf } from './guide.ts';
import { everydayFor } from './synonyms.ts';

/** Writes what an item can be found by: its name, what people call it, theme, department, conditions and materials. */
export async function indexItem(tx: Tx, entry: PublishedItem): Promise<void> {
  const everyday = [...new Set([...(isFull(entry) ? entry.everydayWords : []), ...everydayFor(entry.name)])];
  const body = bodyOf(entry);
  const names = [entry.name, ...everyday];
  const words = [...new Set([...names, themeOf(entry), body].flatMap(termsOf))];
  await sql`insert into catalogue.item_search
      (jurisdiction, item_id, name, theme, authority, everyday, body, words, pinyin, initials)
    values (${entry.jurisdiction}, ${entry.id}, ${entry.name}, ${themeOf(entry)}, ${entry.authority}, ${everyday}::text[],
      ${body}, ${words}::text[], ${names.map(pinyinOf).join('\n')}, ${names.map(initialsOf).join('\n')})
    on conflict (jurisdiction, item_id) do update set name = excluded.name, theme = excluded.theme,
      authority = excluded.authority, everyday = excluded.everyday, body = excluded.body, words = excluded.words,
      pinyin = excluded.pinyin, initials = excluded.initials`.execute(tx);
}

function bodyOf(entry: PublishedItem): string {
  if (!isFull(entry)) return entry.mainItem ?? '';
  return [...entry.conditions, ...entry.materials.map(({ name }) => name), entry.result.name].join('\n');
}
