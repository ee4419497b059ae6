import { sql, type RawBuilder } from 'kysely';
import { COMMON, isLatin, pinyinOf, plain, ranker, termsOf, type Findable } from '../../platform/search/index.ts';
import type { Db } from '../../platform/shell.ts';

export interface Search {
  readonly jurisdiction: string;
  /** What was typed; everything where it is empty. */
  readonly q?: string | undefined;
  readonly theme?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  readonly hits: readonly { readonly itemId: string; readonly matched: readonly string[] }[];
  readonly total: number;
  /** Of all that was found, whatever theme was chosen. */
  readonly themes: readonly ThemeCount[];
}

export interface ThemeCount {
  readonly theme: string;
  readonly count: number;
}

type Row = Findable & { readonly itemId: string };
type Hit = Row & { readonly score: number; readonly matched: readonly string[] };

/** A query selects by its rarest words; beyond this many rows it was not one. */
const MOST_CANDIDATES = 1000;
/** A hit this much worse than the best was found by an accident of characters. */
const WORST = 0.12;

/** Searches one hall's items in everyday words, official words, pinyin or initials; the best first. */
export async function searchItems(db: Db, search: Search): Promise<Found> {
  const q = search.q?.trim() ?? '';
  const hits = plain(q) === '' ? await all(db, search.jurisdiction) : await ranked(db, search.jurisdiction, q);
  const chosen = search.theme === undefined ? hits : hits.filter(({ theme }) => theme === search.theme);
  return {
    hits: chosen.slice(search.offset, search.offset + search.limit).map(({ itemId, matched }) => ({ itemId, matched })),
    total: chosen.length,
    themes: countThemes(hits),
  };
}

async function all(db: Db, jurisdiction: string): Promise<readonly Pick<Hit, 'itemId' | 'theme' | 'matched'>[]> {
  const { rows } = await sql<{
    itemId: string;
    theme: string;
  }>`select item_id as "itemId", theme from catalogue.item_search
    where jurisdiction = ${jurisdiction} order by theme, name, item_id`.execute(db);
  return rows.map((row) => ({ ...row, matched: [] }));
}

async function ranked(db: Db, jurisdiction: string, q: string): Promise<readonly Hit[]> {
  const rows = await candidates(db, jurisdiction, q);
  const rank = ranker(q);
  const hits = rows.map((row) => ({ ...row, ...rank(row) })).filter(({ score }) => score > 0);
  const sorted = hits.toSorted((left, right) => right.score - left.score || (left.itemId < right.itemId ? -1 : 1));
  const best = sorted[0]?.score ?? 0;
  return sorted.filter(({ score }) => score >= best * WORST);
}

/** Putting rows in order costs more than finding them, and is needed only where there are more than are ranked. */
async function candidates(db: Db, jurisdiction: string, q: string): Promise<readonly Row[]> {
  if (isLatin(q) && plain(q).length < TRIGRAM) {
    const begun = await rowsWhere(db, jurisdiction, { where: beginsWith(plain(q)), limit: MOST_CANDIDATES });
    if (begun.length > 0) return begun;
  }
  const where = isLatin(q) ? hasLetters(q) : hasWords(q, await rarest(db, jurisdiction, tellingTerms(q)));
  const rows = await rowsWhere(db, jurisdiction, { where, limit: MOST_CANDIDATES + 1 });
  if (rows.length <= MOST_CANDIDATES) return rows;
  return rowsWhere(db, jurisdiction, { where, order: likely(q), limit: MOST_CANDIDATES });
}

/**
 * Of several words those that tell most: as many of the rarest as select no more rows together than are ranked. A row with
 * none of them but 登记 is not what was meant.
 */
async function rarest(db: Db, jurisdiction: string, terms: readonly string[]): Promise<readonly string[]> {
  if (terms.length < 2) return terms;
  const { rows } = await sql<{ term: string; rows: number }>`
    select term, (select count(*)::int from (select from catalogue.item_search
        where jurisdiction = ${jurisdiction} and words @> array[term] limit ${MOST_CANDIDATES}) having_it) as rows
    from unnest(${[...terms]}::text[]) term`.execute(db);
  const known = rows.filter((one) => one.rows > 0).toSorted((left, right) => left.rows - right.rows);
  let selected = 0;
  const few = known.filter((one, nth) => (selected += one.rows) <= MOST_CANDIDATES || nth === 0);
  return few.map(({ term }) => term);
}

