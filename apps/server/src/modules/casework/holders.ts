import { instantFromMillis, millisOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { CaseCommand, HandedIn } from '@yimen/core/casework';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/shell.ts';
import { isPlainName } from '../../platform/uploads/index.ts';
import type { Performer } from './actor.ts';
import type { ActProblem } from './refusal.ts';
import type { CaseKey } from './tracking.ts';

/** Who uploads: whoever types a draft, whoever follows a case, or an officer. Only they may name the file in an act. */
export interface Holder {
  readonly jurisdiction: string;
  readonly holder: `draft:${string}` | `case:${string}` | `officer:${string}`;
}

interface Quota {
  readonly files: number;
  readonly bytes: number;
  /** What counts; everything where it is absent. */
  readonly withinMs?: number;
}

const MIB = 1_048_576;
/** A draft has at most 60 materials; an officer at a counter scans some hundreds a day. */
const QUOTAS = {
  draft: { files: 100, bytes: 200 * MIB },
  case: { files: 100, bytes: 200 * MIB },
  officer: { files: 2000, bytes: 8192 * MIB, withinMs: 86_400_000 },
} as const satisfies Readonly<Record<string, Quota>>;

/** Notes that this holder brought this file, if there is room. The same file again takes none. One at a time per holder. */
export async function hold(
  tx: Tx,
  { jurisdiction, holder }: Holder,
  { sha256, at }: { readonly sha256: string; readonly at: Instant },
): Promise<Result<void, 'too_many_files' | 'too_many_bytes'>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${jurisdiction}/${holder}`}, 80))`.execute(tx);
  await sql`insert into casework.upload_holders (jurisdiction, holder, sha256, at)
    values (${jurisdiction}, ${holder}, ${sha256}, ${at}::timestamptz) on conflict do nothing`.execute(tx);
  const quota: Quota = QUOTAS[kindOf(holder)];
  const since = quota.withinMs === undefined ? '-infinity' : instantFromMillis(millisOf(at) - quota.withinMs);
  const { rows } = await sql<{ files: number; bytes: string }>`select count(*)::int as files, sum(u.bytes) as bytes
    from casework.upload_holders h join casework.uploads u using (jurisdiction, sha256)
    where jurisdiction = ${jurisdiction} and h.holder = ${holder} and h.at > ${since}::timestamptz`.execute(tx);
  const [held] = rows;
  if (held === undefined) throw new Error('a sum without a row');
  if (held.files > quota.files) return refuse('too_many_files');
  return Number(held.bytes) > quota.bytes ? refuse('too_many_bytes') : ok(undefined);
}

function kindOf(holder: Holder['holder']): keyof typeof QUOTAS {
  if (holder.startsWith('draft:')) return 'draft';
  return holder.startsWith('case:') ? 'case' : 'officer';
}

/** As much of an act as says which files it names and who does it. */
interface Naming {
  readonly key: CaseKey;
  readonly commands: readonly CaseCommand[];
  readonly by: Performer;
  readonly draft?: string;
}

interface Named {
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
}

/**
 * Every file a command names must be one of this case already, or have been uploaded for it by whoever acts: a hash read
 * off somebody else's screen opens nothing (P23). What the command says of the file must be what was found when it came.
 */
export async function checkFiles(db: Db, run: Naming): Promise<Result<void, ActProblem>> {
  const handed = run.commands.flatMap(handedIn);
  const hashes = new Set([...handed.map(({ sha256 }) => sha256), ...run.commands.flatMap(minutesIn)]);
  if (hashes.size === 0) return ok(undefined);
  const own = new Map((await allowed(db, run, [...hashes])).map((file) => [file.sha256, file]));
  const asTaken = handed.every(({ sha256, bytes, mediaType, name }) => {
    const file = own.get(sha256);
    return file?.bytes === bytes && file.media_type === mediaType && isPlainName(name);
  });
  return own.size === hashes.size && asTaken ? ok(undefined) : refuse({ why: 'unknown_file' });
}

async function allowed(db: Db, run: Naming, hashes: readonly string[]): Promise<readonly Named[]> {
  const { jurisdiction, caseId } = run.key;
  const { rows } = await sql<Named>`select sha256, u.bytes, u.media_type from casework.uploads u
    where u.jurisdiction = ${jurisdiction} and u.sha256 = any(${hashes}) and u.state <> 'infected' and (
      exists (select from casework.upload_holders h
        where h.jurisdiction = u.jurisdiction and h.holder = any(${holdersOf(run)}) and h.sha256 = u.sha256)
      or exists (select from casework.case_files f
        where f.jurisdiction = u.jurisdiction and f.case_id = ${caseId} and f.sha256 = u.sha256))`.execute(db);
  return rows;
}

function holdersOf({ key, by, draft }: Naming): readonly Holder['holder'][] {
  return [
    `case:${key.caseId}`,
    ...(by.kind === 'officer' ? [`officer:${by.standing.person}` as const] : []),
    ...(draft === undefined ? [] : [`draft:${draft}` as const]),
  ];
}

const handedIn = (command: CaseCommand) =>
  'materials' in command ? command.materials.flatMap(({ file }: HandedIn) => file ?? []) : [];

const minutesIn = (command: CaseCommand): readonly string[] =>
  command.type === 'attachMinutes' && command.file !== undefined ? [command.file] : [];
