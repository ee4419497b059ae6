import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refuse, type Instant, type Result } from '@yimen/kernel';
import { openMining, type HistoryCase } from '@yimen/core/history';
import type { FileStore } from '../../platform/files/index.ts';
import type { Db } from '../../platform/shell.ts';
import { readCsvLog } from './csv.ts';
import { packCases } from './kept.ts';
import { UnreadableLog, type LogProblem } from './problem.ts';
import { stampReader } from './stamps.ts';
import { findLog, insertLog, type LogCalendar, type StoredLog } from './store.ts';
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

/**
 * Takes a log as history under a name: whole, or not at all. Only what is mined is kept; attributes that may tell of people are
 * not. Logs whose clock is not Beijing's are marked as not following the published calendar.
 */
export async function importLog(
  parts: ImportParts,
  name: string,
  source: LogSource,
): Promise<Result<StoredLog, LogProblem>> {
  if ((await findLog(parts.db, name)) !== undefined) return refuse({ code: 'name_taken', detail: name });
  try {
    const mining = openMining();
    let calendar: LogCalendar = 'cn';
    const watched = async function* (): AsyncGenerator<HistoryCase> {
      for await (const one of readLog(source)) {
        mining.take(one);
        if (one.events.some(({ offset }) => offset !== BEIJING)) calendar = 'weekdays';
        yield one;
      }
    };
    const file = await parts.files.put(await packCases(watched()));
    return await insertLog(parts.db, {
      name,
      file,
      calendar,
      format: formatOf(source.path),
      sourceSha256: await digestOf(source.path),
      counts: mining.result().counts,
      importedAt: parts.now(),
    });
  } catch (error) {
    if (error instanceof UnreadableLog) return refuse(error.problem);
    throw error;
  }
}

/** Beijing time in minutes ahead of UTC. */
const BEIJING = 480;

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
