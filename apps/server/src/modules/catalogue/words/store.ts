import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { plain } from '../../../platform/search/index.ts';
import type { Db } from '../../../platform/shell.ts';
import { SHIPPED, type EverydayRow } from './shipped.ts';

/** A row as the catalogue office sees it; `changed` where the hall's own stands instead of the shipped one, or beside them. */
export interface HallWords extends EverydayRow {
  readonly changed?: { readonly by: string; readonly at: Instant };
}

interface OwnRow extends EverydayRow {
  readonly changed_by: string;
  readonly changed_at: Instant;
}

/** The hall's table: its own rows first, the newest above, then what it was shipped with. */
export async function hallWords(db: Db, jurisdiction: string): Promise<readonly HallWords[]> {
  const { rows } = await sql<OwnRow>`select official, everyday, changed_by, changed_at from catalogue.everyday_word
    where jurisdiction = ${jurisdiction} order by changed_at desc, official`.execute(db);
  const own = rows.map(({ official, everyday, changed_by: by, changed_at: at }) => ({
    official,
    everyday,
    changed: { by, at },
  }));
  const replaced = new Set(own.map(({ official }) => official));
  return [...own, ...SHIPPED.filter(({ official }) => !replaced.has(official))];
}

export type EverydayFor = (name: string) => readonly string[];

/** Everyday words for official names, by the table of a hall. */
export async function everydayFor(db: Db, jurisdiction: string): Promise<EverydayFor> {
  const table = (await hallWords(db, jurisdiction)).map(({ official, everyday }) => ({
    part: plain(official),
    everyday,
  }));
  return (name) => {
    const said = plain(name);
    return table.filter(({ part }) => said.includes(part)).flatMap(({ everyday }) => everyday);
  };
}

export interface WordsToSet extends EverydayRow {
  readonly jurisdiction: string;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Sets what people call every item named so; answers how many items that are. They are found by the new words within a minute: their
 * rows of the search are only marked here, because a part like 许可 stands in half of all names.
 */
export async function setWords(db: Db, { jurisdiction, official, everyday, by, at }: WordsToSet): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`insert into catalogue.everyday_word (jurisdiction, official, everyday, changed_by, changed_at)
      values (${jurisdiction}, ${official}, ${[...everyday]}::text[], ${by}, ${at})
      on conflict (jurisdiction, official) do update set everyday = excluded.everyday, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at`.execute(tx);
    const { rows } = await sql<{ id: string; name: string }>`select item_id as id, name from catalogue.item_search
      where jurisdiction = ${jurisdiction}`.execute(tx);
    const part = plain(official);
    const named = rows.filter(({ name }) => plain(name).includes(part)).map(({ id }) => id);
    await sql`update catalogue.item_search set made_with = ''
      where jurisdiction = ${jurisdiction} and item_id = any(${named}::text[])`.execute(tx);
    return named.length;
  });
}
