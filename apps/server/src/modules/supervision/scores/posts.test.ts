import { CardList, PostScoresView, Problem, ScoreView } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, cast, intake } from '../../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../../test/hall.ts';
import { lookAtCards } from '../index.ts';

let hall: TestHall;
let caseId = '';
let cardId = '';
const EXAMINING = 'zhujian-examiner';
const MAY = `/desk/supervision/post-scores/${EXAMINING}/2026-05`;

/** The examiner takes a case up, leaves it till late in May, and finishes the step then; its card is upheld. */
beforeAll(async () => {
  hall = await openHall();
  hall.at('2026-03-02');
  ({ caseId } = await intake(hall));
  await act(hall, cast.examiner, caseId, { type: 'claimStep', stepId: 'examine' });
  await look();
  hall.at('2026-05-20');
  await look();
  await act(hall, cast.examiner, caseId, { type: 'completeStep', stepId: 'examine', agreed: true, opinion: '同意' });
  await look();
  const { rows } = await cards();
  cardId = rows.find(({ rule, level }) => rule === 'T05' && level === 'yellow')?.cardId ?? '';
  await onCard(cast.head, { type: 'explain', text: '人手不足' });
  await onCard(cast.supervisor, { type: 'uphold', reason: '未报告进度' });
});
afterAll(() => hall.close());

async function look(): Promise<void> {
  while ((await lookAtCards(hall.supervision)) > 0);
}
const cards = async () =>
  CardList.parse((await hall.as(cast.supervisor).get(`/desk/supervision/cards?caseId=${caseId}`)).json());
async function onCard(person: string, command: object): Promise<void> {
  const acted = await hall
    .as(person)
    .post(`/desk/supervision/cards/${cardId}/acts`, { commandId: commandId(), command });
  expect(acted.statusCode, acted.body).toBe(200);
}
async function score(person: string = cast.supervisor, path = MAY): Promise<ScoreView> {
  const response = await hall.as(person).get(path);
  expect(response.statusCode, response.body).toBe(200);
  return ScoreView.parse(response.json());
}
async function list(person: string, month = '2026-05'): Promise<PostScoresView> {
  const response = await hall.as(person).get(`/desk/supervision/post-scores?month=${month}`);
  expect(response.statusCode, response.body).toBe(200);
  return PostScoresView.parse(response.json());
}
const lineOf = ({ parts }: ScoreView, code: string) =>
  parts.flatMap(({ lines }) => lines).find((line) => line.code === code);

/** Ratings as the reader writes them, of cases the post received. */
async function rated(post: string, on: string, levels: readonly number[]): Promise<void> {
  for (const [at, level] of levels.entries())
    await sql`insert into supervision.ratings (jurisdiction, case_id, authority, level, on_day, post)
      values (${anyang}, ${`${post}-${on}-${String(at)}`}, 'zhujian', ${level}, ${on}::date, ${post})`.execute(
      hall.shell.db,
    );
}

