import { Queue, Revealed } from '@yimen/contract';
import { personId } from '@yimen/core/people';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, cast, view } from '../../test/cases.ts';
import { commandId, fileCommand, openHall, type TestHall } from '../../test/hall.ts';

const PHONE = '13907215566';
const AGENT = { name: '代办人', paper: 'residentId', paperNumber: '11010519491231002X', phone: '13607215577' } as const;
let hall: TestHall;
let caseId: string;

beforeAll(async () => {
  hall = await openHall();
  const file = fileCommand();
  const applicant = { ...file.applicant, phone: PHONE, agent: { ...AGENT, mandate: '授权委托书' } };
  const filed = { ...file, applicant, answers: { ...file.answers, chargePhone: PHONE } };
  const commands = [filed, { type: 'receive', materials: file.materials }, { type: 'accept' }];
  const answer = await hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands });
  expect(answer.statusCode, answer.body).toBe(201);
  ({ caseId } = answer.json<{ caseId: string }>());
}, 60_000);
afterAll(() => hall.close());

const ask = (person: string, field: string, reason = '核对申请人电话') =>
  hall.as(person).post(`/desk/cases/${caseId}/reveals`, { field, reason });

const access = async () =>
  (
    await sql<{ type: string; actor: { person: string }; body: Record<string, unknown> }>`select type, actor, body
      from ledger.entries where stream = ${`access:${caseId}`} order by revision`.execute(hall.shell.db)
  ).rows;

describe('numbers on screens', () => {
  test('come masked from the server, in the applicant, the agent and the answers', async () => {
    const shown = await view(hall, cast.examiner, caseId);
    expect(shown.applicant.phone).toBe('139****5566');
    expect(shown.applicant.agent).toMatchObject({ paperNumber: '1101**********002X', phone: '136****5577' });
    expect(shown.answers['chargePhone']).toBe('139****5566');
    expect(shown.revealable).toEqual([
      'applicant.phone',
      'applicant.agent.paperNumber',
      'applicant.agent.phone',
      'answers.chargePhone',
    ]);
    expect((await view(hall, cast.supervisor, caseId)).revealable).toEqual([]);
    expect(JSON.stringify(shown)).not.toMatch(/13907215566|13607215577|11010519491231002X|sealed:/);
  });

  test('find the case when typed exactly, with or without blanks, and not in part', async () => {
    const found = async (q: string) =>
      Queue.parse((await hall.as(cast.examiner).get(`/desk/search?q=${encodeURIComponent(q)}`)).json()).total;
    expect(
      await Promise.all([PHONE, '139 0721 5566', AGENT.paperNumber.toLowerCase(), AGENT.phone].map(found)),
    ).toEqual([1, 1, 1, 1]);
    expect(await found('1390721556')).toBe(0);
  });
});

describe('a reveal', () => {
  test('tells one number in full, and who asked, for what, why and from where is on record first', async () => {
    const answer = await ask(cast.examiner, 'applicant.phone');
    expect(Revealed.parse(answer.json())).toEqual({ field: 'applicant.phone', value: PHONE, seconds: 60 });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await access()).toMatchObject([
      {
        type: 'fieldRevealed',
        actor: { person: cast.examiner },
        body: { field: 'applicant.phone', reason: '核对申请人电话', from: '127.0.0.1' },
      },
    ]);
  });

  test('is refused without a reason, for a field there is not, and to whoever does not handle the case', async () => {
    const before = (await access()).length;
    expect((await ask(cast.examiner, 'applicant.phone', '  ')).statusCode).toBe(422);
    expect((await ask(cast.examiner, 'applicant.name')).statusCode).toBe(422);
    expect((await ask(cast.examiner, 'answers.nothing')).statusCode).toBe(422);
    const watching = await ask(cast.supervisor, 'applicant.phone');
    expect([watching.statusCode, watching.json<{ code: string }>().code]).toEqual([403, 'not_handling']);
    expect(await access()).toHaveLength(before);
  });
});

test('the case file and every paper taken away is on record', async () => {
  await hall.makePapers(caseId);
  const before = (await access()).length;
  expect((await hall.as(cast.examiner).get(`/desk/cases/${caseId}/file.pdf`)).statusCode).toBe(200);
  const { papers } = await view(hall, cast.examiner, caseId);
  const paperId = papers[0]?.paperId ?? '';
  expect((await hall.as(cast.examiner).get(`/desk/cases/${caseId}/papers/${paperId}.pdf`)).statusCode).toBe(200);
  expect((await access()).slice(before)).toMatchObject([
    { type: 'caseFileExported', actor: { person: cast.examiner } },
    { type: 'fileDownloaded', body: { paperId } },
  ]);
});

test('those sent on a review must be of the department, and the refusal names their field', async () => {
  const start = {
    type: 'startSpecialProcedure',
    procedure: 'expertReview',
    reason: '技术复杂',
    plannedDays: 5,
    servedOn: hall.today(),
    servedBy: 'inPerson',
    officers: [personId(cast.examiner), personId('nobody.here')],
  } as const;
  const refused = await attempt(hall, cast.approver, caseId, start);
  expect([refused.statusCode, refused.json<{ field?: string }>().field]).toEqual([422, 'officers']);
});
