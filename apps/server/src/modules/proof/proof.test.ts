import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EntryProof, LogCheckpoint, ProofStatus } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import type { WitnessSettings } from '../../platform/witnessConfig.ts';
import { sql } from 'kysely';
import { instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { freshDatabase } from '@yimen/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseVerifierKey } from '../../platform/checkpoint/index.ts';
import { connect } from '../../platform/database/index.ts';
import { readStream } from '../../platform/ledger/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { advanceProof, openProof, tellWitnesses } from '../../proof.ts';
import { buildServer } from '../../server.ts';
import { zipOf, type ZipFile } from './zip.ts';
import { hasPython, unlessPython, verify } from '../../test/tamper/verifier.ts';
import { cast, intake } from '../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../test/hall.ts';
import { wire } from '../../wiring.ts';
import type { App } from '../../platform/http/index.ts';

const log = createLog('error', { write: () => undefined });
let shift = 0;
const realNow = (): Instant => instantFromMillis(Date.now() + shift);
const none: WitnessSettings = { keyFolder: undefined, folder: undefined, mail: undefined, others: [], logs: [] };

let hall: TestHall;
let other: Awaited<ReturnType<typeof openOther>>;
let folder: string;
let caseId: string;
let log_: ReturnType<typeof openProof>;

const proofOf = (settings: Partial<WitnessSettings>) =>
  openProof(
    { db: hall.shell.db, realNow },
    { dataFolder: hall.folder, publicUrl: 'https://a.example', proof: { ...none, ...settings } },
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-bundle-'));
  hall = await openHall();
  log_ = proofOf({});
  ({ caseId } = await intake(hall));
  await hall.makePapers(caseId);
  await advanceProof(log_, log);
  other = await openOther();
});
afterAll(async () => {
  await other.close();
  await hall.close();
  await rm(folder, { recursive: true, force: true });
});

const keyOf = (text: string) => {
  const key = parseVerifierKey(text);
  if (key === undefined) throw new Error(text);
  return key;
};

