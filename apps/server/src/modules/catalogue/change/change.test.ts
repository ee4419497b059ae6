import { ChangeActed, ChangeList, DeskItem, Guide, ItemList } from '@yimen/contract';
import { writePath, type JsonObject } from '@yimen/core/catalogue';
import { anyang } from '@yimen/demo';
import { day } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandId, intakeCommands, openHall, type TestHall } from '../../../test/hall.ts';
import { changesOf, desk, opinion, people, promised, wish } from '../../../test/changes.ts';
import { indexDue } from '../index.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 120_000);
afterAll(() => hall.close());

const { read, send, refusedAs, act, refusal, draft, apply, minutes, through, publish, page, guide } = changesOf(
  () => hall,
);

describe('a change with a fee, from application to publication', () => {
  const lines = [{ itemId: 'real-estate-registration', act: 'revise' }] as const;
  let changeId: string;

  test('one editor alone publishes no element of the list, and may correct a telephone', async () => {
    await draft('editor', 'water-abstraction', promised(11));
    const wanted = (revision: number) => ({
      commandId: commandId(),
      revision,
      effectiveFrom: hall.today(),
      reason: '改正',
    });
    const publication = `${desk}/items/water-abstraction/publication`;
    expect(await refusedAs('editor', publication, wanted(1))).toMatchObject({ code: 'needs_five_steps', status: 409 });
    await draft('editor', 'water-abstraction', promised(20));
    await draft('editor', 'water-abstraction', (content) => writePath(content, 'service.phone', '0372-0000888'));
    const done = await hall.as(people.editor).post(publication, wanted(3));
    expect(done.json()).toMatchObject({ version: 2 });
    const back = { commandId: commandId(), version: 1, effectiveFrom: hall.today(), reason: '改回' };
    expect((await hall.as(people.editor).post(`${desk}/items/water-abstraction/rollback`, back)).statusCode).toBe(200);
  });

  test('the fee is found in the difference; another department’s item is not theirs to draft or to apply for', async () => {
    await draft('head', 'real-estate-registration', (content) =>
      writePath(content, 'fees', feesAt(content, '住宅类每件60元，非住宅类每件550元')),
    );
    const theirs = wish({ lines: [...lines] });
    expect(await refusedAs('water', `${desk}/changes`, { commandId: commandId(), wish: theirs })).toMatchObject({
      code: 'change_not_own',
      field: 'lines',
    });
    expect(
      (await hall.as(people.water).post(`${desk}/items/real-estate-registration/draft`, { revision: 1, content: {} }))
        .statusCode,
    ).toBe(403);
    const id = commandId();
    const first = await send('head', `${desk}/changes`, { commandId: id, wish: theirs });
    expect(await send('head', `${desk}/changes`, { commandId: id, wish: theirs })).toEqual(first);
    ({ changeId } = first);
    expect(await refusedAs('head', `${desk}/changes`, { commandId: commandId(), wish: theirs })).toMatchObject({
      code: 'change_in_another',
    });
    expect((await page(changeId)).lines).toMatchObject([
      {
        touchesFee: true,
        changes: [
          { label: { zh: '收费' } },
          { words: { zh: '收费增加：不动产登记费（住宅类每件60元，非住宅类每件550元）' } },
        ],
      },
    ]);
  });

  test('each step is its office’s, with its last day; the board shows mine first', async () => {
    expect(await refusal('legal', changeId, { type: 'review', step: 'legalReview', opinion })).toMatchObject({
      code: 'change_step',
      status: 409,
    });
    await act('reform', changeId, { type: 'transfer', opinion });
    expect(await refusal('group', changeId, { type: 'review', step: 'legalReview', opinion })).toMatchObject({
      code: 'change_office',
      status: 403,
    });
    const list = await read('pricing', `${desk}/changes?mine=true`, ChangeList);
    expect(list.rows[0]).toMatchObject({ changeId, mine: true, phase: 'review' });
    expect(list.rows[0]?.waiting.map(({ step, dueOn }) => [step, dueOn])).toEqual([
      ['legalReview', '2026-03-16'],
      ['staffingReview', '2026-03-16'],
      ['feeReview', '2026-03-16'],
    ]);
  });

  test('returned with a reason, handed in again with another fee, and reviewed anew by all three', async () => {
    await act('pricing', changeId, {
      type: 'return',
      step: 'feeReview',
      to: 'application',
      reason: '收费标准高于国家规定',
    });
    const returned = await page(changeId);
    expect(returned).toMatchObject({
      phase: 'application',
      life: [{}, {}, { lines: [{}, { zh: '收费标准高于国家规定' }] }],
    });
    await draft('head', 'real-estate-registration', (content) =>
      writePath(content, 'fees', feesAt(content, '住宅类每件40元，非住宅类每件550元')),
    );
    await act('head', changeId, { type: 'resubmit', wish: wish({ lines: [...lines] }) });
    await through(changeId, true);
    expect(await page(changeId)).toMatchObject({ phase: 'publication', round: 2 });
  });

  test('published for a day: the guide shows it then and not before; the ledger has every act', async () => {
    await publish(changeId, day('2026-03-12'));
    const shown = async () =>
      Guide.parse((await guide('real-estate-registration')).json()).detail?.fees.map(({ standard }) => standard);
    expect(await shown()).toEqual(['住宅类每件80元，非住宅类每件550元']);
    hall.at('2026-03-12');
    expect(await shown()).toEqual(['住宅类每件40元，非住宅类每件550元']);
    const { rows } = await sql<{ type: string }>`select type from ledger.entries
      where stream = ${`change/${changeId}`} order by revision`.execute(hall.shell.db);
    expect(rows.map(({ type }) => type)).toEqual([
      'changeApplied',
      'changeTransferred',
      'changeReturned',
      'changeResubmitted',
      'changeTransferred',
      'changeReviewed',
      'changeReviewed',
      'changeReviewed',
      'changeDeliberated',
      'changePublished',
    ]);
    expect((await read('head', `${desk}/items/real-estate-registration`, DeskItem)).draft.revision).toBe(0);
    expect(await refusal('head', changeId, { type: 'withdraw', reason: '不办了' })).toMatchObject({
      code: 'change_closed',
    });
    expect((await hall.as(people.reform).get(`${desk}/changes/${changeId}/minutes`)).headers['content-type']).toBe(
      'application/octet-stream',
    );
  });
});

