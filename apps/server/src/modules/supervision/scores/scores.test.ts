import { CardList, Problem, ScoresView, ScoreView } from '@yimen/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, intake } from '../../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../../test/hall.ts';
import { lookAtCards } from '../index.ts';

let hall: TestHall;
let cardId = '';
const MAY = '/desk/supervision/scores/zhujian/2026-05';

/** A promise not kept: its yellow card is explained and upheld in May. */
beforeAll(async () => {
  hall = await openHall();
  hall.at('2026-03-02');
  const { caseId } = await intake(hall);
  await look();
  hall.at('2026-05-20');
  await look();
  const list = CardList.parse((await hall.as(cast.supervisor).get(`/desk/supervision/cards?caseId=${caseId}`)).json());
  cardId = list.rows.find(({ rule, level }) => rule === 'T03' && level === 'yellow')?.cardId ?? '';
  await onCard(cast.head, { type: 'explain', text: '等待上级批复' });
  await onCard(cast.supervisor, { type: 'uphold', reason: '未报告进度' });
});
afterAll(() => hall.close());

async function look(): Promise<void> {
  while ((await lookAtCards(hall.supervision)) > 0);
}
async function onCard(person: string, command: object): Promise<void> {
  const acted = await hall
    .as(person)
    .post(`/desk/supervision/cards/${cardId}/acts`, { commandId: commandId(), command });
  expect(acted.statusCode, acted.body).toBe(200);
}
async function score(person: string = cast.supervisor): Promise<ScoreView> {
  const response = await hall.as(person).get(MAY);
  expect(response.statusCode, response.body).toBe(200);
  return ScoreView.parse(response.json());
}
const partOf = ({ parts }: ScoreView, code: string) => parts.find((part) => part.code === code);
const enter = (person: string, more: object = {}) =>
  hall.as(person).post(`${MAY}/entries`, {
    commandId: commandId(),
    line: 'open-fault',
    times: 2,
    reason: '两项公开内容过期',
    record: '检查通报第5号',
    ...more,
  });

test('a yellow card upheld takes five off the part of time limits, and opens', async () => {
  const term = partOf(await score(), 'term');
  const line = term?.lines.find(({ code }) => code === 'term-yellow');
  expect(line).toMatchObject({ count: 1, points: -5, cards: [cardId] });
});
test('the score is what the test’s own SQL adds up', async () => {
  const { rows } = await sql<{ yellow: number; red: number; warnings: number }>`select
      (count(*) filter (where c.level = 'yellow' and u.at is not null))::int as yellow,
      (count(*) filter (where c.level = 'red' and u.at is not null))::int as red,
      (count(*) filter (where c.level = 'warning' and c.family in ('time', 'suspension')))::int as warnings
    from supervision.cards c left join ledger.entries u on u.stream = 'card:' || c.card_id and u.type = 'cardUpheld'
    where c.authority = 'zhujian' and c.raised_on between '2026-05-01' and '2026-05-31'`.execute(hall.shell.db);
  const [row] = rows;
  const lost = 5 * (row?.yellow ?? 0) + 10 * (row?.red ?? 0) + 3 * Math.floor((row?.warnings ?? 0) / 3);
  expect(lost).toBeGreaterThan(0);
  expect((await score()).total).toBe(100 - Math.min(14, lost));
});
test('points are entered with their document by a supervisor, only where the record cannot tell', async () => {
  const before = (await score()).total;
  expect((await enter(cast.head)).statusCode).toBe(403);
  const refused = Problem.parse((await enter(cast.supervisor, { line: 'term-yellow' })).json());
  expect(refused.code).toBe('line_not_entered');
  expect(Problem.parse((await enter(cast.supervisor, { reason: ' ' })).json()).code).toBe('score_reason_missing');
  expect(Problem.parse((await enter(cast.supervisor, { record: ' ' })).json()).code).toBe('score_record_missing');
  const once = { commandId: commandId() };
  expect((await enter(cast.supervisor, once)).statusCode).toBe(204);
  expect((await enter(cast.supervisor, once)).statusCode).toBe(204);
  const after = await score();
  expect(after.total).toBe(before - 2);
  expect(partOf(after, 'open')?.lines[0]?.entered).toEqual([
    { times: 2, reason: '两项公开内容过期', record: '检查通报第5号' },
  ]);
});
test('departments stand in their own order, with the quarter; a head sees their own', async () => {
  const list = async (person: string) =>
    ScoresView.parse((await hall.as(person).get('/desk/supervision/scores?month=2026-05')).json());
  const all = await list(cast.supervisor);
  expect(all.lines.length).toBeGreaterThan(10);
  const own = all.lines.find(({ authority }) => authority === 'zhujian');
  const { total, quarter } = await score();
  expect(own).toMatchObject({ total, quarter });
  expect((await list(cast.head)).lines.map(({ authority }) => authority)).toEqual(['zhujian']);
  expect((await hall.as('jiang.tao').get(MAY)).statusCode).toBe(404);
  expect((await hall.as(cast.clerk).get(MAY)).statusCode).toBe(403);
});
test('another model scores from its month on; months before keep theirs', async () => {
  const choose = (body: object) =>
    hall.as(cast.supervisor).post('/desk/supervision/scores/sheet', { commandId: commandId(), ...body });
  expect((await choose({ code: 'Z', from: '2026-06' })).statusCode).toBe(422);
  expect((await choose({ code: 'C', from: '2026-06' })).statusCode).toBe(204);
  const sheetIn = async (month: string) =>
    ScoreView.parse((await hall.as(cast.supervisor).get(`/desk/supervision/scores/zhujian/${month}`)).json()).sheet
      .code;
  expect([await sheetIn('2026-05'), await sheetIn('2026-06')]).toEqual(['A', 'C']);
});
test('a sheet of the hall’s own, made of a model, scores from its month on; the same command again changes nothing', async () => {
  const adjusted = { title: '安阳市计分表', weights: { open: 5, term: 19 }, points: { 'term-yellow': -8 } };
  const body = { commandId: commandId(), code: 'A', from: '2026-07', adjusted };
  const choose = () => hall.as(cast.supervisor).post('/desk/supervision/scores/sheet', body);
  expect((await choose()).statusCode).toBe(204);
  expect((await choose()).statusCode).toBe(204);
  const july = ScoreView.parse((await hall.as(cast.supervisor).get('/desk/supervision/scores/zhujian/2026-07')).json());
  expect(july.sheet.title.zh).toBe('安阳市计分表');
  expect(july.sheets?.map(({ code }) => code)).toEqual([july.sheet.code, 'A', 'B', 'C', 'D']);
  const term = july.parts.find(({ code }) => code === 'term');
  expect([term?.weight, term?.lines.find(({ code }) => code === 'term-yellow')?.each]).toEqual([19, -8]);
  const again = {
    ...body,
    commandId: commandId(),
    code: july.sheet.code,
    adjusted: { ...adjusted, weights: { open: 4 } },
  };
  const refused = await hall.as(cast.supervisor).post('/desk/supervision/scores/sheet', again);
  expect(Problem.parse(refused.json()).code).toBe('sheet_weights');
});
