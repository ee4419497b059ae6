import { expect, test } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { staff } from './support/desk.ts';
import { expectNoSidewaysScroll } from './support/frame.ts';
import { publicPages } from './support/pages.ts';

const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

for (const size of sizes) {
  for (const path of publicPages) {
    test(`portal ${path} at ${String(size.width)} is readable by everyone`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }

  test(`desk at ${String(size.width)} is readable by everyone`, async ({ browser }) => {
    const clerk = await staff(browser, 'zhou.min');
    await clerk.setViewportSize(size);
    for (const path of ['/desk/queue', '/desk/intake']) {
      await clerk.goto(path);
      await expect(clerk.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(clerk);
      await expectAccessible(clerk);
    }
    await clerk.goto('/desk/queue');
    await clerk.locator('a.number').first().click();
    await expect(clerk.getByRole('region', { name: '现在可以办理' })).toBeVisible();
    await expectNoSidewaysScroll(clerk);
    await expectAccessible(clerk);
  });
}

test('in large type nothing is pushed off a phone, and every target is at least 60 px high', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByRole('button', { name: '长辈模式' }).click();
  await expect(page.getByRole('button', { name: '标准字号' })).toBeVisible();
  for (const path of publicPages) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(box?.height ?? 0, `${path}: ${await button.innerText()}`).toBeGreaterThanOrEqual(60);
    }
  }
});

test('the portal works without scripts: search, read, begin, track', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/halls/410500');
  await page.getByRole('searchbox').fill('开网吧');
  await page.getByRole('button', { name: '搜索' }).click();
  await page
    .getByRole('link', { name: /互联网上网服务/ })
    .first()
    .click();
  await page.getByRole('button', { name: '开始申请' }).click();
  await page.getByRole('link', { name: '继续填写' }).click();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('in English every word of the frame is English and the law stays Chinese, marked so', async ({ page }) => {
  await page.goto('/halls/410500/items/construction-permit');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Start the application' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
});
