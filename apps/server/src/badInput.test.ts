import { ActAnswer, Problem } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import { applicantOf } from '@yimen/demo';
import { day } from '@yimen/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, attempt, cast, expertReview, intake, proposed, view } from './test/cases.ts';
import { commandId, fileCommand, openHall, type TestHall } from './test/hall.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 60_000);
afterAll(() => hall.close());

interface Told {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  readonly article?: string;
}

/** Refused as expected, in Chinese and in English, with nothing left unsaid. */
function refused(reply: LightMyRequestResponse, { status, code, field, article }: Told): Problem {
  expect(reply.headers['content-type'], reply.body).toContain('application/problem+json');
  const problem = Problem.parse(reply.json());
  expect([reply.statusCode, problem.status, problem.code, problem.field]).toEqual([status, status, code, field]);
  expect(problem.words.zh).toMatch(/\p{Script=Han}/u);
  // The number of an authorisation stays as it is printed, in either language.
  expect(problem.words.en).toMatch(/^[A-Z][^{}]*[a-z]{2}[^{}]*$/);
  expect(problem.article ?? '').toContain(article ?? '');
  return problem;
}

const file = (commands: readonly object[]) =>
  hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands });
const accepted = async (itemId?: string): Promise<string> => (await intake(hall, itemId)).caseId;

describe('what does not fit the case', () => {
  test('an item nobody publishes', async () => {
    const command = { ...fileCommand(), itemId: 'no-such-item' };
    refused(await file([command]), { status: 404, code: 'unknown_item', field: 'itemId' });
  });
  test('an act at the wrong stage, and a seal before the signature', async () => {
    const caseId = await accepted();
    refused(await attempt(hall, cast.clerk, caseId, { type: 'accept' }), { status: 409, code: 'wrong_stage' });
    await proposed(hall, caseId);
    refused(await attempt(hall, cast.seal, caseId, { type: 'seal' }), { status: 409, code: 'wrong_stage' });
  });
  test('a revision that is no longer the last says what changed and who did it', async () => {
    const { caseId, revision } = await intake(hall);
    await act(hall, cast.examiner, caseId, { type: 'claimStep', stepId: 'examine' });
    const body = {
      commandId: commandId(),
      revision,
      commands: [{ type: 'releaseStep', stepId: 'examine', reason: '出差' }],
    };
    const reply = await hall.as(cast.examiner).post(`/desk/cases/${caseId}/acts`, body);
    const { changed, revision: now } = refused(reply, { status: 409, code: 'changed_meanwhile' });
    expect(now).toBe(revision + 1);
    expect(changed).toMatchObject([{ revision: revision + 1, title: { en: expect.stringMatching(/./) as string } }]);
  });
  test('a second correction notice', async () => {
    const defects = [{ requirementId: 'safety', defect: '未提交', standard: '三方盖章' }];
    const notice = { type: 'notifyCorrection', defects, contact: '周敏 0372-0000100' } as const;
    const { caseId } = await intake(hall, undefined, notice);
    const once = { status: 409, code: 'correction_already_asked', article: '第三十二条' };
    refused(await attempt(hall, cast.clerk, caseId, notice), once);
    const materials = [{ requirementId: 'safety', copies: 1, form: 'original' } as const];
    await act(hall, cast.clerk, caseId, { type: 'deliverCorrection', materials, complete: true });
    refused(await attempt(hall, cast.clerk, caseId, notice), once);
  });
  test('the same command id with another body', async () => {
    const caseId = await accepted();
    const id = commandId();
    const send = (reason: string) =>
      hall
        .as(cast.clerk)
        .post(`/desk/cases/${caseId}/acts`, { commandId: id, commands: [{ type: 'withdraw', reason }] });
    expect((await send('项目取消')).statusCode).toBe(200);
    refused(await send('另有原因'), { status: 409, code: 'command_reused' });
  });
});

