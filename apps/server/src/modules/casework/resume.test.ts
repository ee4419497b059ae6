import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft, Guide, Reply } from '@yimen/contract';
import { sql } from 'kysely';
import { commandId, fileCommand, openHall, type TestHall } from '../../test/hall.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const begin = async (): Promise<Draft> =>
  Draft.parse((await hall.anybody().post('/drafts', { jurisdiction: '410500', itemId: 'construction-permit' })).json());
const save = async (draft: Draft, change: object): Promise<Draft> =>
  Draft.parse((await hall.anybody().patch(`/drafts/${draft.draftId}`, change)).json());

describe('a draft on another device', () => {
  test('is opened by its code, however it is typed; a wrong code and one never given answer alike', async () => {
    const draft = await begin();
    expect(draft.resumeCode).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    const resume = (code: string) => hall.anybody().post('/drafts/resume', { code });
    const sloppy = draft.resumeCode.toLowerCase().replaceAll('-', ' ');
    expect((await resume(sloppy)).json()).toEqual({ draftId: draft.draftId });
    const wrong = await resume('AAAA-AAAA-AAAA');
    const { code, status, words } = wrong.json<Record<string, unknown>>();
    expect({ code, status }).toEqual({ code: 'not_found', status: 404 });
    expect((await resume('')).json()).toMatchObject({ code, status, words });
  });

  test('the table of drafts does not hold the code', async () => {
    const draft = await begin();
    const plain = draft.resumeCode.replaceAll('-', '');
    const { rows } = await sql<{ row: string }>`select to_jsonb(d)::text as row from casework.drafts d`.execute(
      hall.shell.db,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(plain) || row.includes(draft.resumeCode))).toEqual([]);
  });

  test('says which device changed which field last; saving what stands there already changes nothing', async () => {
    const draft = await begin();
    await save(draft, { applicant: { name: '演示', phone: '1' }, device: 'desk' });
    const second = await save(draft, { applicant: { name: '演示', phone: '2' }, device: 'phone' });
    expect(second.revision).toBe(2);
    expect(second.touched).toEqual({
      'applicant.name': { revision: 1, device: 'desk' },
      'applicant.phone': { revision: 2, device: 'phone' },
    });
  });

  test('keeps the version of the item that was read, until a newer one is', async () => {
    const draft = await begin();
    await sql`update casework.drafts set item_version = 1 where draft_id = ${draft.draftId}`.execute(hall.shell.db);
    const read = await hall.anybody().get(`/drafts/${draft.draftId}/guide`);
    expect(Guide.parse(read.json()).version).toBe(1);
    expect((await save(draft, { itemRead: true })).itemVersion).toBe(draft.itemVersion);
  });
});

describe('what an applicant types for a running case', () => {
  const { applicant, answers, materials } = fileCommand();

  async function filed(): Promise<{ readonly number: string; readonly headers: Record<string, string> }> {
    const draft = await begin();
    const body = { commandId: commandId(), applicant, answers, materials };
    const done = (await hall.anybody().post(`/drafts/${draft.draftId}/filing`, body)).json<{
      number: string;
      queryCode: string;
    }>();
    const grant = (await hall.anybody().post('/tracking', done)).json<{ token: string }>();
    return { number: done.number, headers: { 'x-tracking-token': grant.token } };
  }

  test('is kept field by field for the holder of the case’s key, for nobody else, and dropped after the act', async () => {
    const [mine, other] = [await filed(), await filed()];
    const at = (number: string): string => `/api/v1/tracking/${number}/replies/rating`;
    const patch = (fields: Record<string, string>) =>
      hall.app.inject({ method: 'PATCH', url: at(mine.number), headers: mine.headers, payload: { fields } });
    await Promise.all([patch({ level: '4' }), patch({ comment: '很快' })]);
    const read = await hall.app.inject({ url: at(mine.number), headers: mine.headers });
    expect(Reply.parse(read.json()).fields).toEqual({ level: '4', comment: '很快' });
    expect((await hall.app.inject({ url: at(mine.number), headers: other.headers })).statusCode).toBe(404);
    expect((await hall.app.inject({ url: at(mine.number) })).statusCode).toBe(401);
    const gone = await hall.app.inject({ method: 'DELETE', url: at(mine.number), headers: mine.headers });
    expect(gone.statusCode).toBe(204);
    const after = await hall.app.inject({ url: at(mine.number), headers: mine.headers });
    expect(Reply.parse(after.json())).toEqual({ fields: {}, materials: [] });
  });
});
