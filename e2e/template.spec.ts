import { randomUUID } from 'node:crypto';
import { signIn, staff } from './support/desk.ts';
import { expect, test, type Page } from './support/test.ts';

const item = 'public-place-hygiene';
const at = `/api/v1/desk/catalogue/items/${item}`;

interface Draft {
  readonly revision: number;
  readonly content: { readonly materials: readonly object[] };
}

/** A correction of how a material is filled in: the one thing of a template that its city's editor publishes alone. */
async function cityCorrects(page: Page): Promise<void> {
  const { draft } = (await (await page.request.get(at)).json()) as { readonly draft: Draft };
  const materials = draft.content.materials.map((one, nth) =>
    nth === 0 ? { ...one, fillNotes: '用黑色签字笔填写，不得涂改' } : one,
  );
  const content = { ...draft.content, materials };
  const headers = { origin: new URL(page.url()).origin };
  const saved = await page.request.post(`${at}/draft`, { headers, data: { revision: draft.revision, content } });
  const { revision } = (await saved.json()) as { readonly revision: number };
  const { today } = (await (await page.request.get('/api/v1/session')).json()) as { readonly today: string };
  const data = { commandId: randomUUID(), revision, effectiveFrom: today, reason: '补充填报须知' };
  const published = await page.request.post(`${at}/publication`, { headers, data });
  expect(published.status(), await published.text()).toBe(200);
}

test('a county adopts its city’s item; the city changes it; the county sees the difference and takes it', async ({
  page,
  browser,
}) => {
  await signIn(page, 'tang.lu');
  await page.goto('/desk/catalogue');
  await expect(page.getByRole('row', { name: /食品经营许可/ })).toContainText('来自上级模板');
  await page.getByRole('link', { name: '采用上级模板' }).click();
  await page.getByLabel('按名称或编号查找').fill('医师');
  await page.getByRole('button', { name: /采用“.*医师/ }).click();
  await expect(page.getByText('来自上级模板：安阳市市民之家，第 1 版。')).toBeVisible();
  await expect(page.getByRole('link', { name: '缺少复议机关或管辖法院' })).toBeVisible();

  const editor = await staff(browser, 'mu.lu');
  await cityCorrects(editor);
  await editor.context().close();

  await page.goto('/desk/catalogue?state=upstream');
  await page.getByRole('link', { name: '公共场所卫生许可' }).click();
  await page.getByRole('tab', { name: '上级模板' }).click();
  const proposal = page.getByRole('region', { name: '上级变更提议' });
  await expect(proposal).toContainText('填报须知增加：用黑色签字笔填写，不得涂改');
  await proposal.getByRole('button', { name: '采纳为草稿' }).click();
  await expect(proposal).toContainText('没有待处理的上级变更');
  await page.getByRole('tab', { name: '与现行版本的差异' }).click();
  await expect(page.getByText('填报须知增加：用黑色签字笔填写，不得涂改')).toBeVisible();
});
