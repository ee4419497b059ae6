import { expect, test, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { act, advance, openCase, staff } from './support/desk.ts';
import { apply, track } from './support/portal.ts';

const item = '/desk/catalogue/water-abstraction';
const guide = '/halls/410500/items/water-abstraction';

/** Nobody may be stopped by a screen, in either language, on the desk's computer or a telephone. */
async function expectForEveryone(page: Page): Promise<void> {
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const language of ['English', '中文']) {
      await page.getByRole('button', { name: language }).click();
      await expectAccessible(page);
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

test('every screen of the catalogue desk is for everyone, zh and en', async ({ browser }) => {
  test.slow();
  const editor = await staff(browser, 'mu.lu');
  await editor.goto('/desk/catalogue?state=full');
  await expect(editor.getByRole('table')).toBeVisible();
  await expectForEveryone(editor);
  for (const part of ['edit', 'situations', 'difference', 'versions']) {
    await editor.goto(`${item}?part=${part}`);
    await expect(editor.getByRole('tabpanel')).toBeVisible();
    await expectForEveryone(editor);
  }
});

test('a promise above the law is named and mended; alone an editor publishes only a correction, and a running case keeps its version', async ({
  browser,
  page,
}) => {
  test.slow();
  const filed = await apply(page, { search: '取水', item: '取水许可', applicant: 'organisation' });
  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '受理');
  await track(page, filed);
  const due = page.locator('dt', { hasText: '承诺最晚办结' }).locator('+ dd');
  const promisedThen = await due.innerText();

  const editor = await staff(browser, 'mu.lu');
  await editor.goto('/desk/catalogue?q=取水&state=full');
  await editor.getByRole('link', { name: /取水许可/ }).click();

  const promised = editor.getByLabel('承诺办结时限');
  const promise = await promised.inputValue();
  const findings = editor.getByRole('region', { name: '检查结果' });
  await promised.fill('99');
  await expect(findings).toContainText('错误');
  await expect(findings).toContainText('第三十六条');
  await expect(findings).toContainText('怎么改');
  await findings.getByRole('link').first().click();
  await expect(promised).toBeFocused();
  await expectAccessible(editor);

  // Another promise is an element of the list: nobody publishes it alone.
  await promised.fill('11');
  await expect(findings).toContainText('没有错误');
  await expect(editor.getByRole('region', { name: '公众将看到的指南' })).toContainText('11 个工作日');
  await editor.getByRole('tab', { name: '与现行版本的差异' }).click();
  await expect(editor.getByRole('tabpanel')).toContainText('五个环节');
  await expect(editor.getByRole('button', { name: '发布更正' })).toHaveCount(0);
  await expectAccessible(editor);

  await editor.getByRole('tab', { name: '编辑' }).click();
  await promised.fill(promise);
  await editor.getByLabel('咨询电话').fill('0372-0000999');
  await expect(editor.getByRole('region', { name: '公众将看到的指南' })).toContainText('0372-0000999');
  await editor.getByRole('tab', { name: '与现行版本的差异' }).click();
  const today = await editor.getByLabel('生效日期').inputValue();
  const day = new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10);
  await editor.getByLabel('生效日期').fill(day);
  await editor.getByLabel('理由').fill('更换咨询电话');
  await expectAccessible(editor);
  await editor.getByRole('button', { name: '发布更正' }).click();
  await expect(editor.getByText(/^已发布第 \d+ 版，自 .+ 起生效。$/)).toBeVisible();
  await editor.getByRole('tab', { name: '版本', exact: true }).click();
  await expect(editor.getByRole('tabpanel')).toContainText('待生效');
  await expectAccessible(editor);

  await page.goto(guide);
  await expect(page.getByRole('main')).not.toContainText('0372-0000999');
  await advance(editor, 8);
  await page.goto(guide);
  await expect(page.getByRole('main')).toContainText('0372-0000999');
  await track(page, filed);
  await expect(due).toHaveText(promisedThen);
});