describe('what the law does not let stop or move the time', () => {
  test('a suspension without basis, without the time told, and a visit by one officer', async () => {
    const start = {
      type: 'startSpecialProcedure',
      procedure: 'expertReview',
      reason: '技术复杂',
      plannedDays: 5,
      servedOn: day('2026-03-02'),
      servedBy: 'inPerson',
      officers: [],
    } as const satisfies CaseCommand;
    const caseId = await accepted();
    const of = (article: string, field: string, code: string): Told => ({ status: 422, code, field, article });
    refused(
      await attempt(hall, cast.examiner, caseId, start),
      of('第四十五条', 'procedure', 'special_procedure_not_allowed'),
    );
    const visit = { ...start, procedure: 'siteVisit', officers: [cast.examiner as never] } as const;
    refused(await attempt(hall, cast.examiner, caseId, visit), of('第三十四条', 'officers', 'two_officers_needed'));
    const { itemId, officer } = expertReview();
    const reviewed = await accepted(itemId);
    const untold = await attempt(hall, officer, reviewed, { ...start, plannedDays: 0 });
    refused(untold, of('第四十五条', 'plannedDays', 'planned_days_missing'));
    const tomorrow = await attempt(hall, officer, reviewed, { ...start, servedOn: day('2026-03-03') });
    refused(tomorrow, { status: 422, code: 'day_out_of_range', field: 'servedOn' });
  });
  test('an extension by the wrong person, without reason, or too late', async () => {
    hall.at('2026-03-02');
    const caseId = await accepted('drainage-permit');
    const extend = { type: 'extend', days: 5, reason: '案情复杂' } as const;
    refused(await attempt(hall, cast.chief, caseId, extend), { status: 403, code: 'no_authorisation' });
    const silent = await attempt(hall, cast.head, caseId, { ...extend, reason: ' ' });
    refused(silent, { status: 422, code: 'reason_missing', field: 'reason' });
    hall.at('2026-05-06');
    refused(await attempt(hall, cast.head, caseId, extend), {
      status: 409,
      code: 'extension_too_late',
      article: '第四十二条',
    });
    hall.at('2026-03-02');
  });
});

describe('what one person may not do', () => {
  const refusal = {
    type: 'proposeDecision',
    outcome: 'refuse',
    facts: '资金未落实',
    basis: '《建筑法》第八条',
    conditions: [],
  } as const;

  test('refuse without reason or remedies', async () => {
    const caseId = await accepted();
    await proposed(hall, caseId);
    const bare = refused(await attempt(hall, cast.approver, caseId, refusal), {
      status: 422,
      code: 'refusal_reason_missing',
      field: 'reason',
      article: '第三十八条',
    });
    expect(bare.fields?.map(({ field }) => field)).toEqual(['reason', 'remedies']);
    const nowhere = await attempt(hall, cast.approver, caseId, { ...refusal, reason: '资金未落实' });
    refused(nowhere, { status: 422, code: 'remedies_missing', field: 'remedies', article: '第三十八条' });
  });
  test('sign without authorisation, or after it ended', async () => {
    const caseId = await accepted();
    await proposed(hall, caseId);
    const sign = { type: 'sign', opinion: '同意' } as const;
    refused(await attempt(hall, cast.approver, caseId, sign), { status: 403, code: 'no_authorisation' });
    refused(await attempt(hall, 'qian.guo', caseId, sign), { status: 403, code: 'authorisation_ended' });
    expect((await view(hall, cast.chief, caseId)).stage).toBe('deciding');
  });
  test('approve what one has received, even from a post that may approve', async () => {
    // On loan to the back office: the separation is of the case, not of the post.
    await sql`insert into people.posting (jurisdiction, person, post, rank, from_day)
      select jurisdiction, ${cast.clerk}, post, 'B', from_day from people.posting
      where post = 'zhujian-approver' limit 1`.execute(hall.shell.db);
    const caseId = await accepted();
    await act(hall, cast.examiner, caseId, {
      type: 'completeStep',
      stepId: 'examine',
      agreed: true,
      opinion: '符合条件',
    });
    const approve = { type: 'completeStep', stepId: 'approve', agreed: true, opinion: '同意' } as const;
    refused(await attempt(hall, cast.clerk, caseId, approve), { status: 409, code: 'receiver_may_not_examine' });
  });
});

