import { PowersAnswer } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const powers = async (person: string, query = '') =>
  PowersAnswer.parse((await hall.as(person).get(`/desk/supervision/powers${query}`)).json());

/** Items in force on a day of which every one of these acts is authorised, by the test's own SQL. */
async function own(on: string, acts: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`with items as (
      select distinct on (item_id) item_id, content->>'authority' as authority from catalogue.item_version
      where jurisdiction = ${anyang} and effective_from <= ${on}::date and coalesce(effective_to, 'infinity') >= ${on}::date
      order by item_id, version desc)
    select count(*)::int as n from items i where not exists (
      select from unnest(${[...acts]}::text[]) as a(act) where not exists (
        select from people.authorisation p where p.jurisdiction = ${anyang} and p.authority = i.authority and a.act = any(p.acts)
          and ${on}::date between p.from_day and p.to_day and (p.items is null or i.item_id = any(p.items))))`.execute(
    hall.shell.db,
  );
  return rows[0]?.n ?? -1;
}

test('授权率 and 既受又理率 at any date are what the test’s own SQL counts; each opens the items left out', async () => {
  for (const on of ['2020-06-01', '2024-06-30', '2024-12-31', '2025-01-01', '2026-03-02', '2035-12-31', '2036-01-01']) {
    const { figures } = await powers(cast.supervisor, `?on=${on}`);
    const [authorised, handled] = figures;
    expect([on, authorised?.count]).toEqual([on, await own(on, ['sign'])]);
    expect([on, handled?.count]).toEqual([on, await own(on, ['accept', 'examine', 'approve', 'sign'])]);
    for (const { count, of, others } of figures) expect(others).toHaveLength(of - count);
  }
});
test('a head sees the items of the department, and a clerk nothing', async () => {
  const { figures } = await powers(cast.head);
  const all = await powers(cast.supervisor);
  expect(figures[0]?.of).toBeLessThan(all.figures[0]?.of ?? 0);
  expect((await hall.as(cast.clerk).get('/desk/supervision/powers')).statusCode).toBe(403);
});
