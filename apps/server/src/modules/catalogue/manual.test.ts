import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Guide, Manual } from '@yimen/contract';
import { guideSheet } from '@yimen/core/catalogue';
import { anyang, items } from '@yimen/demo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { popplerTool, testName } from '../../platform/documents/testing/poppler.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { publish } from './publish.ts';

const pdftotext = popplerTool('pdftotext');
const [first] = items;
if (first === undefined) throw new Error('the demonstration has no items');

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 60_000);
afterAll(() => hall.close());

const pathOf = (id: string): string => `/desk/catalogue/items/${id}/manual`;
const ask = (path: string) => hall.as('zhou.min').get(path);
const manualOf = async (id: string, query = ''): Promise<Manual> =>
  Manual.parse((await ask(`${pathOf(id)}${query}`)).json());
async function printed(path: string): Promise<string> {
  const file = join(hall.folder, 'manual.pdf');
  await writeFile(file, (await ask(path)).rawPayload);
  return (pdftotext?.('-raw', file, '-') ?? '').replaceAll(/\s/g, '');
}

test.skipIf(pdftotext === null).each(['zh', 'en'] as const)(
  testName('pdftotext', pdftotext, 'screen and paper of every manual say the same facts under the same hash (%s)'),
  async (language) => {
    for (const { id } of items) {
      const { guide, sections } = await manualOf(id, `?language=${language}`);
      const text = await printed(`${pathOf(id)}.pdf?language=${language}`);
      expect(text, id).toContain(guide.hash);
      for (const { id: part, title, facts } of sections) {
        // The limits stand large at the head of the paper, without a heading.
        if (part !== 'limits') expect(text, `${id} ${part}`).toContain(title.replaceAll(/\s/g, ''));
        for (const fact of facts)
          for (const said of [fact.label, fact.text, ...fact.notes])
            expect(text, `${id} ${fact.id}`).toContain(said.replaceAll(/\s/g, ''));
      }
    }
  },
  120_000,
);

test('a manual has the public guide word for word and under its hash, then posts, papers and what else the officer needs', async () => {
  for (const { id } of items) {
    const manual = await manualOf(id);
    const guide = Guide.parse((await hall.anybody().get(`/items/${anyang}/${id}`)).json());
    const { sections } = guideSheet(guide, 'zh');
    expect(manual.guide.hash).toBe(guide.hash);
    expect(manual.sections.slice(0, sections.length)).toEqual(sections);
    expect(manual.sections.slice(sections.length).map((section) => section.id)).toEqual(
      expect.arrayContaining(['posts', 'templates']),
    );
  }
});

test('whoever handles a case of an older version reads the manual of that version, and that there is a newer one', async () => {
  const conditions = [...first.conditions, '新版增加的条件'];
  const next = { ...first, version: first.version + 1, effectiveFrom: hall.today(), conditions };
  await hall.shell.db.transaction().execute((tx) => publish(tx, next, 'test'));
  const [now, then] = [await manualOf(first.id), await manualOf(first.id, `?version=${String(first.version)}`)];
  expect(now.guide.version).toBe(next.version);
  expect(then).toMatchObject({ guide: { version: first.version }, inForce: next.version });
  expect([JSON.stringify(now), JSON.stringify(then)].map((text) => text.includes('新版增加的条件'))).toEqual([
    true,
    false,
  ]);
  expect(then.guide.hash).not.toBe(now.guide.hash);
});

test('there is no manual of an unknown item, of a version that never was, or for the public', async () => {
  expect((await ask(pathOf('nowhere'))).statusCode).toBe(404);
  expect((await ask(`${pathOf(first.id)}?version=999`)).statusCode).toBe(404);
  expect((await ask(`${pathOf(first.id)}?version=0`)).statusCode).toBe(422);
  expect((await hall.anybody().get(pathOf(first.id))).statusCode).toBe(401);
});
