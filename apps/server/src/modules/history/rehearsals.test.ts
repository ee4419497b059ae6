import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskItem, DraftedItems, ItemRehearsals, LogAnswer, ReadReformView, RehearsalView } from '@yimen/contract';
import { isList, readPath, toJson, writePath } from '@yimen/core/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popplerTool, testName } from '../../platform/documents/testing/poppler.ts';
import { act, cast, expertReview, intake, proposed } from '../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../test/hall.ts';

const [pdftotext, pdfsig] = [popplerTool('pdftotext'), popplerTool('pdfsig')];
const PERMIT = 'construction-permit';
const ITEM = `/desk/catalogue/items/${PERMIT}`;
const LOG = '/desk/history/logs/own';
let hall: TestHall;

/** One permit decided in some working days, and a draft that promises less and gives the examination one day. */
beforeAll(async () => {
  hall = await openHall();
  hall.at('2026-03-02');
  const { caseId } = await intake(hall);
  // Of another item: a rehearsal of the draft has nothing to do with it.
  await intake(hall, expertReview().itemId);
  hall.at('2026-03-06');
  await proposed(hall, caseId);
  await act(hall, cast.chief, caseId, { type: 'sign', opinion: '同意' });
  const own = await hall
    .as('peng.zhi')
    .post('/desk/history/own', { name: 'own', from: '2026-03-01', to: '2026-03-31' });
  expect(own.statusCode, own.body).toBe(200);
  await draftShorter();
});
afterAll(() => hall.close());

async function draftShorter(): Promise<void> {
  const editor = hall.as('mu.lu');
  const { draft: now } = DeskItem.parse((await editor.get(ITEM)).json());
  const promised = writePath(toJson(now.content), 'limits.promised.count', 3);
  const steps = readPath(promised, 'procedure.examination');
  if (!isList(steps)) throw new Error('the examination is a list');
  const [first, ...rest] = steps;
  const content = writePath(promised, 'procedure.examination', [writePath(first, 'limitDays', 1), ...rest]);
  const kept = await editor.post(`${ITEM}/draft`, { revision: now.revision, content });
  expect(kept.statusCode, kept.body).toBe(200);
}

async function readReform(): Promise<ReadReformView> {
  for (let tries = 0; tries < 200; tries += 1) {
    const log = LogAnswer.parse((await hall.as('mu.lu').get(LOG)).json());
    if (log.state === 'done')
      return ReadReformView.parse((await hall.as('mu.lu').get(`${LOG}/reform?item=${PERMIT}`)).json());
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error('the log is not read');
}

describe('a proposed version of an item', () => {
  test('is among those somebody drafts, and is read as a reform in the names of the log', async () => {
    const { items } = DraftedItems.parse((await hall.as('mu.lu').get('/desk/history/drafts')).json());
    expect(items.map(({ itemId }) => itemId)).toEqual([PERMIT]);
    const { reform, leftOut } = await readReform();
    expect(reform).toMatchObject({ newLimit: 3, capped: { 'step:examine': 1 }, dropped: [] });
    expect(leftOut).toEqual([]);
  });

  test('is not read where nobody drafts', async () => {
    const refused = await hall.as('mu.lu').get(`${LOG}/reform?item=nothing`);
    expect(refused.json()).toMatchObject({ code: 'no_draft', field: 'item' });
    // Drafts are the editors’ own until they are applied for.
    for (const person of ['zhou.min', 'yu.cha', 'peng.zhi'])
      expect((await hall.as(person).get('/desk/history/drafts')).statusCode).toBe(403);
  });
});

describe('its rehearsal', () => {
  const wish = { commandId: commandId(), title: '施工许可三日办结', itemId: PERMIT };

  test('is kept with the item, and is there for everybody who has a say in the change', async () => {
    const { reform } = await readReform();
    const done = await hall.as('mu.lu').post(`${LOG}/rehearsals`, { ...wish, reform });
    expect(done.statusCode, done.body).toBe(200);
    expect(RehearsalView.parse(done.json())).toMatchObject({ paper: true, result: { cases: 1 } });
    const head = hall.as(cast.head);
    const { rehearsals } = ItemRehearsals.parse((await head.get(`/desk/history/rehearsals?items=${PERMIT}`)).json());
    expect(rehearsals).toMatchObject([{ id: wish.commandId, title: wish.title, itemId: PERMIT }]);
    expect((await hall.as('zhou.min').get(`/desk/history/rehearsals?items=${PERMIT}`)).statusCode).toBe(403);
    const other = await hall.as('mu.lu').post(`${LOG}/rehearsals`, { ...wish, itemId: 'other', reform });
    expect(other.json()).toMatchObject({ code: 'command_reused' });
  });

  test(
    testName(
      'pdftotext',
      pdftotext,
      'is a signed report that says what is proposed, what came of it and what was assumed',
    ),
    async () => {
      const report = `/desk/history/rehearsals/${wish.commandId}/paper`;
      const pdf = await hall.as(cast.head).get(report);
      expect(pdf.rawPayload.subarray(0, 4).toString()).toBe('%PDF');
      const path = join(hall.folder, 'rehearsal.pdf');
      await writeFile(path, pdf.rawPayload);
      const text = pdftotext?.(path, '-').replaceAll(/\s/g, '') ?? '';
      for (const said of [
        '改革推演报告',
        '建筑工程施工许可证核发”的草案',
        wish.title,
        '改为3个工作日',
        '“环节审核”限1个工作日',
        '不是行政决定',
        '假设',
      ])
        expect(text).toContain(said);
      expect(pdfsig?.(path) ?? 'Signature is Valid').toContain('Signature is Valid');
      expect((await hall.as('zhou.min').get(report)).statusCode).toBe(403);
    },
  );
});
