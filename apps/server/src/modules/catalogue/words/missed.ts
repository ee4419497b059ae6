import { addDays, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import { plain } from '../../../platform/search/index.ts';
import type { Db } from '../../../platform/shell.ts';

export interface MissedQuestion {
  readonly question: string;
  readonly times: number;
  readonly firstOn: Day;
  readonly lastOn: Day;
}

/** Longer than this nobody asks for a thing but tells a story, with names in it. */
const LONGEST = 40;
/** A hall whose table is full learns nothing from one more line; a stranger's program must not fill a disk. */
const MOST_QUESTIONS = 2000;
const KEPT_DAYS = 180;
/** What may be the number of a person, a phone or a case. */
const NUMBERS = /[0-9a-z]*\d{5,}[0-9a-z]*/gi;

/** The words of a question alone; undefined where nothing is left to learn from. */
export function askedWords(typed: string): string | undefined {
  const words = typed.normalize('NFKC').replaceAll(NUMBERS, ' ').replaceAll(/\s+/g, ' ').trim();
  const length = Array.from(words).length;
  return length > LONGEST || Array.from(plain(words)).length < 2 ? undefined : words;
}

/** Keeps what was searched for and not found, for the catalogue office: how often and when, never by whom. */
export async function keepMissed(db: Db, jurisdiction: string, typed: string, on: Day): Promise<void> {
  const question = askedWords(typed);
  if (question === undefined) return;
  await sql`insert into catalogue.missed_question (jurisdiction, question, times, first_on, last_on)
    select ${jurisdiction}, ${question}, 1, ${on}::date, ${on}::date
    where (select count(*) from catalogue.missed_question where jurisdiction = ${jurisdiction}) < ${MOST_QUESTIONS}
      and exists (select from catalogue.item_search where jurisdiction = ${jurisdiction})
    on conflict (jurisdiction, question) do update
      set times = missed_question.times + 1, last_on = excluded.last_on, dealt_on = null`.execute(db);
}

/** What waits for the office, what was asked most first. */
export async function missedQuestions(
  db: Db,
  jurisdiction: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly MissedQuestion[]; readonly total: number }> {
  const [{ rows }, counted] = await Promise.all([
    sql<MissedQuestion>`select question, times, first_on as "firstOn", last_on as "lastOn" from catalogue.missed_question
      where jurisdiction = ${jurisdiction} and dealt_on is null order by times desc, question
      offset ${page.offset} limit ${page.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from catalogue.missed_question
      where jurisdiction = ${jurisdiction} and dealt_on is null`.execute(db),
  ]);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** Takes a question off the office's list; asked again it comes back. False where there is none of these words. */
export async function dealWith(db: Db, jurisdiction: string, question: string, on: Day): Promise<boolean> {
  const { rows } = await sql`update catalogue.missed_question set dealt_on = ${on}::date
    where jurisdiction = ${jurisdiction} and question = ${question} returning 1`.execute(db);
  return rows.length > 0;
}

/** What nobody asked for half a year. Harmless twice. */
export async function dropMissed(db: Db, today: Day): Promise<void> {
  await sql`delete from catalogue.missed_question where last_on < ${addDays(today, -KEPT_DAYS)}::date`.execute(db);
}
