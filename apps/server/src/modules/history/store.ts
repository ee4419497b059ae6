import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { Counts, HistoryCase } from '@yimen/core/history';
import { sql } from 'kysely';
import type { FileStore } from '../../platform/files/index.ts';
import type { Db } from '../../platform/shell.ts';
import { unpackCases } from './kept.ts';
import type { LogProblem } from './problem.ts';

/** Whose calendar the days of a log followed: the published one, or only Monday to Friday. */
export type LogCalendar = 'cn' | 'weekdays';

/** Of no hall: brought at the command line. */
export const NO_HALL = '000000';

/** Whose log it is, and what it is called there. */
export interface LogKey {
  readonly jurisdiction: string;
  readonly name: string;
}

/** A log: what is known of it without opening it. */
export interface StoredLog extends LogKey {
  readonly file: string;
  readonly sourceSha256: string;
  /** `ledger`: taken from the hall's own; then `sourceSha256` is the kept file's. */
  readonly format: 'xes' | 'csv' | 'ledger';
  readonly calendar: LogCalendar;
  readonly counts: Counts;
  readonly importedAt: Instant;
}

const COLUMNS = sql`jurisdiction, name, file, source_sha256 as "sourceSha256", format, calendar, counts,
  to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "importedAt"`;

/** Every log of a hall, by name; without one those of all. */
export async function listLogs(db: Db, jurisdiction: string | null = null): Promise<readonly StoredLog[]> {
  const { rows } = await sql<StoredLog>`select ${COLUMNS} from history.logs
    where ${jurisdiction}::text is null or jurisdiction = ${jurisdiction} order by jurisdiction, name`.execute(db);
  return rows;
}

export async function findLog(db: Db, { jurisdiction, name }: LogKey): Promise<StoredLog | undefined> {
  const { rows } = await sql<StoredLog>`select ${COLUMNS} from history.logs
    where jurisdiction = ${jurisdiction} and name = ${name}`.execute(db);
  return rows[0];
}

/** The row that makes a kept file a log; refused where the name is taken. */
export async function insertLog(db: Db, log: StoredLog): Promise<Result<StoredLog, LogProblem>> {
  const { numAffectedRows } = await sql`insert into history.logs
      (jurisdiction, name, file, source_sha256, format, calendar, counts, imported_at)
    values (${log.jurisdiction}, ${log.name}, ${log.file}, ${log.sourceSha256}, ${log.format}, ${log.calendar},
      ${JSON.stringify(log.counts)}::jsonb, ${log.importedAt}::timestamptz)
    on conflict (jurisdiction, name) do nothing`.execute(db);
  return numAffectedRows === 1n ? ok(log) : refuse({ code: 'name_taken', detail: log.name });
}

/** The cases of an imported log. Throws where its file is gone or no longer what it was: only a backup helps then. */
export async function* casesOf(files: FileStore, { file, name }: StoredLog): AsyncGenerator<HistoryCase> {
  const bytes = await files.get(file);
  if (bytes === null) throw new Error(`the file ${file} of the log ${name} is gone`);
  yield* unpackCases(bytes);
}
