import { expectAccessible } from './support/accessible.ts';
import { expectNoSidewaysScroll } from './support/frame.ts';
import { expect, test, type Browser, type Page } from './support/test.ts';

const PASSWORD = 'demo-yimen-2026';
const NEW_PASSWORD = '春江水暖鸭先知竹外桃花三两枝开';

/** One of the three administrators, by password and the one-time code the demonstration's door shows. */
async function administrator(browser: Browser, userName: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/desk/');
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const shown = await page.locator('.demo-code').innerText();
  await page.getByLabel('动态口令（6 位数字）').fill(/\d{6}/.exec(shown)?.[0] ?? '');
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.locator('.shell')).toBeVisible();
  return page;
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

async function inEnglish(page: Page, look: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await look();
  await page.getByRole('button', { name: '中文' }).click();
}

test('an account is made by one administrator and given a post for a term by another', async ({ browser }) => {
  const system = await administrator(browser, 'guan.li');
  await system.getByLabel('用户名（小写字母、数字、点、横线）').fill('xin.ren');
  await system.getByLabel('姓名', { exact: true }).fill('辛仁');
  await system.getByLabel('初始密码').fill(NEW_PASSWORD);
  await system.getByRole('button', { name: '新建', exact: true }).click();
  await expect(system.getByText('账号已建立。')).toBeVisible();
  await expectAccessible(system);
  await inEnglish(system, () => expectAccessible(system));

  const security = await administrator(browser, 'an.quan');
  await expectAccessible(security);
  await inEnglish(security, () => expectAccessible(security));
  await rowOf(security, '辛仁').getByRole('button', { name: '岗位 辛仁' }).click();
  const dialog = security.getByRole('dialog', { name: '岗位：辛仁' });
  await expect(dialog.getByText('尚无岗位。')).toBeVisible();
  await dialog.getByLabel('授予岗位').selectOption({ label: '督查岗' });
  await expect(dialog.getByText('该岗位的角色：效能监察人员。')).toBeVisible();
  await dialog.getByLabel(/截止日/).fill('2001-01-01');
  await dialog.getByRole('button', { name: '授予', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('截止日不能早于起始日');
  await expectAccessible(security);
  await dialog.getByLabel(/截止日/).fill('2099-12-31');
  await dialog.getByRole('button', { name: '授予', exact: true }).click();
  await expect(dialog.getByText('岗位已授予。')).toBeVisible();
  await expect(dialog.getByText(/督查岗.*2099-12-31/)).toBeVisible();
  await security.screenshot({ path: test.info().outputPath('posts.png') });
  await security.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(security);
  await security.screenshot({ path: test.info().outputPath('posts-phone.png') });
});