const feesAt = (content: JsonObject, standard: string) =>
  (content['fees'] as readonly JsonObject[]).map((fee) => ({ ...fee, standard }));

test('what was reviewed in an older version is not published; the refusal names what changed since', async () => {
  await draft('water', 'water-abstraction', promised(12));
  const changeId = await apply('water', wish({ lines: [{ itemId: 'water-abstraction', act: 'revise' }] }));
  await through(changeId);
  await draft('editor', 'water-abstraction', promised(13));
  const refused = await refusal('reform', changeId, { type: 'publish', effectiveFrom: hall.today() });
  expect(refused).toMatchObject({ code: 'change_moved', status: 409 });
  expect(refused.words.zh).toContain('由“12个工作日');
  expect((await page(changeId)).lines[0]?.moved).toHaveLength(1);
  await act('reform', changeId, { type: 'return', step: 'publication', to: 'application', reason: '草稿又有改动' });
  await act('water', changeId, { type: 'withdraw', reason: '另行申请' });
  expect(await page(changeId)).toMatchObject({ outcome: 'withdrawn', phase: 'closed' });
});

test('what the law forbids to publish is not even handed in', async () => {
  await draft('head', 'planning-permit', promised(99));
  const unlawful = wish({ lines: [{ itemId: 'planning-permit', act: 'revise' }] });
  const refused = await refusedAs('head', `${desk}/changes`, { commandId: commandId(), wish: unlawful });
  expect(refused).toMatchObject({ code: 'change_unlawful', field: 'lines' });
  expect(refused.words.zh).toContain('承诺');
  await draft('head', 'planning-permit', promised(5));
});

test('minutes are the recorder’s own file, and nobody deliberates alone', async () => {
  const changeId = await apply('water', wish({ lines: [{ itemId: 'water-abstraction', act: 'revise' }] }));
  await act('reform', changeId, { type: 'transfer', opinion });
  await act('legal', changeId, { type: 'review', step: 'legalReview', opinion });
  await act('staffing', changeId, { type: 'review', step: 'staffingReview', opinion });
  const good = await minutes();
  const not = (more: Partial<typeof good>) =>
    refusal('group', changeId, { type: 'deliberate', opinion, minutes: { ...good, ...more } });
  expect(await not({ file: { name: '他人.pdf', sha256: 'ab'.repeat(32) } })).toMatchObject({
    code: 'change_file_unknown',
    status: 422,
  });
  expect(await not({ present: ['易定'] })).toMatchObject({ code: 'change_alone', field: 'present' });
  await act('group', changeId, { type: 'reject', opinion: '暂不调整', minutes: good });
  expect(await page(changeId)).toMatchObject({ outcome: 'rejected' });
});

