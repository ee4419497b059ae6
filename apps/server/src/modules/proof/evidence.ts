import { createHash } from 'node:crypto';
import { ok, refuse, type Json, type Result } from '@yimen/kernel';
import { latestCheckpoint, logState, proveEntries, type StoredCheckpoint } from '../../platform/checkpoint/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { append, openStream, readStream, transact, type StoredEntry } from '../../platform/ledger/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { entryLine } from './lines.ts';
import { README } from './readme.ts';
import { zipOf, type ZipFile } from './zip.ts';

export interface EvidenceParts {
  readonly shell: Pick<Shell, 'db' | 'now'>;
  readonly files: Pick<FileStore, 'get'>;
  /** Ids of the papers of a case, whose streams belong to it. */
  readonly papersOf: (key: CaseKey) => Promise<readonly string[]>;
  /** Whether this officer may see the case today; one they may not see is to them as one there is not. */
  readonly seenBy: (key: CaseKey, person: string) => Promise<boolean>;
}

interface CaseKey {
  readonly jurisdiction: string;
  readonly caseId: string;
}

export interface Asker {
  readonly person: string;
  readonly name: string;
  /** Watches over the hall and need not have had the case in hand. */
  readonly overseer: boolean;
}

export type EvidenceRefusal = 'not_found' | 'not_handler' | 'not_signed_yet' | 'command_reused';

/** Documents beyond this stay out, named in the manifest; they are in the file store under their hash. */
const MOST_BYTES = 64 * 1_048_576;

/**
 * Everything on record of one case, each entry proved to be under the newest checkpoint, with its documents. For whoever
 * handled the case and for those who watch over the hall; that it was taken out is itself put on record.
 */
export async function evidenceOf(
  parts: EvidenceParts,
  key: CaseKey,
  by: Asker,
  commandId: string,
): Promise<Result<Uint8Array, EvidenceRefusal>> {
  const { db } = parts.shell;
  const entries = await entriesOf(parts, key);
  if (entries.length === 0 || !(await parts.seenBy(key, by.person))) return refuse('not_found');
  if (!by.overseer && !entries.some(({ actor }) => personIn(actor) === by.person)) return refuse('not_handler');
  const checkpoint = await latestCheckpoint(db);
  const lines = checkpoint === undefined ? undefined : await provedLines(parts, entries, checkpoint);
  if (checkpoint === undefined || lines === undefined) return refuse('not_signed_yet');
  const { documents, leftOut } = await documentsOf(parts, entries);
  const at = parts.shell.now();
  const { verifierKey } = await logState(db);
  const manifest = {
    format: 'yimen-evidence/1',
    ...key,
    at,
    by: by.name,
    entries: entries.length,
    verifierKey,
    leftOut,
  };
  const zip = zipOf(
    [
      textFile('manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`),
      textFile('README.txt', README),
      textFile('checkpoint.note', checkpoint.note),
      textFile('entries.ndjson', lines),
      ...documents,
    ],
    at,
  );
  const recorded = await record(parts, key, by, { commandId, entries: entries.length, size: checkpoint.size, zip });
  return recorded.ok ? ok(zip) : recorded;
}

const textFile = (name: string, text: string): ZipFile => ({ name, bytes: new Uint8Array(Buffer.from(text, 'utf8')) });

/** The case's own stream, then those of its papers. What the applicant thought of it is not for those who handled it. */
async function entriesOf({ shell, papersOf }: EvidenceParts, key: CaseKey): Promise<readonly StoredEntry[]> {
  const own = await readStream(shell.db, { jurisdiction: key.jurisdiction, stream: `case:${key.caseId}` });
  if (own.length === 0) return [];
  const papers = await papersOf(key);
  const theirs = await Promise.all(
    papers.map((paper) => readStream(shell.db, { jurisdiction: key.jurisdiction, stream: `paper:${paper}` })),
  );
  return [...own, ...theirs.flat()];
}

async function provedLines(
  { shell }: EvidenceParts,
  entries: readonly StoredEntry[],
  { size }: StoredCheckpoint,
): Promise<string | undefined> {
  const hashes = entries.map(({ hash }) => new Uint8Array(Buffer.from(hash, 'hex')));
  const proved = await proveEntries(shell.db, hashes, size);
  const byHash = new Map(proved.map((one) => [Buffer.from(one.hash).toString('hex'), one]));
  const lines: string[] = [];
  for (const entry of entries) {
    const proof = byHash.get(entry.hash);
    if (proof === undefined) return undefined;
    const path = proof.path.map((hash) => Buffer.from(hash).toString('base64'));
    lines.push(`${JSON.stringify({ ...entryLine(entry, proof.index), path })}\n`);
  }
  return lines.join('');
}

async function documentsOf({ files }: EvidenceParts, entries: readonly StoredEntry[]) {
  const documents: ZipFile[] = [];
  const leftOut: string[] = [];
  let total = 0;
  for (const sha256 of new Set(entries.flatMap(filesNamed))) {
    const bytes = await files.get(sha256);
    if (bytes === null || total + bytes.length > MOST_BYTES) {
      leftOut.push(sha256);
      continue;
    }
    total += bytes.length;
    documents.push({ name: `documents/${sha256}`, bytes });
  }
  return { documents, leftOut };
}

type Members = { readonly [name: string]: Json | undefined };
const HASH = /^[0-9a-f]{64}$/;

const membersOf = (value: Json | undefined): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

function personIn(actor: Json): Json | undefined {
  return membersOf(actor)['person'];
}

/** Hashes of the files an entry names: materials, minutes, sealed papers. */
function filesNamed({ type, body }: StoredEntry): readonly string[] {
  const { materials, file, sha256 } = membersOf(body);
  const handedIn = Array.isArray(materials)
    ? materials.map((one: Json) => membersOf(membersOf(one)['file'])['sha256'])
    : [];
  const own = type === 'paperSealed' ? [sha256] : type === 'minutesAttached' ? [file] : [];
  return [...handedIn, ...own].filter((name): name is string => typeof name === 'string' && HASH.test(name));
}

interface Taken {
  readonly commandId: string;
  readonly entries: number;
  readonly size: number;
  readonly zip: Uint8Array;
}

/** In a stream of its own: taking evidence of a case does not change the case. A retry is not put down twice. */
async function record(
  parts: EvidenceParts,
  key: CaseKey,
  by: Asker,
  taken: Taken,
): Promise<Result<null, EvidenceRefusal>> {
  const { shell } = parts;
  const { commandId, entries, size, zip } = taken;
  const name = { jurisdiction: key.jurisdiction, stream: `evidence:${key.caseId}` };
  const request = { caseId: key.caseId, person: by.person };
  const done = await transact(shell.db, async (tx): Promise<Result<null, EvidenceRefusal | 'stale'>> => {
    const opened = await openStream(tx, { ...name, commandId, request });
    if (!opened.ok) return refuse('command_reused');
    if (opened.value.answered !== undefined) return ok(null);
    const sha256 = createHash('sha256').update(zip).digest('hex');
    const appended = await append(tx, {
      ...name,
      after: opened.value.head,
      entries: [{ type: 'evidenceExported', body: { caseId: key.caseId, entries, size, sha256 } }],
      stamp: { at: shell.now(), actor: { kind: 'officer', person: by.person, name: by.name }, commandId },
      remember: { request, answer: {} },
    });
    return appended.ok ? ok(null) : appended;
  });
  if (done.ok) return done;
  return done.error === 'stale' ? record(parts, key, by, taken) : refuse(done.error);
}
