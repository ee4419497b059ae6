import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActAnswer, CaseView, Queue, TrackView } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import { commandId, fileCommand, intakeCommands, lines, openHall, type TestHall } from '../../test/hall.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const clerk = 'zhou.min';

async function intake(): Promise<ActAnswer> {
  const response = await hall.as(clerk).post('/desk/cases', { commandId: commandId(), commands: intakeCommands() });
  expect(response.statusCode, response.body).toBe(201);
  return ActAnswer.parse(response.json());
}

async function act(person: string, caseId: string, ...commands: CaseCommand[]): Promise<ActAnswer> {
  const response = await hall.as(person).post(`/desk/cases/${caseId}/acts`, { commandId: commandId(), commands });
  expect(response.statusCode, response.body).toBe(200);
  return ActAnswer.parse(response.json());
}

async function view(person: string, caseId: string): Promise<CaseView> {
  const response = await hall.as(person).get(`/desk/cases/${caseId}`);
  expect(response.statusCode, response.body).toBe(200);
  return CaseView.parse(response.json());
}

async function queue(person: string, query = ''): Promise<Queue> {
  return Queue.parse((await hall.as(person).get(`/desk/queue${query}`)).json());
}

describe('a construction permit, from the counter to the served decision', () => {
  let filed: ActAnswer;

  test('is received and accepted in one go, by a clerk who is authorised for it', async () => {
    filed = await intake();
    expect(filed.number).toMatch(/^260302-00001-\d$/);
    expect(filed.queryCode).toMatch(/^[2-9A-Z]{8}$/);
    const seen = await view(clerk, filed.caseId);
    expect(seen.stage).toBe('examining');
    expect(seen.entries.map(({ type }) => type)).toEqual([
      'applicationFiled',
      'applicationReceived',
      'caseAccepted',
      'stepOpened',
    ]);
    expect(seen.entries[2]?.authorisation).toMatch(/^安建授〔2020〕\d+号$/);
    expect(seen.clocks.find(({ kind }) => kind === 'decisionStatutory')).toMatchObject({ due: '2026-03-11' });
    expect(seen.clocks.find(({ kind }) => kind === 'decisionPromised')).toMatchObject({
      due: '2026-03-06',
      remaining: 4,
    });
  });

  test('asks for its papers in the very commit of the act: a job waits in the queue', async () => {
    const { rows } = await sql<{ payload: { caseId: string } }>`select j.payload
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'documents.make'`.execute(hall.parts.shell.db);
    expect(rows.map(({ payload }) => payload.caseId)).toContain(filed.caseId);
  });

  test('shows where it stands on its flowchart to whoever may see it, and to nobody else', async () => {
    const picture = await hall.as(clerk).get(`/desk/cases/${filed.caseId}/flow.svg?language=en&revision=4`);
    expect([picture.statusCode, picture.body.includes('▶ now')]).toEqual([200, true]);
    expect((await hall.as('liu.yang').get(`/desk/cases/${filed.caseId}/flow.svg`)).statusCode).toBe(404);
  });

  test('waits in the examiner’s queue and in nobody else’s who may not examine it', async () => {
    const mine = await queue('li.qing');
    expect(mine.rows[0]).toMatchObject({ number: filed.number, light: 'green', waitingFor: { act: 'claimStep' } });
    expect((await queue('gao.jun')).rows).toEqual([]);
    expect((await queue(clerk)).rows).toEqual([]);
    expect((await queue('yu.cha', '?scope=all')).rows.map(({ number }) => number)).toContain(filed.number);
  });

  test('is claimed, examined, approved and proposed; the examiner may not approve', async () => {
    await act('li.qing', filed.caseId, { type: 'claimStep', stepId: 'examine' });
    expect((await queue('li.qing')).rows[0]).toMatchObject({ heldByMe: true, waitingFor: { act: 'completeStep' } });
    const answer = await act('li.qing', filed.caseId, {
      type: 'completeStep',
      stepId: 'examine',
      agreed: true,
      opinion: '符合条件',
    });
    expect(answer.acts.find(({ act, on }) => act === 'completeStep' && on === 'approve')?.available).toBe(false);
    await act('wang.lei', filed.caseId, { type: 'completeStep', stepId: 'approve', agreed: true, opinion: '同意' });
    await act('wang.lei', filed.caseId, {
      type: 'proposeDecision',
      outcome: 'grant',
      facts: '申请材料齐全，符合法定条件。',
      basis: '《中华人民共和国建筑法》第八条',
      conditions: [],
    });
    expect((await queue('zhao.yan')).rows[0]).toMatchObject({ waitingFor: { act: 'sign' } });
  });

  test('is signed only under a valid authorisation, sealed, issued, served, closed', async () => {
    const former = await hall.as('qian.guo').post(`/desk/cases/${filed.caseId}/acts`, {
      commandId: commandId(),
      commands: [{ type: 'sign', opinion: '同意' }],
    });
    expect(former.statusCode).toBe(403);
    expect(former.json()).toMatchObject({
      code: 'authorisation_ended',
      words: { zh: expect.stringMatching(/^授权书已经到期。（安建授〔\d+〕\d+号）$/u) as string },
    });
    await act('zhao.yan', filed.caseId, { type: 'sign', opinion: '同意' });
    await act('qin.lan', filed.caseId, { type: 'seal' });
    await act('qin.lan', filed.caseId, { type: 'issue', licenceNumber: '410500202603020101' });
    await act('tan.song', filed.caseId, {
      type: 'serve',
      method: 'inPerson',
      receiver: fileCommand().applicant.name,
      receiverIsApplicant: true,
      servedOn: hall.today(),
      proof: '申请人在送达回证上签收',
    });
    await act('tan.song', filed.caseId, { type: 'close' });
    expect((await view(clerk, filed.caseId)).stage).toBe('closed');
  });

  test('its papers are numbered by authority, nature and year, sealed, verifiable and in the case file', async () => {
    await hall.makePapers(filed.caseId);
    const { papers } = await view(clerk, filed.caseId);
    expect(papers.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'receipt ready',
      'acceptanceNotice ready',
      'grantDecision ready',
      'licence ready',
      'proofOfService ready',
    ]);
    // The seal of a licence stands on its face, not on a page of its own.
    expect(papers.find(({ kind }) => kind === 'licence')?.pages).toBe(1);
    const decision = papers.find(({ kind }) => kind === 'grantDecision');
    expect(decision?.number).toBe('安建许准字〔2026〕1号');
    const pdf = await hall.as(clerk).get(`/desk/cases/${filed.caseId}/papers/${decision?.paperId ?? ''}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const checked = await hall.anybody().get(`/verification/${decision?.verificationCode ?? ''}`);
    expect(checked.json()).toMatchObject({ state: 'genuine', number: '安建许准字〔2026〕1号', demonstration: true });
    expect(checked.body).not.toContain('安阳演示建设工程');
    const file = await hall.as(clerk).get(`/desk/cases/${filed.caseId}/file.pdf`);
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(lines).toEqual([]);
  });

  test('its applicant follows it with number and query code, in plain words, and rates it once', async () => {
    const grant = await hall.anybody().post('/tracking', { number: filed.number, queryCode: filed.queryCode ?? '' });
    const { token } = grant.json<{ token: string }>();
    const mine = hall.anybody(token);
    const track = TrackView.parse((await mine.get(`/tracking/${filed.number}`)).json());
    expect(track.timeline.map(({ code }) => code)).toEqual(['received', 'accepted', 'examining', 'decided', 'served']);
    expect(track).toMatchObject({
      promisedDue: '2026-03-06',
      statutoryDue: '2026-03-11',
      canRate: true,
      canWithdraw: false,
    });
    expect(JSON.stringify(track)).not.toContain('li.qing');
    const rating = { commandId: commandId(), level: 5, comment: '很快' };
    expect((await mine.post(`/tracking/${filed.number}/rating`, rating)).json()).toMatchObject({ level: 5 });
    expect((await mine.post(`/tracking/${filed.number}/rating`, rating)).statusCode).toBe(200);
    const again = await mine.post(`/tracking/${filed.number}/rating`, { ...rating, commandId: commandId(), level: 1 });
    expect(again.json()).toMatchObject({ code: 'already_rated' });
    expect((await hall.as('li.qing').get(`/desk/cases/${filed.caseId}`)).body).not.toContain('很快');
  });

  test('the snapshot beside it equals the fold of its whole stream', async () => {
    const { fold, initialState } = await import('@yimen/core/casework');
    const { readStream } = await import('../../platform/ledger/index.ts');
    const { caseEntryOf } = await import('./view/entries.ts');
    const stored = await readStream(hall.shell.db, { jurisdiction: '410500', stream: `case:${filed.caseId}` });
    const { rows } = await sql<{ state: object; revision: number }>`select state, revision from casework.cases
      where case_id = ${filed.caseId}`.execute(hall.shell.db);
    expect(rows[0]?.state).toEqual(JSON.parse(JSON.stringify(fold(stored.map(caseEntryOf), initialState))));
    expect(rows[0]?.revision).toBe(stored.length);
  });
});
