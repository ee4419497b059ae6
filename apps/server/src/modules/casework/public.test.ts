import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft, Filed, StoredFile, TrackView } from '@yimen/contract';
import { act, attempt, cast, intake, view } from '../../test/cases.ts';
import { pdf as onePage } from '../../test/hostile/build.ts';
import { commandId, fileCommand, openHall, type TestHall } from '../../test/hall.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

/** A multipart body with one file. */
function multipart(name: string, bytes: Buffer) {
  const boundary = 'yimen-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

const pdf = onePage();

async function upload(url: string, headers: Record<string, string>, name: string, bytes: Buffer) {
  const body = multipart(name, bytes);
  const all = { ...headers, ...body.headers };
  return hall.app.inject({ method: 'POST', url: `/api/v1${url}`, headers: all, payload: body.payload });
}

const tokenFor = async (number: string, queryCode: string): Promise<string> =>
  (await hall.anybody().post('/tracking', { number, queryCode })).json<{ token: string }>().token;

describe('applying without an account', () => {
  const { applicant, answers, materials } = fileCommand();
  let draft: Draft;
  let filed: Filed;

  test('a draft is known only by its 128 random bits, keeps what is typed, and takes files by what is in them', async () => {
    const opened = await hall.anybody().post('/drafts', { jurisdiction: '410500', itemId: 'construction-permit' });
    draft = Draft.parse(opened.json());
    expect(draft.draftId).toMatch(/^[\w-]{22}$/);
    const save = (change: object) => hall.anybody().patch(`/drafts/${draft.draftId}`, change);
    const material = { requirementId: 'land', copies: 1, form: 'electronic' };
    // A page that saves itself in the background while the next hands in a file must undo nothing.
    await Promise.all([
      save({ material }),
      save({ applicant: { name: '安阳演示' } }),
      save({ answers: { a: '一期' } }),
    ]);
    const content = { applicant: { name: '安阳演示' }, answers: { a: '一期' }, materials: [material] };
    expect((await hall.anybody().get(`/drafts/${draft.draftId}`)).json()).toMatchObject({ content });
    await save({ withoutMaterial: 'land' });
    expect((await hall.anybody().get(`/drafts/${draft.draftId}`)).json()).toMatchObject({ content: { materials: [] } });
    expect((await hall.anybody().get(`/drafts/${'A'.repeat(22)}`)).statusCode).toBe(404);
    const taken = await upload(`/drafts/${draft.draftId}/files?requirementId=land`, {}, '..\\..\\用地批准.pdf', pdf);
    expect(StoredFile.parse(taken.json())).toMatchObject({ name: '用地批准.pdf', mediaType: 'application/pdf' });
    const script = await upload(
      `/drafts/${draft.draftId}/files`,
      {},
      'scan.pdf',
      Buffer.from('<script>alert(1)</script>'),
    );
    expect(script.json()).toMatchObject({ code: 'file_type_not_taken' });
  });

  test('filing receives it at once; filing again makes no second case', async () => {
    const file = StoredFile.parse((await upload(`/drafts/${draft.draftId}/files`, {}, 'a.pdf', pdf)).json());
    const without = materials.filter(({ requirementId }) => requirementId !== 'safety');
    const handed = without.map((one) => (one.requirementId === 'land' ? { ...one, file } : one));
    const body = { commandId: commandId(), applicant, answers, materials: handed };
    const forged = handed.map((one) => (one.file ? { ...one, file: { ...file, sha256: 'a'.repeat(64) } } : one));
    const refused = await hall.anybody().post(`/drafts/${draft.draftId}/filing`, { ...body, materials: forged });
    expect(refused.json()).toMatchObject({ code: 'unknown_file' });
    const answersTo = await Promise.all(
      [body, { ...body, commandId: commandId() }].map((one) =>
        hall.anybody().post(`/drafts/${draft.draftId}/filing`, one),
      ),
    );
    expect(answersTo.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    filed = Filed.parse(answersTo[0]?.json());
    expect(new Set(answersTo.map((one) => one.json<Filed>().caseId))).toEqual(new Set([filed.caseId]));
    expect((await hall.anybody().get(`/drafts/${draft.draftId}`)).json()).toMatchObject({
      filed: { number: filed.number, queryCode: filed.queryCode },
    });
    expect((await view(hall, cast.clerk, filed.caseId)).stage).toBe('received');
  });

  test('its files are shown to those who may see the case and to nobody else', async () => {
    const { materials: handed } = await view(hall, cast.clerk, filed.caseId);
    const sha256 = handed.find(({ file }) => file !== undefined)?.file?.sha256 ?? '';
    const shown = await hall.as(cast.clerk).get(`/desk/cases/${filed.caseId}/files/${sha256}`);
    expect(shown.rawPayload.equals(pdf)).toBe(true);
    const other = await intake(hall);
    expect((await hall.as(cast.clerk).get(`/desk/cases/${other.caseId}/files/${sha256}`)).statusCode).toBe(404);
    expect((await hall.anybody().get(`/desk/cases/${filed.caseId}/files/${sha256}`)).statusCode).toBe(401);
  });

  test('told once what is missing, the applicant delivers it and the case is accepted from that day', async () => {
    const defects = [{ requirementId: 'safety', defect: '未提交', standard: '三方盖章' }];
    await act(hall, cast.clerk, filed.caseId, { type: 'notifyCorrection', defects, contact: '周敏 0372-0000100' });
    const mine = hall.anybody(await tokenFor(filed.number, filed.queryCode));
    const told = TrackView.parse((await mine.get(`/tracking/${filed.number}`)).json());
    expect(told).toMatchObject({ status: { code: 'correctionNeeded' }, correction: { defects }, canWithdraw: true });
    hall.at('2026-03-05');
    const token = await tokenFor(filed.number, filed.queryCode);
    const delivered = await hall.anybody(token).post(`/tracking/${filed.number}/acts`, {
      commandId: commandId(),
      commands: [
        {
          type: 'deliverCorrection',
          materials: [{ requirementId: 'safety', copies: 1, form: 'original' }],
          complete: true,
        },
      ],
    });
    expect(delivered.statusCode, delivered.body).toBe(200);
    const again = await attempt(hall, cast.clerk, filed.caseId, { type: 'notifyCorrection', defects, contact: '周敏' });
    expect(again.json()).toMatchObject({ code: 'correction_already_asked' });
    await act(hall, cast.clerk, filed.caseId, { type: 'accept' });
    const seen = await view(hall, cast.clerk, filed.caseId);
    expect(seen.clocks.find(({ kind }) => kind === 'decisionStatutory')?.startedOn).toBe('2026-03-05');
    hall.at('2026-03-02');
  });
});

describe('following a case', () => {
  test('a wrong code and an unknown number get the same answer, and sixty tries a minute are all', async () => {
    const { number, queryCode = '' } = await intake(hall);
    const ask = (body: object) =>
      hall.app.inject({ method: 'POST', url: '/api/v1/tracking', payload: body, remoteAddress: '10.9.9.9' });
    const wrong = await ask({ number, queryCode: 'AAAAAAAA' });
    const unknown = await ask({ number: '260302-99999-0', queryCode });
    const { requestId: _one, ...first } = wrong.json<Record<string, unknown>>();
    const { requestId: _two, ...second } = unknown.json<Record<string, unknown>>();
    expect(first).toEqual(second);
    expect(wrong.statusCode).toBe(401);
    for (let tries = 0; tries < 58; tries += 1) await ask({ number, queryCode: 'AAAAAAAA' });
    expect((await ask({ number, queryCode })).statusCode).toBe(429);
  });

  test('a token opens its own case for an hour and no other', async () => {
    const [one, two] = [await intake(hall), await intake(hall)];
    const token = await tokenFor(one.number, (one.queryCode ?? '').toLowerCase());
    expect((await hall.anybody(token).get(`/tracking/${one.number}`)).statusCode).toBe(200);
    expect((await hall.anybody(token).get(`/tracking/${two.number}`)).statusCode).toBe(404);
    expect((await hall.anybody(`${token}x`).get(`/tracking/${one.number}`)).statusCode).toBe(401);
    expect((await hall.anybody('nonsense').get(`/tracking/${one.number}`)).statusCode).toBe(401);
    hall.at('2026-03-02', '10:31');
    expect((await hall.anybody(token).get(`/tracking/${one.number}`)).statusCode).toBe(401);
    hall.at('2026-03-02');
  });

  test('an applicant does an applicant’s acts and no officer’s', async () => {
    const { number, queryCode = '', caseId } = await intake(hall);
    const token = await tokenFor(number, queryCode);
    const sign = { commandId: commandId(), commands: [{ type: 'sign', opinion: '同意' }] };
    expect((await hall.anybody(token).post(`/tracking/${number}/acts`, sign)).statusCode).toBe(403);
    const withdraw = { commandId: commandId(), commands: [{ type: 'withdraw', reason: '项目取消' }] };
    expect((await hall.anybody(token).post(`/tracking/${number}/acts`, withdraw)).statusCode).toBe(200);
    expect((await view(hall, cast.clerk, caseId)).stage).toBe('withdrawn');
  });
});

describe('who sees a case', () => {
  test('another department, another hall and the public are told that there is none', async () => {
    const { caseId, number } = await intake(hall);
    const url = `/desk/cases/${caseId}`;
    for (const person of [cast.clerk, cast.examiner, cast.supervisor, cast.dutyManager, cast.delivery]) {
      expect((await hall.as(person).get(url)).statusCode, person).toBe(200);
    }
    const { postings, posts } = await import('@yimen/demo');
    const water = posts.find(({ authority }) => authority === 'jiaoyu')?.id;
    const stranger = postings.find(({ post }) => post === water)?.person ?? '';
    expect((await hall.as(stranger).get(url)).statusCode).toBe(404);
    expect((await attempt(hall, stranger, caseId, { type: 'accept' })).statusCode).toBe(404);
    expect((await hall.as(stranger).get(`/desk/search?q=${number}`)).json()).toMatchObject({ rows: [], total: 0 });
    expect((await hall.as(cast.examiner).get(`/desk/search?q=${number}`)).json()).toMatchObject({ total: 1 });
    expect((await hall.anybody().get(url)).statusCode).toBe(401);
  });

  test('a case is found by the whole name of its applicant', async () => {
    const name = encodeURIComponent('安阳演示建设工程有限公司');
    const found = (await hall.as(cast.clerk).get(`/desk/search?q=${name}`)).json<{ total: number }>();
    expect(found.total).toBeGreaterThan(1);
    expect((await hall.as(cast.clerk).get(`/desk/search?q=${encodeURIComponent('安阳演示')}`)).json()).toMatchObject({
      total: 0,
    });
  });

  test('a company whose name has many digits is found by its name', async () => {
    const name = '安阳第12345678机械厂';
    const file = fileCommand();
    const commands = [{ ...file, applicant: { ...file.applicant, name } }];
    const filed = await hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands });
    expect(filed.statusCode, filed.body).toBe(201);
    expect((await hall.as(cast.clerk).get(`/desk/search?q=${encodeURIComponent(name)}`)).json()).toMatchObject({
      total: 1,
    });
  });
});
