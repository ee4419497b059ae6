import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseCommand } from '@yimen/core/casework';
import { day } from '@yimen/kernel';
import { act, attempt, cast, expertReview, intake, proposed, queue, view } from '../../test/cases.ts';
import { commandId, fileCommand, intakeCommands, openHall, type TestHall } from '../../test/hall.ts';
import { importNotice } from '../calendar/index.ts';
import { lapseSilentCases, rederiveCases } from './index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const dueOf = async (caseId: string, kind: string) =>
  (await view(hall, cast.supervisor, caseId)).clocks.find((clock) => clock.kind === kind);

const wordsOf = async (caseId: string, kind: string): Promise<string> =>
  (await dueOf(caseId, kind))?.words.zh.join('') ?? '';

describe('silence (Art. 32)', () => {
  test('five working days without a word are acceptance, dated back to receipt, once, with its breach on record', async () => {
    hall.at('2026-03-02');
    const file = fileCommand();
    const commands: CaseCommand[] = [file, { type: 'receive', materials: file.materials }];
    const response = await hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands });
    const { caseId } = response.json<{ caseId: string }>();
    hall.at('2026-03-09', '23:59');
    expect(await lapseSilentCases(hall.world)).toBe(0);
    hall.at('2026-03-10', '00:00');
    const looks = await Promise.all([lapseSilentCases(hall.world), lapseSilentCases(hall.world)]);
    expect(Math.max(...looks)).toBe(1);
    const seen = await view(hall, cast.supervisor, caseId);
    expect(seen.stage).toBe('examining');
    expect(seen.entries.filter(({ type }) => type === 'caseAccepted')).toHaveLength(1);
    expect(seen.breaches).toMatchObject([{ rule: 'silentOnAcceptance' }]);
    // Seven working days from receipt: the law counts on as if nothing had happened.
    expect(await dueOf(caseId, 'decisionStatutory')).toMatchObject({ startedOn: '2026-03-02', due: '2026-03-11' });
    await hall.makePapers(caseId);
    const papers = (await view(hall, cast.clerk, caseId)).papers.map(({ kind, state }) => `${kind} ${state}`);
    expect(papers).toEqual(['receipt ready', 'acceptanceNotice ready']);
  });

  test('a case answered in time is never looked at again', async () => {
    hall.at('2026-03-02');
    await intake(hall);
    hall.at('2026-03-20');
    expect(await lapseSilentCases(hall.world)).toBe(0);
  });
});

describe('time that does not count (Art. 45)', () => {
  test('an expert review whose notice is served moves the due day by the working days it took', async () => {
    hall.at('2026-03-02');
    const { itemId, officer } = expertReview();
    const { caseId } = await intake(hall, itemId);
    const before = await dueOf(caseId, 'decisionStatutory');
    hall.at('2026-03-04');
    await act(hall, officer, caseId, {
      type: 'startSpecialProcedure',
      procedure: 'expertReview',
      reason: '技术方案需要专家评审',
      plannedDays: 5,
      servedOn: day('2026-03-04'),
      servedBy: 'inPerson',
      officers: [],
    });
    hall.at('2026-03-05');
    expect(await dueOf(caseId, 'decisionPromised')).toMatchObject({ state: 'suspended' });
    const row = (await queue(hall, cast.supervisor, '?scope=all&light=paused')).rows.find(
      (one) => one.caseId === caseId,
    );
    expect(row?.light).toBe('paused');
    hall.at('2026-03-09');
    await act(hall, officer, caseId, {
      type: 'endSpecialProcedure',
      procedureId: 'sp-1',
      receivedOn: day('2026-03-09'),
      result: '评审通过',
    });
    // After 4 March up to and including 9 March: Thursday, Friday and Monday do not count.
    const after = await dueOf(caseId, 'decisionStatutory');
    const calendar = await hall.world.near.calendar();
    expect(after?.due).toBe(calendar.workingDayAfter(day(String(before?.due)), 3));
    await hall.makePapers(caseId);
    const paper = (await view(hall, cast.supervisor, caseId)).papers.find(
      ({ kind }) => kind === 'specialProcedureNotice',
    );
    expect(paper).toMatchObject({ state: 'ready' });
    const explained = await wordsOf(caseId, 'decisionStatutory');
    expect(explained).toContain(`（告知书${String(paper?.number)}）`);
  });
});

