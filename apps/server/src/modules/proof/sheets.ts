import type { SheetList } from '@yimen/contract';
import { addDays, dayOf, instantAt, type Day, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { lastCheckpointBefore } from '../../platform/checkpoint/index.ts';
import type { Db } from '../../platform/shell.ts';

/** What the paper of one day says, as it was fixed when the day was over. */
export interface DailySheet {
  readonly on: Day;
  /** Entries under the last checkpoint of the day. */
  readonly size: number;
  readonly note: string;
  /** Entries and checkpoints that the day brought. */
  readonly entries: number;
  readonly checkpoints: number;
  /** When the checkpoint was signed; the machine's clock. */
  readonly at: Instant;
  readonly madeAt: Instant;
}

/** A server that stood still longer than this prints only these last days. */
const MOST_DAYS = 31;
const MOST_SHOWN = 62;

const columns = sql<DailySheet>`on_day::text as "on", size, note, entries, checkpoints, at, made_at as "madeAt"`;

/** The sheets kept, newest first. */
export async function sheetsOf(db: Db): Promise<SheetList> {
  const { rows } = await sql<DailySheet>`select ${columns} from proof.sheets
    order by on_day desc limit ${MOST_SHOWN}`.execute(db);
  return { rows: rows.map(({ note: _note, ...row }) => row) };
}

/** The sheet of a day; undefined where the day is not over, or nothing was signed by then. */
export async function sheetOf(db: Db, on: Day): Promise<DailySheet | undefined> {
  const { rows } = await sql<DailySheet>`select ${columns} from proof.sheets where on_day = ${on}::date`.execute(db);
  return rows[0];
}

/** Makes the sheet of every day that is over and has none, once, however many workers look. Answers how many it made. */
export async function makeSheets(db: Db, now: Instant): Promise<number> {
  const yesterday = addDays(dayOf(now), -1);
  const newest = await newestDay(db);
  if (newest !== undefined && newest >= yesterday) return 0;
  const earliest = addDays(yesterday, 1 - MOST_DAYS);
  const first = newest === undefined ? yesterday : addDays(newest, 1);
  let made = 0;
  for (let on = first < earliest ? earliest : first; on <= yesterday; on = addDays(on, 1))
    made += await makeOne(db, on, now);
  return made;
}

async function newestDay(db: Db): Promise<Day | undefined> {
  const { rows } = await sql<{ on: Day }>`select on_day::text as "on" from proof.sheets
    order by on_day desc limit 1`.execute(db);
  return rows[0]?.on;
}

async function makeOne(db: Db, on: Day, madeAt: Instant): Promise<number> {
  const [begin, end] = [instantAt(on, '00:00'), instantAt(addDays(on, 1), '00:00')];
  const [before, last] = [await lastCheckpointBefore(db, begin), await lastCheckpointBefore(db, end)];
  if (last === undefined) return 0;
  const { numAffectedRows = 0n } = await sql`insert into proof.sheets
      (on_day, size, note, entries, checkpoints, at, made_at)
    values (${on}::date, ${last.size}, ${last.note}, ${last.size - (before?.size ?? 0)},
      (select count(*) from proof.checkpoints where at >= ${begin}::timestamptz and at < ${end}::timestamptz),
      ${last.at}::timestamptz, ${madeAt}::timestamptz)
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows);
}
