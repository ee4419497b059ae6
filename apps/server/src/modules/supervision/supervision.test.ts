import { randomBytes } from 'node:crypto';
import { Board, CardDuty, CardList, CardView, FiguresAnswer, RowsAnswer } from '@yimen/contract';
import { millisOf } from '@yimen/kernel';
import { anyang } from '@yimen/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cast, intake, proposed } from '../../test/cases.ts';
import { connect } from '../../platform/database/index.ts';
import { commandId, openHall, type TestHall } from '../../test/hall.ts';
import { asSupervisor } from './asSupervisor.ts';
import { boardOf } from './board.ts';
import { heartbeatOf, lookAtCards, recountCards } from './index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

/** The ledger is read to its end and everything due is raised. */
async function look(): Promise<void> {
  while ((await lookAtCards(hall.supervision)) > 0);
}

async function cards(person: string, query = ''): Promise<CardList> {
  const response = await hall.as(person).get(`/desk/supervision/cards${query}`);
  expect(response.statusCode, response.body).toBe(200);
  return CardList.parse(response.json());
}

async function card(person: string, cardId: string): Promise<CardView> {
  const response = await hall.as(person).get(`/desk/supervision/cards/${cardId}`);
  expect(response.statusCode, response.body).toBe(200);
  return CardView.parse(response.json());
}

const acting = (person: string, cardId: string, command: object) =>
  hall.as(person).post(`/desk/supervision/cards/${cardId}/acts`, { commandId: commandId(), command });

async function done(person: string, cardId: string, command: object): Promise<void> {
  const response = await acting(person, cardId, command);
  expect(response.statusCode, response.body).toBe(200);
}

const urge = (person: string, caseId: string) =>
  hall
    .as(person)
    .post('/desk/supervision/urgings', { commandId: commandId(), caseId, question: '何时办结？', answerDays: 2 });

const ofRule = (list: CardList, rule: string, level: string) =>
  list.rows.find((row) => row.rule === rule && row.level === level);

describe('a promise that is not kept', () => {
  let caseId = '';
  test('raises a warning, then a yellow card that takes its place, each once', async () => {
    hall.at('2026-03-02');
    ({ caseId } = await intake(hall));
    await look();
    hall.at('2026-05-20');
    await look();
    await look();
    const found = (await cards(cast.supervisor, `?caseId=${caseId}`)).rows;
    expect(new Set(found.map(({ cardId }) => cardId)).size).toBe(found.length);
    expect(ofRule({ total: 0, rows: found }, 'T03', 'yellow')?.phase).toBe('explanation');
    expect(ofRule({ total: 0, rows: found }, 'T03', 'warning')?.phase).toBe('closed');
    const { rows } = await sql<{ raised: number; cards: number }>`select
        (select count(*)::int from ledger.entries where type = 'cardRaised') as raised,
        (select count(*)::int from supervision.cards) as cards`.execute(hall.shell.db);
    expect(rows[0]?.raised).toBe(rows[0]?.cards);
  });
  test('shows its rule, article, counting and evidence', async () => {
    const found = ofRule(await cards(cast.supervisor, `?caseId=${caseId}`), 'T03', 'yellow');
    const shown = await card(cast.supervisor, found?.cardId ?? '');
    expect(shown.basis).toEqual({ law: '优化营商环境条例', article: '第三十六条' });
    expect(shown.working.map(({ zh }) => zh).join('')).toMatch(/期限 \d+ 个工作日，自 2026年3月2日 起算/);
    expect(shown.evidence.length).toBeGreaterThan(0);
    expect(shown.life.map(({ title }) => title.zh)).toEqual(['发牌', '通知']);
  });
  test('is explained by its department, appealed, upheld by a supervisor, rectified and closed, with points', async () => {
    const { cardId = '' } = ofRule(await cards(cast.supervisor, `?caseId=${caseId}`), 'T03', 'yellow') ?? {};
    expect((await acting(cast.supervisor, cardId, { type: 'uphold', reason: '超期' })).json()).toMatchObject({
      code: 'explanation_running',
    });
    expect((await hall.as('tan.song').get(`/desk/supervision/cards/${cardId}`)).statusCode).toBe(404);
    await done(cast.examiner, cardId, { type: 'explain', text: '等待上级批复' });
    await done(cast.head, cardId, { type: 'appeal', ground: 'outage', text: '五月十八日系统停机' });
    expect((await acting(cast.head, cardId, { type: 'uphold', reason: '超期' })).json()).toMatchObject({
      code: 'card_not_supervisor',
    });
    await done(cast.supervisor, cardId, { type: 'uphold', reason: '停机半日，不足以免责' });
    await done(cast.head, cardId, { type: 'reportRectification', text: '已办结', proof: '整改报告〔2026〕3号' });
    await done(cast.supervisor, cardId, { type: 'acceptRectification', reason: '属实' });
    const closed = await card(cast.supervisor, cardId);
    expect(closed).toMatchObject({ phase: 'closed', verdict: 'upheld', points: 5 });
    expect(closed.life.map(({ title }) => title.zh)).toEqual([
      '发牌',
      '通知',
      '说明',
      '申诉',
      '认定成立',
      '计分',
      '报告整改',
      '整改验收通过',
      '了结',
    ]);
    expect((await acting(cast.examiner, cardId, { type: 'explain', text: '再说' })).json()).toMatchObject({
      code: 'card_closed',
    });
  });
  test('a silent card goes up by role', async () => {
    const { cardId = '' } = ofRule(await cards(cast.supervisor, `?caseId=${caseId}`), 'T03', 'red') ?? {};
    hall.at('2026-05-26');
    await look();
    expect((await card(cast.supervisor, cardId)).life.at(-1)).toMatchObject({
      title: { zh: '升级催办' },
      lines: ['逾期未作说明，报部门负责人'],
    });
  });
});