describe('extension (Art. 42)', () => {
  test('is the head’s alone, before the end, once, and is told on paper', async () => {
    hall.at('2026-03-02');
    const { caseId } = await intake(hall, 'drainage-permit');
    const extend = { type: 'extend', days: 5, reason: '案情复杂，需要补充核实' } as const;
    expect((await attempt(hall, cast.chief, caseId, extend)).statusCode).toBe(403);
    const before = await dueOf(caseId, 'decisionStatutory');
    await act(hall, cast.head, caseId, extend);
    const after = await dueOf(caseId, 'decisionStatutory');
    expect([before?.due, after?.due]).toEqual(['2026-03-30', '2026-04-07']);
    expect((await attempt(hall, cast.head, caseId, extend)).json()).toMatchObject({ code: 'extension_used' });
    await hall.makePapers(caseId);
    const kinds = (await view(hall, cast.head, caseId)).papers.map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds).toContain('extensionNotice ready');
  });
});

describe('refusal (Art. 38)', () => {
  test('cannot be proposed without reason and remedies; with them it is sealed, served and never issued', async () => {
    hall.at('2026-03-02');
    const { caseId } = await intake(hall);
    const refusal = {
      type: 'proposeDecision',
      outcome: 'refuse',
      facts: '资金未落实',
      basis: '《建筑法》第八条',
      conditions: [],
    } as const;
    await act(hall, cast.examiner, caseId, {
      type: 'completeStep',
      stepId: 'examine',
      agreed: false,
      opinion: '资金未落实',
    });
    await act(hall, cast.approver, caseId, {
      type: 'completeStep',
      stepId: 'approve',
      agreed: true,
      opinion: '同意审核意见',
    });
    const bare = await attempt(hall, cast.approver, caseId, refusal);
    expect(bare.statusCode).toBe(422);
    expect(bare.json()).toMatchObject({
      code: 'refusal_reason_missing',
      field: 'reason',
      article: '行政许可法第三十八条第二款',
    });
    await act(hall, cast.approver, caseId, {
      ...refusal,
      reason: '未提交满足施工需要的资金安排证明',
      remedies: { reconsiderationBody: '安阳市人民政府', court: '安阳市文峰区人民法院' },
    });
    await act(hall, cast.chief, caseId, { type: 'sign', opinion: '同意' });
    await act(hall, cast.seal, caseId, { type: 'seal' });
    expect((await attempt(hall, cast.seal, caseId, { type: 'issue' })).json()).toMatchObject({
      code: 'nothing_to_issue',
    });
    expect((await queue(hall, cast.delivery)).rows.map((row) => row.caseId)).toContain(caseId);
    await hall.makePapers(caseId);
    const { papers } = await view(hall, cast.seal, caseId);
    expect(papers.at(-1)).toMatchObject({ kind: 'refusalDecision', state: 'ready', number: '安建许不准字〔2026〕1号' });
  });
});