test('a step finished after its day takes five off the post it was done at, and opens its case', async () => {
  const view = await score();
  expect([view.subject, view.sheet.code, view.name]).toEqual(['post', 'C', '安阳市住房和城乡建设局审核岗']);
  expect(lineOf(view, 'promise-late')).toMatchObject({ count: 1, points: -5, cases: [caseId] });
  expect(view.post?.deeds).toBe(1);
});
test('a card upheld counts at the posts of the officers it names, as the test’s own SQL finds them', async () => {
  const { rows } = await sql<{ post: string }>`select distinct e.actor ->> 'post' as post
    from ledger.entries c, jsonb_array_elements_text(c.body -> 'responsible') r(person), ledger.entries e
    where c.stream = ${`card:${cardId}`} and c.type = 'cardRaised' and e.stream = ${`case:${caseId}`}
      and e.actor ->> 'person' = r.person`.execute(hall.shell.db);
  expect(rows).toEqual([{ post: EXAMINING }]);
  const { rows: kept } = await sql<{ posts: string[] }>`select posts from supervision.cards
    where card_id = ${cardId}`.execute(hall.shell.db);
  expect(kept).toEqual([{ posts: [EXAMINING] }]);
});
test('model D takes the card itself, and a sheet for posts leaves the departments’ alone', async () => {
  const chosen = { commandId: commandId(), subject: 'post', code: 'D', from: '2026-05' };
  const choose = (body: object) => hall.as(cast.supervisor).post('/desk/supervision/scores/sheet', body);
  expect((await choose(chosen)).statusCode).toBe(204);
  expect(lineOf(await score(), 'base-yellow')).toMatchObject({ count: 1, points: -5, cards: [cardId] });
  const department = await score(cast.supervisor, '/desk/supervision/scores/zhujian/2026-05');
  expect([department.sheet.code, department.subject]).toEqual(['A', 'department']);
  expect((await choose({ ...chosen, commandId: commandId(), code: 'A' })).statusCode).toBe(422);
  expect((await score()).sheets?.map(({ code }) => code)).toEqual(['C', 'D']);
});
test('only supervisors, the duty manager, the head of its department and its holder see a post', async () => {
  const seen = async (person: string) => (await list(person)).lines.map(({ post }) => post);
  expect((await seen(cast.supervisor)).length).toBeGreaterThan(50);
  expect(await seen(cast.dutyManager)).toEqual(await seen(cast.supervisor));
  const ofHead = await seen(cast.head);
  expect(ofHead).toContain(EXAMINING);
  expect(ofHead.every((post) => post.startsWith('zhujian-'))).toBe(true);
  expect(await seen(cast.examiner)).toEqual([EXAMINING]);
  expect(await seen(cast.clerk)).not.toContain(EXAMINING);
  for (const person of [cast.clerk, cast.approver, cast.windowHead, cast.chief, 'jiang.tao'])
    expect((await hall.as(person).get(MAY)).statusCode, person).toBe(404);
});
test('posts stand by department and name, whatever their points; where nothing was done there is no score', async () => {
  const { lines } = await list(cast.supervisor);
  const own = lines.findIndex(({ post }) => post === EXAMINING);
  expect(lines[own]?.total).toBeLessThan(100);
  const idle = ({ total, deeds }: (typeof lines)[number]): boolean => total === null && deeds === 0;
  expect([lines.slice(0, own).some(idle), lines.slice(own + 1).some(idle)]).toEqual([true, true]);
});
test('a month before somebody held the post is not theirs to see', async () => {
  await sql`update people.posting set from_day = '2026-04-01' where post = ${EXAMINING} and person = ${cast.examiner}`.execute(
    hall.shell.db,
  );
  expect((await list(cast.examiner, '2026-03')).lines).toEqual([]);
  expect((await list(cast.examiner, '2026-04')).lines).toHaveLength(1);
});
test('fewer than five ratings say nothing; twice running below eighty per cent is told', async () => {
  const clerk = 'hall-clerk-social';
  const at = (month: string) => score(cast.supervisor, `/desk/supervision/post-scores/${clerk}/${month}`);
  await rated(clerk, '2026-03-10', [1, 1, 5, 5]);
  await rated(clerk, '2026-04-10', [1, 2, 5, 5, 5]);
  await rated(clerk, '2026-05-10', [1, 2, 5, 5, 5]);
  const [march, april, may] = [await at('2026-03'), await at('2026-04'), await at('2026-05')];
  expect([march.satisfaction, april.satisfaction]).toEqual([null, 0.6]);
  expect([march, april, may].map(({ post }) => post?.passedOver)).toEqual([false, false, true]);
});
test('points are entered on a post’s own stream, by a supervisor alone', async () => {
  const body = { commandId: commandId(), line: 'bonus', times: 2, reason: '受到表彰', record: '表彰通报第2号' };
  const enter = (person: string, more: object = {}) => hall.as(person).post(`${MAY}/entries`, { ...body, ...more });
  expect((await enter(cast.head)).statusCode).toBe(403);
  expect(Problem.parse((await enter(cast.supervisor, { line: 'base-yellow' })).json()).code).toBe('line_not_entered');
  const before = (await score()).total;
  expect((await enter(cast.supervisor)).statusCode).toBe(204);
  expect((await score()).total).toBe(before + 2);
  const { rows } = await sql<{ body: object }>`select body from ledger.entries
    where stream = ${`postScore:${EXAMINING}:2026-05`}`.execute(hall.shell.db);
  expect(rows.map((row) => row.body)).toMatchObject([{ post: EXAMINING, line: 'bonus', times: 2 }]);
});
