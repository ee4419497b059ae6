import { expect, test } from './support/test.ts';
import { act, advance, openCase, staff } from './support/desk.ts';
import { apply, track } from './support/portal.ts';

test('silence is acceptance, dated back to the day of receipt, with the breach on record (Art. 32)', async ({
  browser,
  page,
}) => {
  const filed = await apply(page, { search: '排污水', item: '城镇污水排入排水管网许可', applicant: 'person' });
  const clerk = await staff(browser, 'zhou.min');
  await advance(clerk, 16);
  await track(page, filed);
  // The worker acts on what fell due; the page does not wait for it.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('视为受理').first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await openCase(clerk, filed.number);
  await expect(clerk.getByText('第三十二条第一款第四项').first()).toBeVisible();
});

test('a second correction notice is refused with the article', async ({ browser, page }) => {
  const filed = await apply(page, {
    search: '下水道接入',
    item: '城镇污水排入排水管网许可',
    applicant: 'person',
    without: ['排放污水水质检测报告'],
  });
  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '一次性补正告知');
  await openCase(clerk, filed.number);
  const panel = clerk.locator('#acts');
  await expect(panel.locator('.act-list').getByRole('button', { name: '一次性补正告知' })).toHaveCount(0);
  await panel.getByText(/现在不能办理的/).click();
  await expect(panel.getByText(/第三十二条第一款第四项/).first()).toBeVisible();
});