describe('acts that meet', () => {
  test('of 64 signatures on one decision exactly one is made; the others are told that it has changed and how', async () => {
    hall.at('2026-03-02');
    const { caseId } = await intake(hall);
    await proposed(hall, caseId);
    const { revision } = await view(hall, cast.chief, caseId);
    const sign = (): Promise<{ statusCode: number; json: () => unknown }> =>
      hall.as(cast.chief).post(`/desk/cases/${caseId}/acts`, {
        commandId: commandId(),
        revision,
        commands: [{ type: 'sign', opinion: '同意' }],
      });
    const answers = await Promise.all(Array.from({ length: 64 }, sign));
    const codes = answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other);
    expect(codes).toEqual([200, ...Array.from({ length: 63 }, () => 409)]);
    const late = answers.find(({ statusCode }) => statusCode === 409)?.json();
    expect(late).toMatchObject({
      code: 'changed_meanwhile',
      revision: revision + 1,
      changed: [{ title: { zh: '签批决定' } }],
    });
  });

  test('the same command again gets the first answer; another under its id is refused', async () => {
    const commands = intakeCommands();
    const body = { commandId: commandId(), commands };
    const [first, twice] = await Promise.all([
      hall.as(cast.clerk).post('/desk/cases', body),
      hall.as(cast.clerk).post('/desk/cases', body),
    ]);
    const again = await hall.as(cast.clerk).post('/desk/cases', body);
    expect([first.statusCode, twice.statusCode, again.statusCode]).toEqual([201, 201, 201]);
    const made = [first, twice, again].map((answer) => answer.json<{ caseId: string; number: string }>());
    expect(new Set(made.map(({ caseId, number }) => `${caseId} ${number}`)).size).toBe(1);
    const other = await hall.as(cast.clerk).post('/desk/cases', { ...body, commands: commands.slice(0, 1) });
    expect(other.json()).toMatchObject({ status: 409, code: 'command_reused' });
  });

  test('one refused act of several undoes them all', async () => {
    const file = fileCommand();
    const refused = await hall.as(cast.clerk).post('/desk/cases', {
      commandId: commandId(),
      commands: [file, { type: 'receive', materials: [] }, { type: 'accept' }],
    });
    expect(refused.json()).toMatchObject({ code: 'materials_missing', field: 'commands.2.materials' });
    const before = (await queue(hall, cast.supervisor, '?scope=all')).total;
    expect((await queue(hall, cast.supervisor, '?scope=all')).total).toBe(before);
  });
});

describe('a changed calendar', () => {
  const publish = async (id: string, published: string, off: string) => {
    const festivals = [{ name: '临时放假', from: day(off), to: day(off), makeUp: [] }];
    const title = '关于临时调整放假安排的通知（测试）';
    const notice = { id, year: 2026, title, published: day(published), festivals };
    const imported = await importNotice(hall.shell.db, notice, { at: hall.shell.now(), who: 'test' });
    expect(imported).toMatchObject({ outcome: 'taken' });
    await hall.parts.calendar.reload();
    return rederiveCases(hall.world);
  };

  test('moves the due days of open cases and says from when to when, by which notice', async () => {
    hall.at('2026-03-02');
    const { caseId } = await intake(hall);
    expect((await publish('test-2026-extra', '2026-03-02', '2026-03-09')).moved).toBeGreaterThan(0);
    expect((await rederiveCases(hall.world)).cases).toBe(0);
    const seen = await view(hall, cast.supervisor, caseId);
    expect(seen.clocks.find(({ kind }) => kind === 'decisionStatutory')?.due).toBe('2026-03-12');
    const told = seen.entries.filter(({ type }) => type === 'clockMoved').map(({ detail }) => detail);
    expect(told).toContainEqual([
      '2026-03-11 → 2026-03-12',
      expect.stringMatching(/^法定办结时限：依据.*临时调整/u) as string,
    ]);
  });

  test('leaves a case that had ended as its papers said, and moves the one beside it', async () => {
    hall.at('2026-03-02');
    const { caseId } = await intake(hall);
    const { caseId: open } = await intake(hall);
    await act(hall, cast.clerk, caseId, { type: 'withdraw', reason: '书面申请撤回（项目取消）' });
    hall.at('2026-03-03');
    const before = await dueOf(caseId, 'decisionStatutory');
    await publish('test-2026-later', '2026-03-03', '2026-03-10');
    expect(before?.due).toBe('2026-03-12');
    expect(await dueOf(caseId, 'decisionStatutory')).toEqual(before);
    expect((await dueOf(open, 'decisionStatutory'))?.due).toBe('2026-03-13');
  });
});
