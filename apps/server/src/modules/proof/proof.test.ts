import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EntryProof } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStream } from '../../platform/ledger/index.ts';
import { advanceProof } from '../../proof.ts';
import { cast, intake } from '../../test/cases.ts';
import { commandId, type TestHall } from '../../test/hall.ts';
import { hasPython, unlessPython, verify } from '../../test/tamper/verifier.ts';
import { log, newest, openProvedHall, type ProvedHall } from './test/world.ts';
import { zipOf, type ZipFile } from './zip.ts';

let hall: TestHall;
let caseId: string;
let proof: ProvedHall['proof'];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-bundle-'));
  ({ hall, caseId, proof } = await openProvedHall());
});
afterAll(async () => {
  await hall.close();
  await rm(folder, { recursive: true, force: true });
});

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
    expect(found).toMatchObject({ state: 'included', proof: { note: (await newest(hall.app)).note } });
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
    await advanceProof(proof, log);
    expect(await proofOfPaper(receipt?.verification_code ?? '')).toMatchObject({ state: 'included' });
    const nothing = await proofOfPaper('AAAA-AAAA-AAAA');
    expect([nothing.state, nothing.hash, nothing.proof]).toEqual(['unknown', undefined, undefined]);
  });

  test.skipIf(!hasPython)(
    `is proved by what the citizen downloads, without a server, and not with one digit changed${unlessPython}`,
    async () => {
      const [receipt] = await printed(caseId);
      const downloaded = JSON.stringify(await proofOfPaper(receipt?.verification_code ?? ''));
      const { verifierKey = '' } = await newest(hall.app);
      const judged = async (text: string) => {
        const path = join(folder, 'proof.json');
        await writeFile(path, text);
        return verify(['--proof', path, '--key', verifierKey]);
      };
      const whole = await judged(downloaded);
      expect([whole.ok, whole.findings]).toEqual([true, []]);
      const flip = (found: string) => found.slice(0, -1) + (found.endsWith('a') ? 'b' : 'a');
      for (const place of [/"hash":"[0-9a-f]/, /"path":\["./, /\\ntime 2/])
        expect((await judged(downloaded.replace(place, flip))).ok).toBe(false);
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
      const { verifierKey = '' } = await newest(hall.app);
      const judged = async (changed: readonly ZipFile[]) => {
        const path = join(folder, 'bundle.zip');
        await writeFile(path, zipOf(changed, hall.shell.realNow()));
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
