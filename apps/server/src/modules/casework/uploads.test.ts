import type { Draft } from '@yimen/contract';
import { Filed, Problem, StoredFile } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClamd, inspect } from '../../platform/uploads/index.ts';
import { seenOf } from '../../test/faultTable.ts';
import { attempt, cast, intake, view } from '../../test/cases.ts';
import { startClamd, type FakeClamd } from '../../test/clamd.ts';
import { commandId, fileCommand, openHall, type TestHall } from '../../test/hall.ts';
import { jpeg, ofd, pdf, png } from '../../test/hostile/build.ts';
import { EICAR, hostile, honest } from '../../test/hostile/corpus.ts';
import { uniquePdf, uploadsOf } from '../../test/uploads.ts';
import { wire } from '../../wiring.ts';
import { takeFile } from './files.ts';
import type { World } from './world.ts';

let clamd: FakeClamd;
let hall: TestHall;
let draft: Draft;
/** The same hall without a scanner, as it was before one was installed. */
let unguarded: World;
const { upload, newDraft, byOfficer, kept } = uploadsOf(() => hall);

beforeAll(async () => {
  clamd = await startClamd();
  hall = await openHall({ scanner: createClamd(clamd.address, 3000) });
  unguarded = (await wire({ ...hall.parts, scanner: undefined })).cases;
  draft = await newDraft();
});
afterAll(async () => {
  await hall.close();
  await clamd.close();
});
beforeEach(() => clamd.mood('well'));

const toDraft = (name: string, bytes: Buffer, { draftId } = draft) => upload(`/drafts/${draftId}/files`, name, bytes);

describe('the hostile files', () => {
  test('none is taken that must not be, nothing of them remains, and the hall stays open', async () => {
    const before = await kept();
    const wrong: string[] = [];
    for (const { what, name, bytes, refused } of hostile) {
      if (refused === undefined) continue;
      const answer = await toDraft(name, bytes());
      const { code, status, words } = Problem.parse(answer.json());
      if (code !== refused || status !== (refused === 'too_large' ? 413 : 422) || words.zh === '') wrong.push(what);
    }
    expect(wrong).toEqual([]);
    expect(await kept()).toEqual(before);
    expect((await hall.app.inject('/api/health')).statusCode).toBe(200);
  });

  test('what is honest is taken under a name that is only text, and a scanner has seen it', async () => {
    for (const { name, bytes, taken } of [...honest, ...hostile.filter((one) => one.taken !== undefined)]) {
      const answer = await toDraft(name, bytes());
      expect(answer.json(), name).toMatchObject({ ...taken, state: 'clean' });
    }
  });

  test('papers of our own are taken back', async () => {
    const { caseId } = await intake(hall);
    await hall.makePapers(caseId);
    const { papers } = await view(hall, cast.clerk, caseId);
    const paper = papers.find(({ state }) => state === 'ready')?.paperId ?? '';
    const { rawPayload } = await hall.as(cast.clerk).get(`/desk/cases/${caseId}/papers/${paper}.pdf`);
    expect(await inspect(rawPayload, '受理通知书.pdf')).toMatchObject({ ok: true });
  });
});

