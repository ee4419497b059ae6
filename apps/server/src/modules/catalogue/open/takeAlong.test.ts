import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Checklist, Guide } from '@yimen/contract';
import { guideSheet, itemId, situationQuestions } from '@yimen/core/catalogue';
import { items } from '@yimen/demo';
import { day } from '@yimen/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popplerTool, testName } from '../../../platform/documents/testing/poppler.ts';
import { HALL, openHall, second, type OpenHall } from './test/world.ts';

const pdftotext = popplerTool('pdftotext');
const pdfinfo = popplerTool('pdfinfo');

let hall: OpenHall;
beforeAll(async () => {
  hall = await openHall();
}, 60_000);
afterAll(() => hall.close());

const get: OpenHall['get'] = (url, headers) => hall.get(url, headers);

describe('what can be taken along', () => {
  const textOf = async (pdf: Uint8Array): Promise<string> => {
    await writeFile(join(hall.folder, 'sheet.pdf'), pdf);
    return (pdftotext?.('-raw', join(hall.folder, 'sheet.pdf'), '-') ?? '').replaceAll(/\s/g, '');
  };

  test.skipIf(pdftotext === null || pdfinfo === null)(
    testName(
      'pdftotext',
      pdftotext,
      'the notice of every item is one sheet and has every fact of its guide and the hash',
    ),
    async () => {
      for (const { id } of items) {
        const guide = Guide.parse((await get(`/api/v1/items/${HALL}/${id}`)).json());
        const reply = await get(`/api/v1/items/${HALL}/${id}/notice.pdf`);
        const text = await textOf(reply.rawPayload);
        expect(text, id).toContain(guide.hash);
        for (const fact of guideSheet(guide, 'zh').sections.flatMap(({ facts }) => facts)) {
          for (const said of [fact.label, fact.text, ...fact.notes]) {
            expect(text, `${id} ${fact.id}`).toContain(said.replaceAll(/\s/g, ''));
          }
        }
        expect(
          Number(/Pages:\s+(\d+)/.exec(pdfinfo?.(join(hall.folder, 'sheet.pdf')) ?? '')?.[1]),
          id,
        ).toBeLessThanOrEqual(2);
      }
    },
    120_000,
  );

  test.skipIf(pdftotext === null)(
    testName('pdftotext', pdftotext, 'a notice with more than two pages hold takes another sheet and loses nothing'),
    async () => {
      const conditions = Array.from(
        { length: 400 },
        (_, at) => `第${String(at + 1)}项条件：应当具备与所申请事项相适应的场所设施和人员`,
      );
      const long = { ...second, id: itemId('long'), conditions, effectiveFrom: day('2026-01-01') };
      await hall.put(long);
      const text = await textOf((await get(`/api/v1/items/${HALL}/long/notice.pdf`)).rawPayload);
      for (const condition of conditions) expect(text).toContain(condition);
    },
  );

  test('a checklist by answers is there in less than three seconds, on screen and as PDF', async () => {
    const item = items.find(({ id }) => id === 'construction-permit') ?? expect.fail('the demonstration changed');
    const payload = { answers: { inPlanningArea: false } };
    const url = `/api/v1/items/${HALL}/${item.id}/checklist`;
    const from = performance.now();
    const listed = Checklist.parse((await hall.app.inject({ method: 'POST', url, payload })).json());
    const pdf = await hall.app.inject({ method: 'POST', url: `${url}.pdf`, payload });
    expect(performance.now() - from).toBeLessThan(3000);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const papers = listed.sections.find(({ id }) => id === 'materials')?.facts.map(({ id }) => id);
    expect(papers).not.toContain('materials.planning');
    expect(papers).toHaveLength(item.materials.length - 1);
  });

  test('the checklist of every item asks only questions it knows, and refuses an answer that does not fit', async () => {
    for (const { id } of items) {
      const url = `/api/v1/items/${HALL}/${id}/checklist`;
      const { questions } = Checklist.parse(
        (await hall.app.inject({ method: 'POST', url, payload: { answers: {} } })).json(),
      );
      const guide = Guide.parse((await get(`/api/v1/items/${HALL}/${id}`)).json());
      expect(questions).toEqual(guide.detail === undefined ? [] : situationQuestions(guide.detail));
    }
    const url = `/api/v1/items/${HALL}/construction-permit/checklist`;
    const payload = { answers: { inPlanningArea: 'maybe' } };
    expect((await hall.app.inject({ method: 'POST', url, payload })).json()).toMatchObject({
      code: 'situation_unclear',
    });
  });

  test('the way to the hall is a code that a telephone opens', async () => {
    const reply = await get(`/api/v1/halls/${HALL}/map-code.svg`);
    expect(reply.payload).toMatch(/^<svg /);
    expect((await get('/api/v1/halls/999999/map-code.svg')).statusCode).toBe(404);
  });
});
