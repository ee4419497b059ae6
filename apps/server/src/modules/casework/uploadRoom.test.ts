import { Problem, type Draft } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { uniquePdf, uploadsOf } from '../../test/uploads.ts';
import { takeFile } from './files.ts';

let hall: TestHall;
let draft: Draft;
const { upload, endless, newDraft, byOfficer, kept } = uploadsOf(() => hall);

beforeAll(async () => {
  hall = await openHall();
  draft = await newDraft();
});
afterAll(() => hall.close());

const toDraft = (name: string, bytes: Buffer, { draftId } = draft) => upload(`/drafts/${draftId}/files`, name, bytes);

describe('how much is taken', () => {
  const fill = (holder: string, files: number, bytes: number) =>
    sql`with made as (
      insert into casework.uploads (jurisdiction, sha256, bytes, media_type, at, state)
      select ${anyang}, encode(sha256(convert_to(${holder} || n, 'utf8')), 'hex'), ${bytes}, 'application/pdf', ${hall.shell.now()}::timestamptz, 'unscanned'
      from generate_series(1, ${files}) n returning jurisdiction, sha256, at)
      insert into casework.upload_holders (jurisdiction, holder, sha256, at) select jurisdiction, ${holder}, sha256, at from made`.execute(
      hall.shell.db,
    );

  test('a draft has room for a hundred files and 200 MB, then says so', async () => {
    const [many, heavy] = [await newDraft(), await newDraft()];
    await fill(`draft:${many.draftId}`, 99, 1000);
    expect((await toDraft('a.pdf', uniquePdf('hundredth'), many)).statusCode).toBe(200);
    const before = await kept();
    expect((await toDraft('a.pdf', uniquePdf('one more'), many)).json()).toMatchObject({
      status: 422,
      code: 'too_many_files',
    });
    await fill(`draft:${heavy.draftId}`, 10, 20 * 1_048_576);
    expect((await toDraft('a.pdf', uniquePdf('heavy'), heavy)).json()).toMatchObject({
      status: 422,
      code: 'too_many_bytes',
    });
    expect(await kept()).toEqual([before[0] + 10, before[1]]);
    expect((await toDraft('a.pdf', uniquePdf('hundredth'), many)).statusCode).toBe(200);
  });

  test('an officer’s room is that of one day', async () => {
    await fill(`officer:${cast.seal}`, 2000, 1000);
    expect((await byOfficer(cast.seal, 'a.pdf', uniquePdf('day'))).json()).toMatchObject({ code: 'too_many_files' });
    hall.days(2);
    expect((await byOfficer(cast.seal, 'a.pdf', uniquePdf('day'))).statusCode).toBe(200);
    hall.at('2026-03-02');
  });

  test('a disk that is full takes nothing, says so, and leaves no row', async () => {
    const full = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    const world = { ...hall.world, files: { ...hall.world.files, put: full } };
    const before = await kept();
    const holder = { jurisdiction: anyang, holder: `draft:${draft.draftId}` } as const;
    const taken = await takeFile(world, holder, { name: 'a.pdf', bytes: uniquePdf('full') });
    expect(taken).toEqual({ ok: false, error: 'store_unavailable' });
    expect(await kept()).toEqual(before);
  });
});

describe('200 MB over the network', () => {
  beforeAll(() => hall.app.listen({ host: '127.0.0.1', port: 0 }));

  test.each([
    ['with its length said', true],
    ['without a length', false],
  ])('%s is answered 413 in words, and memory stays flat', async (_how, says) => {
    const before = await kept();
    const { status, body, heaviest } = await endless(`/drafts/${draft.draftId}/files`, says);
    expect(status).toBe(413);
    expect(Problem.parse(JSON.parse(body))).toMatchObject({
      code: 'too_large',
      words: { zh: expect.stringContaining('20 MB') as string },
    });
    expect(heaviest).toBeLessThan(150 * 1_048_576);
    expect(await kept()).toEqual(before);
    expect((await hall.app.inject('/api/health')).statusCode).toBe(200);
  });
});
