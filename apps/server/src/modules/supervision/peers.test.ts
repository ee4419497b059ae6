import { CardList, CardView } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { day } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, cast, expertReview, intake } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { lookAtCards, recountCards } from './index.ts';
import { raisePeers } from './peers.ts';

let hall: TestHall;
let caseId = '';
beforeAll(async () => {
  hall = await openHall();
  hall.at('2026-05-20');
  const { itemId, officer } = expertReview();
  ({ caseId } = await intake(hall, itemId));
  await act(hall, officer, caseId, {
    type: 'startSpecialProcedure',
    procedure: 'expertReview',
    reason: '技术方案需要专家评审',
    plannedDays: 5,
    servedOn: day('2026-05-20'),
    servedBy: 'inPerson',
    officers: [],
  });
  while ((await lookAtCards(hall.supervision)) > 0);
});
afterAll(() => hall.close());

/** Followed cases like the one there is, of a department, accepted the day before, with its special procedure or without. */
async function many(authority: string, count: number, suspended: boolean): Promise<void> {
  const change = { authority, accepted_on: '2026-05-19', next_at: null, ...(suspended ? {} : { trail: [] }) };
  await sql`insert into supervision.watch select (jsonb_populate_record(w, ${JSON.stringify(change)}::jsonb
      || jsonb_build_object('case_id', concat(${authority}::text, n, ${suspended}::text)))).*
    from supervision.watch w, generate_series(1, ${count}::int) as g(n) where w.case_id = ${caseId}`.execute(
    hall.shell.db,
  );
}
const cards = async () =>
  CardList.parse((await hall.as(cast.supervisor).get('/desk/supervision/cards')).json()).rows.filter(
    ({ rule }) => rule === 'S06',
  );

test('a department whose clocks stop far more often than the others’ has one card for the month, on a case of its own', async () => {
  const { rows } = await sql<{ authority: string }>`select authority from supervision.watch`.execute(hall.shell.db);
  const own = rows[0]?.authority ?? '';
  await many(own, 30, false);
  await many(own, 9, true);
  await many('gongan', 60, false);
  expect(await raisePeers(hall.supervision, anyang)).toBe(0);
  hall.at('2026-06-01');
  expect(await raisePeers(hall.supervision, anyang)).toBe(1);
  expect(await raisePeers(hall.supervision, anyang)).toBe(0);
  const [card, ...others] = await cards();
  expect(others).toEqual([]);
  const view = CardView.parse(
    (await hall.as(cast.supervisor).get(`/desk/supervision/cards/${card?.cardId ?? ''}`)).json(),
  );
  expect([view.caseId, view.level, view.working[0]?.zh]).toEqual([
    caseId,
    'yellow',
    '2026-05 受理 40 件，其中 10 件启动特别程序（25%）；其他部门合计 0%。',
  ]);
  expect(view.evidence).toHaveLength(1);
});
test('the recount of cases does not take it for a card too many', async () => {
  expect((await recountCards(hall.supervision, anyang)).unexplained).toEqual([]);
});
