import { expect, test, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { staff } from './support/desk.ts';

const HALL = '/halls/410500';

/** The number a link bears is the number of rows it leads to. */
async function expectRows(page: Page, nav: string, rows: string): Promise<void> {
  const link = page.getByRole('navigation', { name: nav }).getByRole('link').filter({ hasText: /\d/ }).last();
  const count = Number(/\d+/.exec(await link.innerText())?.[0]);
  await link.click();
  await expect(page.locator(rows)).toHaveCount(count);
}

test('the public lists are read without scripts, and every number is one click from its rows', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(HALL);
  await page.getByRole('link', { name: '权责清单' }).click();
  await expectRows(page, '权力类型', 'tbody tr');
  await page.getByRole('link', { name: '数字和精简情况' }).click();
  const items = page.getByRole('link', { name: /^即办率.*项事项$/ });
  const count = Number(await items.innerText());
  await items.click();
  await expect(page.locator('#rows li')).toHaveCount(count);
  await page.getByRole('link', { name: '每月变化' }).click();
  await expect(page.getByText('没有变化。').or(page.locator('.list-changes li').first())).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('link', { name: /^Added/ })).toBeVisible();
  await context.close();
});

test('what was asked in vain reaches the catalogue office, whose words then find it', async ({ browser, page }) => {
  const asked = `轱辘会${String(Date.now() % 1000)}要备啥`;
  await page.goto(HALL);
  await page.getByLabel('您要办什么事？').fill(asked);
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page.locator('.nothing-found')).toContainText('0372-');
  const editor = await staff(browser, 'mu.lu');
  await editor.goto('/desk/catalogue/words');
  const row = editor.getByRole('row').filter({ hasText: asked });
  await expect(row).toContainText('查不到');
  await editor.getByLabel('事项名称中的词').fill('大型群众性活动');
  await editor.getByLabel('群众的说法', { exact: true }).fill('轱辘会');
  await editor.getByRole('button', { name: '保存' }).click();
  await expect(editor.getByText('已保存，涉及 1 项事项。')).toBeVisible();
  await expectAccessible(editor);
  await row.getByRole('button', { name: /处理完毕/ }).click();
  await expect(row).toHaveCount(0);
});