describe('the virus scanner', () => {
  test('what it finds infected is refused in words and not kept', async () => {
    const before = await kept();
    const answer = await toDraft('合同.pdf', pdf({ objects: `% ${EICAR}` }));
    expect(answer.json()).toMatchObject({ status: 422, code: 'file_infected', field: 'file' });
    expect(await kept()).toEqual(before);
  });

  test.each(['error', 'hangs', 'hangsUp', 'talksNonsense'] as const)(
    `while it %s ${seenOf('scannerDown')}`,
    async (mood) => {
      const before = await kept();
      clamd.mood(mood);
      const answer = await toDraft('合同.pdf', uniquePdf(mood));
      expect(answer.json()).toMatchObject({ status: 503, code: 'scanner_unavailable' });
      expect(answer.headers['retry-after']).toBe('30');
      expect(await kept()).toEqual(before);
      clamd.mood('well');
      expect((await toDraft('合同.pdf', uniquePdf(mood))).statusCode).toBe(200);
    },
  );

  test('what came before there was one waits for it, and is served only when it is clean', async () => {
    const holder = { jurisdiction: anyang, holder: `officer:${cast.clerk}` } as const;
    const bring = (word: string) => takeFile(unguarded, holder, { name: 'a.pdf', bytes: uniquePdf(word) });
    const [good, bad] = [await bring('before'), await bring(EICAR)];
    if (!good.ok || !bad.ok) throw new Error('not taken');
    expect(good.value.state).toBe('unscanned');
    const { state: _state, ...clean } = good.value;
    const { state: _other, ...dirty } = bad.value;
    const caseId = await caseWith(cast.clerk, [clean, dirty]);
    const states = async () =>
      (await view(hall, cast.clerk, caseId)).materials.flatMap(({ file }) => file?.state ?? []);
    expect(await states()).toEqual(['pending', 'pending']);
    const read = (sha256: string) => hall.as(cast.clerk).get(`/desk/cases/${caseId}/files/${sha256}`);
    clamd.mood('hangsUp');
    expect((await read(clean.sha256)).json()).toMatchObject({ status: 503, code: 'scanner_unavailable' });
    clamd.mood('well');
    expect((await read(clean.sha256)).statusCode).toBe(200);
    expect((await read(dirty.sha256)).json()).toMatchObject({ status: 409, code: 'file_infected' });
    expect(await states()).toEqual(['clean', 'infected']);
    clamd.mood('hangsUp');
    expect((await read(clean.sha256)).statusCode).toBe(200);
    expect((await read(dirty.sha256)).statusCode).toBe(409);
    expect(await bring(EICAR)).toEqual({ ok: false, error: 'file_infected' });
  });
});

type Named = Omit<ReturnType<typeof StoredFile.parse>, 'state'>;

/** A case whose first materials carry these files. */
async function caseWith(person: string, files: readonly Named[]): Promise<string> {
  const answer = await hall.as(person).post('/desk/cases', { commandId: commandId(), commands: commandsWith(files) });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ caseId: string }>().caseId;
}

function commandsWith(files: readonly Named[]) {
  const file = fileCommand();
  const materials = file.materials.map((one, at) => ({
    ...one,
    ...(files[at] === undefined ? {} : { file: files[at] }),
  }));
  return [{ ...file, materials }, { type: 'receive', materials }, { type: 'accept' }];
}

