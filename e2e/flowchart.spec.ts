import { createRequire } from 'node:module';
import { items } from '@yimen/demo';
import { expect, test, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';

const VIEWER = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

interface Drawn {
  readonly warnings: readonly string[];
  readonly shapes: number;
}

/** What bpmn-js, the viewer the field uses, makes of a file. */
const draw = (page: Page, xml: string): Promise<Drawn> =>
  page.evaluate(async (text) => {
    const { BpmnJS } = globalThis as unknown as {
      BpmnJS: new (options: object) => {
        importXML: (xml: string) => Promise<{ warnings: readonly { message: string }[] }>;
        destroy: () => void;
      };
    };
    const container = document.querySelector('#canvas');
    const viewer = new BpmnJS({ container });
    const { warnings } = await viewer.importXML(text);
    const shapes = container?.querySelectorAll('.djs-shape:not(.djs-label)').length ?? 0;
    viewer.destroy();
    return { warnings: warnings.map(({ message }) => message), shapes };
  }, xml);

test('bpmn-js draws the published process of every item without a warning', async ({ page, request }) => {
  test.slow();
  await page.setContent('<div id="canvas" style="height:600px"></div>');
  await page.addScriptTag({ path: VIEWER });
  for (const { jurisdiction, id } of items) {
    const answer = await request.get(`/api/v1/items/${jurisdiction}/${id}/flow.bpmn`);
    expect(answer.status(), id).toBe(200);
    const { warnings, shapes } = await draw(page, await answer.text());
    expect(warnings, id).toEqual([]);
    expect(shapes, id).toBeGreaterThan(10);
  }
});

test('a guide shows its flowchart, in the language of the page', async ({ page }) => {
  const [item] = items;
  if (item === undefined) throw new Error('the demonstration has no item');
  await page.goto(`/halls/${item.jurisdiction}/items/${item.id}`);
  await page.getByText('查看流程图').click();
  const picture = page.getByRole('img', { name: /流程图/ });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(800);
  await expectAccessible(page);
});
