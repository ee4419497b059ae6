import { sql } from 'kysely';
import type { CheckedPaper } from '@yimen/core/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cast, intake, view } from '../../test/cases.ts';
import { lines, openHall, type TestHall } from '../../test/hall.ts';
import { caseFilePdf, makePapers } from './index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

async function noticeOf(caseId: string) {
  const paper = (await view(hall, cast.clerk, caseId)).papers.find(({ kind }) => kind === 'acceptanceNotice');
  if (paper === undefined) throw new Error('no notice');
  return paper;
}

async function verify(pdf: Buffer) {
  const boundary = 'yimen-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), pdf, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const answer = await hall.app.inject({ method: 'POST', url: '/api/v1/verification', headers, payload });
  return answer.json<{ state: string }>().state;
}

describe('numbers', () => {
  test('run without gap or double, however many papers are made at once, twice, and while others are refused', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => intake(hall)));
    const unlawful = await intake(hall);
    const department = () => Promise.resolve({ name: ' ', shortName: '安建', phone: '1', address: '' });
    const nameless = { ...hall.papers, near: { ...hall.papers.near, department } };
    await Promise.all([
      ...[...cases, ...cases].map(({ caseId }) => hall.makePapers(caseId)),
      makePapers(nameless, { jurisdiction: '410500', caseId: unlawful.caseId }),
    ]);
    expect(await noticeOf(unlawful.caseId)).toMatchObject({ state: 'failed' });
    const { rows } = await sql<{ number: string }>`select number from documents.papers
      where kind = 'acceptanceNotice' and number is not null`.execute(hall.shell.db);
    const serials = rows
      .map(({ number }) => Number(/〕(\d+)号/.exec(number)?.[1]))
      .toSorted((one, other) => one - other);
    expect(serials).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    const { rows: files } = await sql<{ ready: boolean }>`select bool_and(state = 'ready') as ready
      from documents.papers where case_id <> ${unlawful.caseId}`.execute(hall.shell.db);
    expect(files).toEqual([{ ready: true }]);
    lines.length = 0;
  });

  test('a crash between the number and the seal resumes with the same number and words', async () => {
    const { caseId } = await intake(hall);
    const key = { jurisdiction: '410500', caseId };
    const broken = {
      ...hall.papers,
      files: { ...hall.papers.files, put: () => Promise.reject(new Error('disk full')) },
    };
    await expect(makePapers(broken, key)).rejects.toThrow('disk full');
    const before = (await view(hall, cast.clerk, caseId)).papers[0];
    expect(before).toMatchObject({ state: 'making', number: expect.stringContaining('收字') as string });
    await makePapers(hall.papers, key);
    const after = (await view(hall, cast.clerk, caseId)).papers[0];
    expect(after).toMatchObject({ state: 'ready', number: before?.number, verificationCode: before?.verificationCode });
    expect(await makePapers(hall.papers, key)).toBe(0);
  });
});

describe('a paper that could not be made', () => {
  test('says why to staff, is made once it is asked for again, with the next number, and on record', async () => {
    const { caseId } = await intake(hall);
    const department = () => Promise.resolve({ name: ' ', shortName: '安建', phone: '1', address: '' });
    const nameless = { ...hall.papers, near: { ...hall.papers.near, department } };
    await makePapers(nameless, { jurisdiction: '410500', caseId });
    lines.length = 0;
    const { paperId, ...failed } = await noticeOf(caseId);
    expect(failed).toMatchObject({ state: 'failed', failure: expect.stringMatching(/./) as string });
    expect(failed.number).toBeUndefined();
    const again = (person: string) => hall.as(person).post(`/desk/cases/${caseId}/papers/${paperId}/again`, {});
    const watching = await again(cast.supervisor);
    expect([watching.statusCode, watching.json<{ code: string }>().code]).toEqual([403, 'not_handling']);
    expect((await again(cast.clerk)).json()).toMatchObject({ paperId, state: 'making' });
    await hall.makePapers(caseId);
    const made = await noticeOf(caseId);
    expect(made).toMatchObject({ state: 'ready', number: expect.stringContaining('许受字') as string });
    expect(made.failure).toBeUndefined();
    const twice = await again(cast.clerk);
    expect([twice.statusCode, twice.json<{ code: string }>().code]).toEqual([409, 'paper_not_failed']);
    expect((await hall.as(cast.clerk).post(`/desk/cases/${caseId}/papers/nothing/again`, {})).statusCode).toBe(404);
    const { rows } = await sql<{ type: string }>`select type from ledger.entries
      where stream = ${`access:${caseId}`}`.execute(hall.shell.db);
    expect(rows).toEqual([{ type: 'paperAskedAgain' }]);
  });
});