describe('the board', () => {
  test('every number opens exactly its rows', async () => {
    await intake(hall);
    await look();
    const board = Board.parse((await hall.as(cast.supervisor).get('/desk/supervision/board')).json());
    for (const figure of ['waiting', 'inHand', 'dueToday', 'overdue', 'paused'] as const) {
      const response = await hall.as(cast.supervisor).get(`/desk/supervision/rows?figure=${figure}`);
      expect(RowsAnswer.parse(response.json()).total, figure).toBe(board.total[figure]);
    }
    for (const level of ['warning', 'yellow', 'red'] as const) {
      expect((await cards(cast.supervisor, `?open=true&level=${level}`)).total, level).toBe(board.total[level]);
    }
    expect(board.scheduler.silent).toBe(false);
  });
  test('shows a head their own department, and a clerk nothing', async () => {
    const board = Board.parse((await hall.as(cast.head).get('/desk/supervision/board')).json());
    expect(board.departments.map(({ authority }) => authority)).toEqual(['zhujian']);
    expect((await hall.as(cast.clerk).get('/desk/supervision/board')).statusCode).toBe(403);
    const other = await hall.as(cast.head).get('/desk/supervision/rows?figure=inHand&authority=shuili');
    expect(RowsAnswer.parse(other.json()).total).toBe(0);
  });
  test('month figures come with their formula', async () => {
    const answer = FiguresAnswer.parse(
      (await hall.as(cast.supervisor).get('/desk/supervision/figures?from=2026-03-01&to=2026-05-31')).json(),
    );
    expect(answer.figures.find(({ key }) => key === 'accepted')?.value).toBe(2);
    expect(answer.figures.every(({ formula }) => formula.zh !== '' && formula.en !== '')).toBe(true);
  });
  test('urging is answered and settled', async () => {
    const { caseId } = await intake(hall);
    await look();
    const urged = await hall
      .as(cast.supervisor)
      .post('/desk/supervision/urgings', { commandId: commandId(), caseId, question: '何时办结？', answerDays: 2 });
    expect(urged.statusCode, urged.body).toBe(200);
    const { cardId } = urged.json<{ cardId: string }>();
    await done(cast.head, cardId, { type: 'explain', text: '三日内办结' });
    await done(cast.supervisor, cardId, { type: 'settle', reason: '已答复' });
    expect((await card(cast.supervisor, cardId)).points).toBe(0);
  });
  test('an answer after its day is taken and says that it is late', async () => {
    const { caseId } = await intake(hall);
    await look();
    const urged = await urge(cast.chief, caseId);
    expect(urged.statusCode, urged.body).toBe(200);
    const { cardId } = urged.json<{ cardId: string }>();
    expect(await card(cast.head, cardId)).toMatchObject({ answer: 'awaited', question: '何时办结？' });
    expect(CardDuty.parse((await hall.as(cast.head).get('/desk/supervision/duty')).json()).urgings).toBeGreaterThan(0);
    hall.days(14);
    await look();
    expect(await card(cast.head, cardId)).toMatchObject({ answer: 'overdue' });
    await done(cast.head, cardId, { type: 'explain', text: '明日办结' });
    expect(await card(cast.chief, cardId)).toMatchObject({ answer: 'answeredLate', mine: true });
  });
  test('is for whoever answers for the case, and not for a case that has ended', async () => {
    const { caseId } = await intake(hall, undefined, { type: 'withdraw', reason: '不办了' });
    await look();
    expect((await urge(cast.supervisor, caseId)).json()).toMatchObject({ code: 'urge_case_ended' });
    expect((await urge('jiang.tao', caseId)).statusCode).toBe(404);
    expect((await urge(cast.clerk, caseId)).statusCode).toBe(403);
  });
});

