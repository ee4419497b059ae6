import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@yimen/kernel';
import { loggedCases } from './export.ts';
import { keepLog, type LogSource } from './import.ts';
import { packLog, type PackedLog } from './pack.ts';
import type { LogProblem } from './problem.ts';
import { findLog, type LogKey, type StoredLog } from './store.ts';
import type { History, OwnSelection } from './world.ts';

/** A file somebody uploads; `truncated` once it was longer than is taken. */
export interface Upload {
  readonly filename: string;
  readonly file: Readable & { readonly truncated: boolean };
}

const ENDING = /\.(xes|csv)(\.gz)?$/i;

/** Takes an uploaded log. What was uploaded is gone when this returns, whatever came of it: it may speak of people. */
export async function takeUploaded(
  world: History,
  key: LogKey,
  { filename, file }: Upload,
  read: Omit<LogSource, 'path'>,
): Promise<Result<StoredLog, LogProblem>> {
  const ending = ENDING.exec(filename)?.[0];
  if (ending === undefined) return refuse({ code: 'not_xes', detail: filename.slice(0, 100) });
  if ((await findLog(world.shell.db, key)) !== undefined) return refuse({ code: 'name_taken', detail: key.name });
  const folder = await mkdtemp(join(tmpdir(), 'yimen-log-'));
  try {
    const path = join(folder, `log${ending.toLowerCase()}`);
    await pipeline(file, createWriteStream(path, { mode: 0o600 }));
    if (file.truncated) return refuse({ code: 'too_big' });
    const done = await world.miner.ask({ ask: 'import', source: { ...read, path } });
    return done.ok ? await keepLog(keeping(world), key, done.value) : done;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The hall's own cases as a log, in one snapshot of the ledger: posts instead of persons, no number, nothing anybody wrote. */
export async function takeOwn(
  world: History,
  key: LogKey,
  selection: OwnSelection,
): Promise<Result<StoredLog, LogProblem>> {
  if ((await findLog(world.shell.db, key)) !== undefined) return refuse({ code: 'name_taken', detail: key.name });
  const packed = await packOwn(world, key.jurisdiction, selection);
  if (!packed.ok) return packed;
  const sourceSha256 = createHash('sha256').update(packed.value.bytes).digest('hex');
  return keepLog(keeping(world), key, { ...packed.value, format: 'ledger', sourceSha256 });
}

/** More are taken by year or by item, or at the command line. */
const MOST_OWN = 200_000;

async function packOwn(
  { shell, near }: History,
  jurisdiction: string,
  selection: OwnSelection,
): Promise<Result<PackedLog, LogProblem>> {
  const read = await shell.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      let left = MOST_OWN;
      const pages = async function* (): AsyncGenerator<readonly string[]> {
        for await (const ids of near.selectedCases(tx, selection)) {
          left -= ids.length;
          if (left < 0) return;
          yield ids;
        }
      };
      const packed = await packLog(loggedCases(tx, jurisdiction, pages()));
      return { packed, whole: left >= 0 };
    });
  if (!read.whole) return refuse({ code: 'too_big', detail: `> ${String(MOST_OWN)}` });
  return read.packed.counts.cases === 0 ? refuse({ code: 'no_events' }) : ok(read.packed);
}

const keeping = ({ shell, files }: History) => ({ db: shell.db, files, now: shell.realNow });