describe('what leaves the list, rests, or is divided', () => {
  const found = async (q: string) => {
    const answer = await hall.anybody().get(`/items?jurisdiction=${anyang}&q=${encodeURIComponent(q)}`);
    return ItemList.parse(answer.json()).items.map(({ id }) => id);
  };
  const fileNow = (itemId: string) =>
    hall.as('zhou.min').post('/desk/cases', { commandId: commandId(), commands: intakeCommands(itemId) });

  test('取消: no new case from the day on, the case begun before keeps its version, no list has it', async () => {
    const changeId = await apply(
      'water',
      wish({
        kind: 'abolish',
        trigger: 'lawRepealed',
        basis: { title: '某条例', place: '第二条' },
        lines: [{ itemId: 'water-abstraction', act: 'end' }],
      }),
    );
    await through(changeId);
    await publish(changeId, day('2026-03-20'));
    const before = await fileNow('water-abstraction');
    expect(before.statusCode, before.body).toBe(201);
    const { caseId } = before.json<{ caseId: string }>();
    hall.at('2026-03-20');
    expect((await fileNow('water-abstraction')).json()).toMatchObject({ code: 'unknown_item' });
    await indexDue(hall.shell.db, hall.today());
    expect(await found('取水许可')).not.toContain('water-abstraction');
    expect((await guide('water-abstraction')).statusCode).toBe(404);
    expect((await hall.as('liu.yang').get(`/desk/cases/${caseId}`)).statusCode).toBe(200);
  });

  test('拆分: the parts begin on the day the whole ends, and whoever was authorised for the whole is for them', async () => {
    const whole = 'individual-business-registration';
    const as = hall.as('xin.cheng');
    for (const part of ['part-one', 'part-two']) {
      const begun = await as.post(`${desk}/items`, { itemId: part, name: `拆分事项${part}`, from: whole });
      expect(begun.statusCode, begun.body).toBe(200);
    }
    const lines = [
      { itemId: whole, act: 'end' as const },
      { itemId: 'part-one', act: 'create' as const },
      { itemId: 'part-two', act: 'create' as const },
    ];
    const applied = await as.post(`${desk}/changes`, {
      commandId: commandId(),
      wish: wish({ kind: 'split', trigger: 'lawAmended', lines }),
    });
    expect(applied.statusCode, applied.body).toBe(200);
    const { changeId } = ChangeActed.parse(applied.json());
    await through(changeId);
    await publish(changeId, day('2026-04-01'));
    expect((await guide('part-one')).statusCode).toBe(404);
    const { rows: followed } = await sql<{ n: number }>`select count(*)::int as n from people.authorisation
      where items @> array['part-one', 'part-two']`.execute(hall.shell.db);
    const { rows: named } = await sql<{ n: number }>`select count(*)::int as n from people.authorisation
      where items @> ${[whole]}::text[]`.execute(hall.shell.db);
    expect(followed[0]?.n).toBe(named[0]?.n);
    expect(named[0]?.n).toBeGreaterThan(0);
    hall.at('2026-04-01');
    await indexDue(hall.shell.db, hall.today());
    expect((await guide('part-one')).statusCode).toBe(200);
    expect((await guide(whole)).statusCode).toBe(404);
    const end = await hall.anybody().get(`/open/halls/${anyang}/ended/${whole}`);
    expect(end.json()).toMatchObject({
      lastDay: '2026-03-31',
      change: { kind: { zh: '拆分' } },
      successors: [{ itemId: 'part-one' }, { itemId: 'part-two' }],
    });
    const month = await hall.anybody().get(`/open/halls/${anyang}/changes?from=2026-04-01&to=2026-04-30&kind=ended`);
    expect(month.json()).toMatchObject({ changes: [{ itemId: whole, successors: [{}, {}] }], counts: { added: 2 } });
    expect(await found('拆分事项')).toEqual(expect.arrayContaining(['part-one', 'part-two']));
  });

  test('暂停: the guide stays to be read, nothing can be applied for', async () => {
    const changeId = await apply(
      'head',
      wish({ kind: 'suspend', trigger: 'pilot', lines: [{ itemId: 'real-estate-registration', act: 'suspend' }] }),
    );
    await through(changeId);
    await publish(changeId, hall.today() < '2026-04-02' ? day('2026-04-02') : hall.today());
    hall.at('2026-04-02');
    expect((await guide('real-estate-registration')).json()).toMatchObject({ availability: 'guideOnly' });
  });

  test('下放: the level must be lower; then the next version says so', async () => {
    await draft('head', 'planning-permit', (content) => writePath(content, 'service.hours', '9:00—17:00'));
    const lines = [{ itemId: 'planning-permit', act: 'revise' as const }];
    const down = wish({ kind: 'handDown', trigger: 'superior', lines });
    expect(await refusedAs('head', `${desk}/changes`, { commandId: commandId(), wish: down })).toMatchObject({
      code: 'change_not_lower',
    });
  });
});