/** A server over a database and keys of its own, that vouches for the hall's log. */
async function openOther() {
  const fresh = await freshDatabase();
  const database = connect<unknown>({ connectionString: fresh.connectionString, applicationName: 'other' });
  const { verifierKey = '' } = await newest();
  const shell = { ...hall.shell, db: database.kysely };
  const proof = openProof(
    { db: database.kysely, realNow },
    {
      dataFolder: join(folder, 'other'),
      publicUrl: 'https://b.example',
      proof: { ...none, logs: [keyOf(verifierKey)] },
    },
  );
  const worlds = await wire({ ...hall.parts, shell });
  const { app } = await buildServer({
    shell,
    worlds,
    demoClock: undefined,
    moved: () => undefined,
    witnessing: proof.witnessing,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    url,
    db: database.kysely,
    close: async () => {
      await app.close();
      await database.close();
      await fresh.drop();
    },
  };
}

const newest = async (app: App = hall.app) => LogCheckpoint.parse((await app.inject('/api/v1/proof')).json());
const status = async () => ProofStatus.parse((await hall.as(cast.supervisor).get('/desk/proof')).json());
const push = (payload: object) => other.app.inject({ method: 'POST', url: '/api/v1/witness/checkpoints', payload });

/** The files of an archive that packs nothing. */
function filesIn(zip: Buffer): readonly ZipFile[] {
  const files: ZipFile[] = [];
  for (let from = 0; zip.readUInt32LE(from) === 0x04_03_4b_50;) {
    const [size, named] = [zip.readUInt32LE(from + 18), zip.readUInt16LE(from + 26)];
    const body = from + 30 + named;
    files.push({ name: zip.toString('utf8', from + 30, body), bytes: zip.subarray(body, body + size) });
    from = body + size;
  }
  return files;
}

/** The file with one bit changed right after the word, where it has it. */
function flippedAfter(file: ZipFile, word: string): ZipFile {
  const bytes = Buffer.from(file.bytes);
  const index = bytes.indexOf(word);
  if (index < 0 || file.name === 'README.txt') return file;
  bytes.writeUInt8(bytes.readUInt8(index + word.length) ^ 1, index + word.length);
  return { ...file, bytes };
}

describe('a receipt', () => {
  test('is proved by its hash alone, and tells nothing but where it stands', async () => {
    const [entry] = await readStream(hall.shell.db, { jurisdiction: anyang, stream: `case:${caseId}` });
    const found = EntryProof.parse((await hall.anybody().get(`/proof/entries/${entry?.hash ?? ''}`)).json());
    expect(found).toMatchObject({ state: 'included', proof: { note: (await newest()).note } });
    expect(Object.keys(found).toSorted()).toEqual(['format', 'hash', 'proof', 'state', 'words']);
    const unknown = EntryProof.parse((await hall.anybody().get(`/proof/entries/${'0'.repeat(64)}`)).json());
    expect(unknown).toMatchObject({ state: 'unknown' });
    expect((await hall.anybody().get('/proof/entries/xyz')).statusCode).toBe(422);
  });
});

describe('a paper in the citizen’s hand', () => {
  interface Printed {
    readonly verification_code: string;
    readonly content: { readonly verification: { readonly url: string; readonly entryHash: string } };
  }
  const printed = async (id: string) => {
    const { rows } = await sql<Printed>`select verification_code, content from documents.papers
      where case_id = ${id} order by revision`.execute(hall.shell.db);
    return rows;
  };
  const proofOfPaper = async (code: string) =>
    EntryProof.parse((await hall.anybody().get(`/verification/${code}/proof`)).json());

  test('names the entry it stands on, and its code proves that very entry', async () => {
    const entries = await readStream(hall.shell.db, { jurisdiction: anyang, stream: `case:${caseId}` });
    const papers = await printed(caseId);
    expect(papers.length).toBeGreaterThan(1);
    for (const { verification_code: code, content } of papers) {
      const { entryHash } = content.verification;
      expect(entries.map(({ hash }) => hash)).toContain(entryHash);
      expect(await proofOfPaper(code)).toMatchObject({ state: 'included', hash: entryHash });
    }
  });

  test('made this minute is said to be on record and not signed yet; a code of no paper proves nothing', async () => {
    const later = await intake(hall);
    await hall.makePapers(later.caseId);
    const [receipt] = await printed(later.caseId);
    const waiting = await proofOfPaper(receipt?.verification_code ?? '');
    expect(waiting).toMatchObject({ state: 'pending', hash: receipt?.content.verification.entryHash });
    expect(waiting.proof).toBeUndefined();
    await advanceProof(log_, log);
    expect(await proofOfPaper(receipt?.verification_code ?? '')).toMatchObject({ state: 'included' });
    const nothing = await proofOfPaper('AAAA-AAAA-AAAA');
    expect([nothing.state, nothing.hash, nothing.proof]).toEqual(['unknown', undefined, undefined]);
  });

  test.skipIf(!hasPython)(
    `is proved by what the citizen downloads, without a server, and not with one digit changed${unlessPython}`,
    async () => {
      const [receipt] = await printed(caseId);
      const proof = JSON.stringify(await proofOfPaper(receipt?.verification_code ?? ''));
      const { verifierKey = '' } = await newest();
      const judged = async (text: string) => {
        const path = join(folder, 'proof.json');
        await writeFile(path, text);
        return verify(['--proof', path, '--key', verifierKey]);
      };
      const whole = await judged(proof);
      expect([whole.ok, whole.findings]).toEqual([true, []]);
      const flip = (found: string) => found.slice(0, -1) + (found.endsWith('a') ? 'b' : 'a');
      for (const place of [/"hash":"[0-9a-f]/, /"path":\["./, /\\ntime 2/])
        expect((await judged(proof.replace(place, flip))).ok).toBe(false);
      const nothing = await judged(JSON.stringify(await proofOfPaper('AAAA-AAAA-AAAA')));
      expect(nothing.findings.map(([code]) => code)).toEqual(['unreadable']);
    },
    60_000,
  );
});

describe('evidence of a case', () => {
  const asked = (person: string, id = caseId, command = commandId()) =>
    hall.as(person).post(`/desk/cases/${id}/evidence`, { commandId: command });
  const exports = () => readStream(hall.shell.db, { jurisdiction: anyang, stream: `evidence:${caseId}` });

  test('is for its handlers and for supervisors, and no other; taking it is put on record once', async () => {
    expect((await asked(cast.examiner)).json()).toMatchObject({ status: 403, type: 'urn:yimen:problem:not_handler' });
    expect((await asked('liu.yang')).statusCode).toBe(404);
    expect((await asked(`${cast.clerk}@330500`)).statusCode).toBeGreaterThanOrEqual(401);
    expect((await asked(cast.supervisor, 'nobody-knows-it')).statusCode).toBe(404);
    expect(await exports()).toEqual([]);
    const command = commandId();
    for (const _retry of [1, 2]) expect((await asked(cast.clerk, caseId, command)).statusCode).toBe(200);
    expect((await exports()).map(({ type, actor }) => [type, actor])).toEqual([
      ['evidenceExported', { kind: 'officer', person: cast.clerk, name: '周敏' }],
    ]);
    expect((await asked(cast.supervisor)).statusCode).toBe(200);
  });

  test('waits for the checkpoint', async () => {
    const later = await intake(hall);
    expect((await asked(cast.clerk, later.caseId)).json()).toMatchObject({
      status: 409,
      type: 'urn:yimen:problem:not_signed_yet',
    });
  });

  test.skipIf(!hasPython)(
    `verifies without a server, and not with one byte changed${unlessPython}`,
    async () => {
      const files = filesIn((await asked(cast.clerk)).rawPayload);
      const { verifierKey = '' } = await newest();
      const judged = async (changed: readonly ZipFile[]) => {
        const path = join(folder, 'bundle.zip');
        await writeFile(path, zipOf(changed, realNow()));
        return verify(['--bundle', path, '--key', verifierKey]);
      };
      const whole = await judged(files);
      expect(whole.findings).toEqual([]);
      expect(whole.counts['documents']).toBeGreaterThan(0);
      for (const word of ['"leaf":', '"revision":', '%PDF-', 'time 20', '"path":["', '"prevHash":"']) {
        const changed = files.map((file) => flippedAfter(file, word));
        expect([word, (await judged(changed)).ok]).toEqual([word, false]);
      }
      const without = files.filter(({ name }) => !name.startsWith('documents/'));
      expect((await judged(without)).findings.map(([code]) => code)).toContain('file_missing');
    },
    60_000,
  );
});

describe('a witness', () => {
  test('signs what grew from what it saw, over HTTP, and its line stands under the note', async () => {
    const key = keyOf((await newest(other.app)).witnessKey ?? '');
    const proof = proofOf({ others: [{ url: other.url, key }] });
    for (const _round of [1, 2, 3]) {
      await tellWitnesses(proof, log);
      expect((await newest()).note).toContain(`\n— b.example/witness `);
      expect((await status()).witnesses).toMatchObject([
        { witness: `yimen ${other.url}`, problem: null, alarm: false, pendingSince: null },
      ]);
      await intake(hall);
      await advanceProof(proof, log);
    }
    // Its memory of what the other has seen is gone: the other says, and it goes on from there.
    await sql`update proof.deliveries set size = 0`.execute(hall.shell.db);
    await tellWitnesses(proof, log);
    expect((await newest()).note).toContain(`\n— b.example/witness `);
  });

  test('refuses a log it does not know, a forged signature, another size and another history', async () => {
    const { note = '' } = await newest();
    const code = async (payload: object) => {
      const { type, status: answered } = (await push(payload)).json<{ type: string; status: number }>();
      return [type.split(':').at(-1), answered];
    };
    const seen = (await sql<{ size: number }>`select size from proof.witnessed`.execute(other.db)).rows[0]?.size ?? 0;
    expect(await code({ note: note.replace(/^[^\n]+/, 'c.example/1'), old: seen, proof: [] })).toEqual([
      'log_unknown',
      404,
    ]);
    expect(await code({ note: note.replace(/\ntime 2/, '\ntime 3'), old: seen, proof: [] })).toEqual([
      'note_not_signed',
      403,
    ]);
    expect(await code({ note, old: seen + 1, proof: [] })).toEqual(['witness_conflict', 409]);
    await intake(hall);
    await advanceProof(log_, log);
    const grown = (await newest()).note ?? '';
    expect(await code({ note: grown, old: seen, proof: [Buffer.alloc(32).toString('base64')] })).toEqual([
      'not_consistent',
      422,
    ]);
  });

  test('that has seen more than we have says so: our end was cut', async () => {
    await sql`update proof.witnessed set size = 1000000`.execute(other.db);
    const key = keyOf((await newest(other.app)).witnessKey ?? '');
    await tellWitnesses(proofOf({ others: [{ url: other.url, key }] }), log);
    expect((await status()).witnesses[0]?.problem).toContain('has seen more entries');
  });

  test('that cannot be reached is tried again, shown, and an alarm after an hour; then gets the newest', async () => {
    const dead = proofOf({ folder: join(hall.folder, 'keys', 'checkpoint.note', 'no-folder') });
    await tellWitnesses(dead, log);
    const first = (await status()).witnesses.find(({ witness }) => witness.startsWith('folder'));
    expect(first).toMatchObject({ attempts: 1, alarm: false });
    expect(first?.problem).not.toBeNull();
    await tellWitnesses(dead, log);
    expect((await status()).witnesses.find(({ witness }) => witness.startsWith('folder'))).toMatchObject({
      attempts: 1,
    });
    shift = 6000;
    await tellWitnesses(dead, log);
    await sql`update proof.deliveries set pending_since = pending_since - interval '1 hour' where witness like 'folder%'`.execute(
      hall.shell.db,
    );
    shift = 0;
    const late = ProofStatus.parse((await hall.as(cast.supervisor).get('/desk/proof')).json());
    expect(late.witnesses.find(({ witness }) => witness.startsWith('folder'))).toMatchObject({ attempts: 2 });
    expect(
      millisOf(late.witnesses.find(({ witness }) => witness.startsWith('folder'))?.pendingSince ?? realNow()),
    ).toBeLessThan(Date.now() - 3_590_000);
  });

  test('is nobody to a clerk', async () => {
    expect((await hall.as(cast.clerk).get('/desk/proof')).statusCode).toBe(403);
  });
});