describe('the file of a case', () => {
  test('holds the internal approval sheet once the case was accepted, and none before', async () => {
    const printed: CheckedPaper[] = [];
    const print: typeof hall.papers.works.print = (paper) => {
      printed.push(paper);
      return hall.papers.works.print(paper);
    };
    const world = { ...hall.papers, works: { ...hall.papers.works, print } };
    const by = { name: '周敏', post: '综合窗口' };
    const { caseId } = await intake(hall);
    await hall.makePapers(caseId);
    await act(hall, cast.examiner, caseId, { type: 'claimStep', stepId: 'examine' });
    const examined = { type: 'completeStep', stepId: 'examine', agreed: true, opinion: '材料齐全' } as const;
    await act(hall, cast.examiner, caseId, examined);
    await caseFilePdf(world, { jurisdiction: '410500', caseId }, by);
    const sheet = printed.find(({ kind }) => kind === 'approvalSheet');
    expect(sheet).toMatchObject({
      number: null,
      seal: null,
      opinions: [{ step: '受理' }, { opinion: '同意：材料齐全' }],
    });
    const listed = printed.flatMap((paper) => (paper.kind === 'caseFileList' ? paper.entries : []));
    expect(listed.map(({ title }) => title)).toEqual(['行政许可审批表', '申请材料接收凭证', '行政许可申请受理通知书']);
  });
});

describe('a return', () => {
  test('the window head agreed to is told on a sealed paper with its reason; one not agreed to makes none', async () => {
    const reason = '同一工程的申请正在办理，系重复提交。';
    const proposal = { type: 'proposeReturn', reason, basis: '建筑法第七条' } as const;
    const { caseId } = await intake(hall, 'construction-permit', proposal);
    const confirm = { type: 'confirmReturn', opinion: '属实', toldBy: 'faceToFace' } as const;
    const kept = await intake(hall, 'construction-permit', proposal);
    await act(hall, cast.windowHead, kept.caseId, { ...confirm, agreed: false });
    await act(hall, cast.windowHead, caseId, { ...confirm, agreed: true });
    await Promise.all([caseId, kept.caseId].map((id) => hall.makePapers(id)));
    const kinds = async (id: string) =>
      (await view(hall, cast.supervisor, id)).papers.map(({ kind, state }) => `${kind} ${state}`);
    expect(await kinds(caseId)).toEqual(['receipt ready', 'returnNotice ready']);
    expect(await kinds(kept.caseId)).toEqual(['receipt ready']);
    const { rows } = await sql<{ content: unknown }>`select content from documents.papers
      where kind = 'returnNotice'`.execute(hall.shell.db);
    expect(rows).toEqual([
      {
        content: expect.objectContaining({
          number: '安建许退字〔2026〕1号',
          reason,
          basis: ['建筑法第七条'],
        }) as unknown,
      },
    ]);
  });
});

describe('the public page', () => {
  test('knows the file that was sealed, the one that was changed, and none of the rest', async () => {
    const { caseId } = await intake(hall);
    await hall.makePapers(caseId);
    const { paperId } = await noticeOf(caseId);
    const pdf = (await hall.as(cast.clerk).get(`/desk/cases/${caseId}/papers/${paperId}.pdf`)).rawPayload;
    expect(await verify(pdf)).toBe('genuine');
    const altered = Buffer.from(pdf);
    altered[1200] = (altered[1200] ?? 0) ^ 1;
    expect(await verify(altered)).toBe('altered');
    expect(await verify(Buffer.from('%PDF-1.7 something else'))).toBe('unknown');
  });

  test('says revoked once the case was voided as a data error, and unknown to a mistyped code', async () => {
    const { caseId } = await intake(hall);
    await hall.makePapers(caseId);
    const { verificationCode: code = '' } = await noticeOf(caseId);
    expect((await hall.anybody().get(`/verification/${code.toLowerCase()}`)).json()).toMatchObject({
      state: 'genuine',
    });
    await act(hall, cast.supervisor, caseId, { type: 'void', reason: '重复录入' });
    expect((await hall.anybody().get(`/verification/${code}`)).json()).toMatchObject({ state: 'revoked' });
    expect((await hall.anybody().get('/verification/AAAA-AAAA-AAAA')).json()).toMatchObject({ state: 'unknown' });
  });
});
