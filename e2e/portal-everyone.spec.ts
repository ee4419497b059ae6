import { expect, test, type Locator, type Page } from './support/test.ts';
import { expectLight, expectNoSidewaysScroll } from './support/frame.ts';
import { follow, press, tabTo } from './support/keyboard.ts';
import { dress, expectReadable, looks } from './support/looks.ts';

/** Pages anybody can open, the pages of errors, and those of an application just begun. */
const open = [
  '/',
  '/halls/410500',
  '/halls/410500?q=开网吧',
  '/halls/410500?q=zzzz',
  '/halls/410500/items/construction-permit',
  '/resume',
  '/track',
  '/verify',
  '/verify/ABCDEFGH2345',
  '/verify/ABCDEFGH2345/proof',
  '/nowhere',
  '/problem/429',
  '/problem/503',
];
const ofDraft = ['', '/who', '/applicant', '/agent', '/materials', '/check', '/changes'];
/** Begins an application and answers where it is. */
async function beginning(page: Page): Promise<string> {
  await page.goto('/halls/410500/items/construction-permit');
  await page.locator('.start button').click();
  await expect(page.locator('.resume-code')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** As a finger does: pressing takes the focus from the field, and what that changes on the page must not move the button away. */
async function pressSlowly(page: Page, button: Locator): Promise<void> {
  await button.hover();
  await page.mouse.down();
  await expect(page.getByText('您填的内容已保存在这台设备上')).toBeVisible();
  await page.mouse.up();
}

async function allPages(page: Page): Promise<readonly string[]> {
  const draft = await beginning(page);
  return [...open, ...ofDraft.map((part) => draft + part)];
}

for (const look of looks) {
  test(`every portal page in ${look.name}: readable by everyone, targets large enough, nothing sideways`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await dress(page, look);
    for (const path of await allPages(page)) {
      await page.goto(path);
      await expectReadable(page, look);
    }
  });
}

test('no page weighs more than 150 KB, compressed, and what never changes may be kept', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of await allPages(page)) await expectLight(page, path);
  const script = await page.locator('link[rel=modulepreload]').first().getAttribute('href');
  const asset = await page.request.get(script ?? '', { headers: { 'accept-encoding': 'gzip' } });
  expect(asset.headers()).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(asset.headers()['cache-control']).toContain('immutable');
  expect(asset.headers()['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
});

test('at 400 % zoom (320 px wide) and by keyboard alone an application is found, begun and typed', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/halls/410500');
  await page.getByRole('searchbox').focus();
  await page.keyboard.insertText('盖房子开工');
  await page.keyboard.press('Enter');
  await follow(page, /建筑工程施工许可证核发/);
  await press(page, '开始申请');
  await follow(page, '继续填写');
  await expectNoSidewaysScroll(page);
  await tabTo(page, page.getByRole('radio', { name: /单位/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('radio', { name: '申请人自己办' }));
  await page.keyboard.press('Space');
  await press(page, '保存并继续');
  await tabTo(page, page.getByLabel('单位名称'));
  await page.keyboard.insertText('安阳演示建设有限公司');
  await expect(page.getByText('已自动保存')).toBeVisible();
  await press(page, '保存并继续');
  await expect(page.getByRole('alert')).toBeFocused();
  await expectNoSidewaysScroll(page);
});

test('two devices: one goes on with the code, the other is told what was typed meanwhile', async ({
  page,
  browser,
}) => {
  const draft = await beginning(page);
  const code = await page.locator('.query-code').innerText();
  const phone = await (await browser.newContext()).newPage();
  await phone.goto('/resume');
  await phone.getByLabel('续填码').fill(code.toLowerCase().replaceAll('-', ''));
  await phone.getByRole('button', { name: '继续填写' }).click();
  await expect(phone.getByRole('heading', { name: '您的申请' })).toBeVisible();
  await phone.goto(`${draft}/applicant`);
  await phone.getByLabel('联系电话').fill('0372-0000789');
  await expect(phone.getByText('已自动保存')).toBeVisible();
  await page.goto(draft);
  await page.getByRole('link', { name: '看看变了什么' }).click();
  await expect(page.getByRole('heading', { name: '您离开以后的变化' })).toBeVisible();
  await expect(page.getByText('0372-0000789')).toBeVisible();
  await page.getByRole('button', { name: '知道了，继续填写' }).click();
  await expect(page.getByRole('link', { name: '看看变了什么' })).toHaveCount(0);
});

test('without a network the form stands, says so, and saves itself afterwards', async ({ page }) => {
  const draft = await beginning(page);
  await page.goto(`${draft}/applicant`);
  await page.context().setOffline(true);
  await page.getByLabel('联系电话').fill('0372-0000789');
  await expect(page.getByText('没有网络', { exact: false }).first()).toBeVisible();
  await pressSlowly(page, page.getByRole('button', { name: '保存并继续' }));
  await expect(page.getByRole('alert')).toContainText('没有连上服务器');
  await expect(page.getByLabel('联系电话')).toHaveValue('0372-0000789');
  await page.context().setOffline(false);
  await expect(page.getByText('已自动保存')).toBeVisible({ timeout: 15_000 });
});

test('a form that is too large is answered with a page in plain words', async ({ page }) => {
  const answer = await page.request.post('/verify', {
    multipart: { file: { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(66 * 1024 * 1024) } },
  });
  expect(answer.status()).toBe(413);
  expect(answer.headers()['content-type']).toContain('text/html');
  expect(await answer.text()).toContain('文件太大');
});
