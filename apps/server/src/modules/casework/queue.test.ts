import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, intake, queue, view } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';

let hall: TestHall;
beforeAll(async () => void (hall = await openHall()));
afterAll(() => hall.close());

test('due=today are the cases whose time ends on this day, for oneself and for all in sight', async () => {
  const first = await intake(hall);
  hall.days(1);
  const second = await intake(hall);
  const due = (await view(hall, cast.supervisor, first.caseId)).clocks.find(
    ({ kind }) => kind === 'decisionPromised',
  )?.due;
  const listed = async (person: string, query: string) =>
    (await queue(hall, person, query)).rows.map(({ caseId }) => caseId);
  expect(await listed(cast.supervisor, '?scope=all&due=today')).toEqual([]);
  hall.at(due ?? '');
  expect(await listed(cast.supervisor, '?scope=all')).toEqual(expect.arrayContaining([first.caseId, second.caseId]));
  expect(await listed(cast.supervisor, '?scope=all&due=today')).toEqual([first.caseId]);
  const counts: unknown = (await hall.as(cast.examiner).get('/desk/counts')).json();
  const mine = await queue(hall, cast.examiner, '?due=today');
  expect(counts).toMatchObject({ dueToday: mine.total });
  for (const row of mine.rows) expect(row.due).toBe(due);
});