describe('what people type', () => {
  const permit = 'drainage-permit';
  const person = { ...fileCommand(permit), applicant: applicantOf('citizen-1') };
  const with_ = (more: object) => file([{ ...person, applicant: { ...person.applicant, ...more } }]);

  test.each(['明天', '2026-3-2', '2026-02-30', '2025-02-29', '2026-13-01', '2026-03-02T00:00:00Z'])(
    'the day %s',
    async (servedOn) => {
      const serve = {
        type: 'serve',
        method: 'post',
        receiver: '王',
        receiverIsApplicant: true,
        servedOn,
        proof: '回执',
      };
      const reply = await hall
        .as(cast.delivery)
        .post('/desk/cases/x/acts', { commandId: commandId(), commands: [serve] });
      refused(reply, { status: 422, code: 'invalid', field: 'commands.0.servedOn' });
    },
  );
  test.each([
    ['residentId', '410108199003070018'],
    ['residentId', '410108199002300010'],
    ['residentId', '41010819900307001'],
    ['passport', 'E1'],
    ['hkMacaoTaiwanResidence', '410108199003070017'],
  ])('%s %s is not right', async (paper, paperNumber) => {
    const reply = await with_({ paper, paperNumber });
    refused(reply, { status: 422, code: 'identity_invalid', field: 'applicant.paperNumber' });
  });
  test.each([
    // 海门 was 320625 and then 320684 before it became 320614: a code of old times is right.
    ['residentId', '320625199001010012'],
    ['residentId', '61092419851231002X'],
    ['passport', 'E12345678'],
    ['hkMacaoPermit', 'H12345678'],
    ['taiwanPermit', '12345678'],
    ['foreignPermanentResidence', 'USA123456789012'],
  ])('%s %s is taken', async (paper, paperNumber) => {
    expect((await with_({ paper, paperNumber })).statusCode).toBe(201);
  });
  test('a credit code whose check character is wrong', async () => {
    const company = { ...applicantOf('company-1'), creditCode: '11440100007483172P' };
    const reply = await file([{ ...fileCommand(), applicant: company }]);
    refused(reply, { status: 422, code: 'credit_code_invalid', field: 'applicant.creditCode' });
  });
  test('a name that is a script is kept as the text it is', async () => {
    const name = '<script>alert(1)</script>';
    const made = ActAnswer.parse((await with_({ name })).json());
    const shown = await hall.as(cast.clerk).get(`/desk/cases/${made.caseId}`);
    expect(shown.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(shown.json()).toMatchObject({ applicant: { name } });
  });
  test('a name that is empty, blank, or of ten thousand characters', async () => {
    const field = 'commands.0.applicant.name';
    for (const name of ['', '长'.repeat(10_000)])
      refused(await with_({ name }), { status: 422, code: 'invalid', field });
    refused(await with_({ name: '  ' }), { status: 422, code: 'text_missing', field: 'applicant.name' });
  });
});

describe('numbers of others', () => {
  test('a token opens one case, and another department sees none', async () => {
    const [mine, other] = [await intake(hall), await intake(hall)];
    const asked = { number: mine.number, queryCode: mine.queryCode };
    const { token } = (await hall.anybody().post('/tracking', asked)).json<{ token: string }>();
    refused(await hall.anybody(token).get(`/tracking/${other.number}`), { status: 404, code: 'not_found' });
    refused(await hall.as('xu.wen').get(`/desk/cases/${other.caseId}`), { status: 404, code: 'not_found' });
  });

  test('ten thousand guesses in a row tell nothing of anybody and are slowed to sixty a minute', async () => {
    const { number } = await intake(hall);
    const said = new Map<number, number>();
    const bodies = new Set<string>();
    for (let guess = 0; guess < 10_000; guess += 1) {
      const payload = {
        number: guess % 2 === 0 ? number : `260302-${String(guess).padStart(5, '0')}-0`,
        queryCode: 'ABCDEFGH',
      };
      const reply = await hall.app.inject({
        method: 'POST',
        url: '/api/v1/tracking',
        payload,
        remoteAddress: '10.77.0.1',
      });
      said.set(reply.statusCode, (said.get(reply.statusCode) ?? 0) + 1);
      const { requestId: _id, ...body } = reply.json<Record<string, unknown>>();
      bodies.add(JSON.stringify(body));
    }
    const tried = said.get(401) ?? 0;
    // A second minute may begin while they are sent.
    expect(tried).toBeLessThanOrEqual(180);
    expect(tried + (said.get(429) ?? 0)).toBe(10_000);
    // Two answers in all, the same for a number that exists and one that does not.
    expect([...bodies].map((body) => Problem.parse(JSON.parse(body)).code).toSorted()).toEqual([
      'not_tracking',
      'too_many',
    ]);
  }, 120_000);
});
