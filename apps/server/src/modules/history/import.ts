import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { HistoryCase } from '@yimen/core/history';
import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { FileStore } from '../../platform/files/index.ts';
import type { Db } from '../../platform/shell.ts';
import { readCsvLog } from './csv.ts';
import { packLog, type PackedLog } from './pack.ts';
import { UnreadableLog, type LogProblem } from './problem.ts';
import { stampReader } from './stamps.ts';
import { findLog, insertLog, type LogKey, type StoredLog } from './store.ts';
import { textOf } from './text.ts';
import { readXes } from './xes.ts';

export interface LogSource {
  readonly path: string;
  /** Of timestamps that name none, such as `+08:00`. */
  readonly zone?: string;
  readonly encoding?: string;
  /** Unpacked. */
  readonly maxBytes?: number;
}

export interface ImportParts {
  readonly db: Db;
  readonly files: Pick<FileStore, 'put'>;
  readonly now: () => Instant;
}

const MAX_BYTES = 2 ** 30;
const MAX_EVENTS = 5_000_000;

const formatOf = (path: string): 'xes' | 'csv' => (/\.csv(\.gz)?$/i.test(path) ? 'csv' : 'xes');

/** The cases of a log file, as a stream. Throws {@link UnreadableLog} at the first thing that is not clear. */
export async function* readLog({ path, zone, encoding, maxBytes }: LogSource): AsyncGenerator<HistoryCase> {
  const text = textOf(path, { maxBytes: maxBytes ?? MAX_BYTES, encoding: encoding ?? 'utf-8' });
  const stamp = stampReader(zone);
  const cases = formatOf(path) === 'csv' ? readCsvLog(text, stamp, MAX_EVENTS) : readXes(text, stamp);
  let events = 0;
  for await (const one of cases) {
    events += one.events.length;
    if (events > MAX_EVENTS) throw new UnreadableLog({ code: 'too_big', detail: `> ${String(MAX_EVENTS)}` });
    yield one;
  }
  if (events === 0) throw new UnreadableLog({ code: 'no_events' });
}

/** What was read of a file somebody brought. */
export interface ReadFile extends PackedLog {
  readonly format: 'xes' | 'csv';
  readonly sourceSha256: string;
}

/** Reads a whole file, or says why not. Only what is mined is kept; attributes that may tell of people are not. */
export async function readWhole(source: LogSource): Promise<Result<ReadFile, LogProblem>> {
  try {
    const packed = await packLog(readLog(source));
    return ok({ ...packed, format: formatOf(source.path), sourceSha256: await digestOf(source.path) });
  } catch (error) {
    if (error instanceof UnreadableLog) return refuse(error.problem);
    throw error;
  }
}

/** Keeps what was read as a log of that name: whole, or not at all. */
export async function keepLog(
  { db, files, now }: ImportParts,
  key: LogKey,
  { bytes, ...read }: PackedLog & Pick<StoredLog, 'format' | 'sourceSha256'>,
): Promise<Result<StoredLog, LogProblem>> {
  const file = await files.put(bytes);
  return insertLog(db, { ...key, ...read, file, importedAt: now() });
}

/** Takes a file as history under a name. */
export async function importLog(
  parts: ImportParts,
  key: LogKey,
  source: LogSource,
): Promise<Result<StoredLog, LogProblem>> {
  if ((await findLog(parts.db, key)) !== undefined) return refuse({ code: 'name_taken', detail: key.name });
  const read = await readWhole(source);
  return read.ok ? keepLog(parts, key, read.value) : read;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