describe('a file belongs to who brought it', () => {
  const stored = async (answer: Promise<{ json: () => unknown }>): Promise<Named> => {
    const { state: _state, ...file } = StoredFile.parse((await answer).json());
    return file;
  };

  test('an officer cannot put a colleague’s file into a case, nor one of a draft', async () => {
    const theirs = await stored(byOfficer(cast.examiner, 'a.pdf', uniquePdf('theirs')));
    const citizens = await stored(toDraft('a.pdf', uniquePdf('citizens')));
    for (const file of [theirs, citizens]) {
      const body = { commandId: commandId(), commands: commandsWith([file]) };
      expect((await hall.as(cast.clerk).post('/desk/cases', body)).json()).toMatchObject({ code: 'unknown_file' });
    }
    // Whoever brings the same bytes has them.
    const mine = await stored(byOfficer(cast.clerk, 'a.pdf', uniquePdf('theirs')));
    expect(mine.sha256).toBe(theirs.sha256);
    await caseWith(cast.clerk, [mine]);
  });

  test('a draft cannot name the files of another', async () => {
    const other = await newDraft();
    const file = await stored(toDraft('a.pdf', uniquePdf('mine')));
    const { applicant, answers, materials } = fileCommand();
    const handed = materials.map((one, at) => (at === 0 ? { ...one, file } : one));
    const filing = ({ draftId }: Draft) =>
      hall
        .anybody()
        .post(`/drafts/${draftId}/filing`, { commandId: commandId(), applicant, answers, materials: handed });
    expect((await filing(other)).json()).toMatchObject({ code: 'unknown_file' });
    const own = await newDraft();
    await toDraft('a.pdf', uniquePdf('mine'), own);
    Filed.parse((await filing(own)).json());
    expect((await toDraft('b.pdf', uniquePdf('late'), own)).json()).toMatchObject({ code: 'draft_filed' });
  });

  test('minutes are held to the same', async () => {
    const { caseId } = await intake(hall);
    const theirs = await stored(byOfficer(cast.clerk, 'a.pdf', uniquePdf('minutes')));
    const minutes = (file: string) =>
      attempt(hall, cast.examiner, caseId, {
        type: 'attachMinutes',
        title: '纪要',
        heldOn: hall.today(),
        conclusion: '同意',
        file,
      });
    expect((await minutes(theirs.sha256)).json()).toMatchObject({ code: 'unknown_file' });
    const own = await stored(byOfficer(cast.examiner, 'a.pdf', uniquePdf('minutes')));
    expect((await minutes(own.sha256)).json()).not.toMatchObject({ code: 'unknown_file' });
  });

  test('what an act says of a file is what was found in it', async () => {
    const file = await stored(byOfficer(cast.clerk, 'a.png', png()));
    for (const lie of [{ mediaType: 'text/html' }, { bytes: 1 }, { name: '../a.png' }, { name: 'a\u202egnp.exe' }]) {
      const body = { commandId: commandId(), commands: commandsWith([{ ...file, ...lie }]) };
      const answer = await hall.as(cast.clerk).post('/desk/cases', body);
      expect(answer.json(), JSON.stringify(lie)).toMatchObject({ code: 'unknown_file' });
    }
  });

  test('a file handed in stays usable in its case', async () => {
    const file = await stored(byOfficer(cast.clerk, 'a.pdf', uniquePdf('again')));
    const commands = commandsWith([file]).slice(0, 1);
    const body = { commandId: commandId(), commands };
    const { caseId } = (await hall.as(cast.clerk).post('/desk/cases', body)).json<{ caseId: string }>();
    const [first] = fileCommand().materials;
    if (first === undefined) throw new Error('no material');
    const receive = { type: 'receive', materials: [{ ...first, file }] } as const;
    // A colleague may name it in this case, as far as files go, and in no other.
    expect((await attempt(hall, cast.examiner, caseId, receive)).json()).toMatchObject({ code: 'no_authorisation' });
    const other = await intake(hall);
    expect((await attempt(hall, cast.examiner, other.caseId, receive)).json()).toMatchObject({ code: 'unknown_file' });
  });
});

describe('a download', () => {
  test('runs nowhere: sandboxed, never guessed at, never a page', async () => {
    const files = [
      ['合同(1).pdf', pdf(), 'application/pdf', 'inline'],
      ['a.png', png(), 'image/png', 'inline'],
      // Its header lies about its pixels: it cannot be drawn, so it is not shown.
      ['b.png', png({ width: 9 }), 'application/octet-stream', 'attachment'],
      ['a.jpg', jpeg(), 'image/jpeg', 'inline'],
      ['a.ofd', ofd(), 'application/octet-stream', 'attachment'],
    ] as const;
    for (const [name, bytes, type, disposition] of files) {
      const { state: _state, ...file } = StoredFile.parse((await byOfficer(cast.clerk, name, bytes)).json());
      const caseId = await caseWith(cast.clerk, [file]);
      const { headers } = await hall.as(cast.clerk).get(`/desk/cases/${caseId}/files/${file.sha256}`);
      expect(headers['content-type']).toBe(type);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
      expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition}; filename\\*=UTF-8''[\\w.%-]+$`));
      expect(headers['cache-control']).toBe('no-store');
      const asked = await hall.as(cast.clerk).get(`/desk/cases/${caseId}/files/${file.sha256}?original=true`);
      expect(asked.headers['content-disposition']).toMatch(/^attachment;/);
      expect(asked.rawPayload.equals(bytes)).toBe(true);
    }
  });
});