/** Shorter than this no index finds letters within a word, and they say nothing there. */
const TRIGRAM = 3;

interface Wanted {
  readonly where: RawBuilder<boolean>;
  readonly order?: RawBuilder<unknown>;
  readonly limit: number;
}

async function rowsWhere(db: Db, jurisdiction: string, { where, order, limit }: Wanted): Promise<readonly Row[]> {
  const ordered = order === undefined ? sql`` : sql`order by ${order}, item_id`;
  const { rows } = await sql<Row>`select item_id as "itemId", name, theme, everyday, body, pinyin, initials
    from catalogue.item_search where jurisdiction = ${jurisdiction} and ${where} ${ordered} limit ${limit}`.execute(db);
  return rows;
}

/** By ranges and not by LIKE: a plan that is kept does not know what will be typed. Letters only, so that `{` comes after all. */
function beginsWith(typed: string): RawBuilder<boolean> {
  const after = `${typed}{`;
  return sql`(left(pinyin, 8) ~>=~ ${typed} and left(pinyin, 8) ~<~ ${after}
    or left(initials, 8) ~>=~ ${typed} and left(initials, 8) ~<~ ${after})`;
}

/** Letters only: nothing in it means something to LIKE. */
function hasLetters(q: string): RawBuilder<boolean> {
  const part = `%${plain(q)}%`;
  return sql`(pinyin like ${part} or initials like ${part} or words && ${[plain(q)]}::text[])`;
}

const hasWords = (q: string, terms: readonly string[]): RawBuilder<boolean> =>
  sql`(words && ${[...terms]}::text[] or ${soundsLike(q)})`;

/** A wrong character of the same sound: the whole of it must be spoken somewhere, and be long enough to tell. */
function soundsLike(q: string): RawBuilder<boolean> {
  return Array.from(plain(q)).length < TRIGRAM ? sql`false` : sql`pinyin like ${`%${pinyinOf(q)}%`}`;
}

/** 许可 stands in half of all names: it selects only where nothing else was typed. */
function tellingTerms(q: string): readonly string[] {
  const terms = termsOf(q);
  const telling = terms.filter((term) => !COMMON.has(term));
  return telling.length > 0 ? telling : terms;
}

/** Of more rows than are ranked, those that have what was typed as a whole, short ones first. */
function likely(q: string): RawBuilder<unknown> {
  const typed = plain(q);
  if (!isLatin(q)) return sql`position(${typed} in name) = 0, length(name)`;
  return sql`least(nullif(position(${typed} in initials), 0), nullif(position(${typed} in pinyin), 0)), length(name)`;
}

function countThemes(hits: readonly { readonly theme: string }[]): readonly ThemeCount[] {
  const counts = new Map<string, number>();
  for (const { theme } of hits) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts]
    .map(([theme, count]) => ({ theme, count }))
    .toSorted((left, right) => right.count - left.count || (left.theme < right.theme ? -1 : 1));
}

const NEAREST = 3;

/** Where nothing was found: the themes with most items that have a character of it in their names, else the largest. */
export async function nearestThemes(db: Db, jurisdiction: string, q: string): Promise<readonly ThemeCount[]> {
  const characters = Array.from(plain(q)).filter((character) => /\p{Script=Han}/u.test(character));
  const near = await themesWhere(db, jurisdiction, sql`name ~ ${`[${characters.join('')}]`}`, characters.length);
  return near.length > 0 ? near : themesWhere(db, jurisdiction, sql`true`, NEAREST);
}

async function themesWhere(
  db: Db,
  jurisdiction: string,
  where: RawBuilder<unknown>,
  most: number,
): Promise<readonly ThemeCount[]> {
  if (most === 0) return [];
  const { rows } = await sql<ThemeCount>`select theme, count(*)::int as count from catalogue.item_search
    where jurisdiction = ${jurisdiction} and ${where} group by theme order by count(*) desc, theme
    limit ${NEAREST}`.execute(db);
  return rows;
}