describe('nothing lost, nothing twice', () => {
  test('a jump of an hour forward and back loses and doubles none', async () => {
    hall.at('2026-06-01', '09:00');
    const { caseId } = await intake(hall);
    await look();
    hall.at('2026-08-03', '18:30');
    await look();
    hall.at('2026-08-03', '16:30');
    await look();
    hall.at('2026-08-03', '17:31');
    await look();
    const found = await cards(cast.supervisor, `?caseId=${caseId}`);
    const keys = found.rows.map(({ rule, level, about }) => `${rule} ${level} ${about.zh}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(3);
  });
  test('two workers at once, after an outage of months, raise each card once', async () => {
    const { caseId } = await intake(hall);
    hall.at('2026-11-02');
    await Promise.all([look(), look()].map((looking) => looking.catch(() => look())));
    await look();
    const found = await cards(cast.supervisor, `?caseId=${caseId}`);
    expect(ofRule(found, 'T04', 'red')).toBeDefined();
    const { rows } = await sql<{ doubled: number }>`select count(*)::int as doubled from
      (select stream from ledger.entries where type = 'cardRaised' group by stream having count(*) > 1) d`.execute(
      hall.shell.db,
    );
    expect(rows[0]?.doubled).toBe(0);
  });
  test('an independent recount finds the cards there should be, and none besides', async () => {
    hall.at('2026-11-03');
    const other = await intake(hall);
    await proposed(hall, other.caseId);
    await act(hall, cast.chief, other.caseId, { type: 'sign', opinion: '同意' });
    await look();
    hall.at('2026-11-04');
    await look();
    const recount = await recountCards(hall.supervision, anyang);
    expect(recount.expected).toBeGreaterThan(10);
    expect({ missing: recount.missing, unexplained: recount.unexplained }).toEqual({ missing: [], unexplained: [] });
  });
  test('a scheduler silent for two minutes is an alarm', async () => {
    expect(await heartbeatOf(hall.supervision)).toMatchObject({ silent: false });
    const later = {
      shell: { ...hall.shell, realNow: () => new Date(millisOf(hall.shell.now()) + 121_000).toISOString() as never },
    };
    expect(await heartbeatOf(later)).toMatchObject({ silent: true });
  });
  test('the board reads by a login of the supervising body, which can change nothing', async () => {
    const login = `watch_${randomBytes(6).toString('hex')}`;
    const admin = connect<unknown>({ connectionString: hall.adminConnectionString, applicationName: 'test' });
    await sql.raw(`create role ${login} login password 'secret' in role yimen_supervisor`).execute(admin.kysely);
    const url = Object.assign(new URL(hall.adminConnectionString), { username: login, password: 'secret' });
    const reading = connect<unknown>({ connectionString: url.href, applicationName: 'test' });
    try {
      const there = { ...hall.supervision, reading: reading.kysely };
      const who = await asSupervisor(there, (tx) => sql<{ who: string }>`select session_user as who`.execute(tx));
      expect(who.rows).toEqual([{ who: login }]);
      const { total } = await boardOf(there, anyang, undefined);
      expect(total).toEqual((await boardOf(hall.supervision, anyang, undefined)).total);
      for (const statement of ['delete from supervision.cards', 'select from casework.cases'])
        await expect(sql.raw(statement).execute(reading.kysely), statement).rejects.toThrow('permission denied');
    } finally {
      await reading.close();
      await sql.raw(`drop role ${login}`).execute(admin.kysely);
      await admin.close();
    }
  });
  test('the supervisor’s role reads the ledger and the cards and can change neither', async () => {
    const count = await asSupervisor(hall.supervision, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from ledger.entries`.execute(tx),
    );
    expect(count.rows[0]?.n).toBeGreaterThan(0);
    for (const statement of [
      'delete from supervision.cards',
      'update supervision.cards set points = 0',
      "insert into ledger.heads values ('1','x',1,'')",
      'select 1 from casework.cases',
    ]) {
      const attempt = hall.shell.db.transaction().execute(async (tx) => {
        await sql`set local role yimen_supervisor`.execute(tx);
        await sql.raw(statement).execute(tx);
      });
      await expect(attempt, statement).rejects.toThrow('permission denied');
    }
  });
});
