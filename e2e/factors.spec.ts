import { expect, test, type Page } from './support/test.ts';
import { Secret, TOTP } from 'otpauth';
import { expectAccessible } from './support/accessible.ts';

const PASSWORD = 'demo-yimen-2026';

async function typePassword(page: Page, userName: string): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
}

async function toAccount(page: Page): Promise<void> {
  await page.getByRole('link', { name: '我的账号' }).click();
  await expect(page.getByRole('heading', { name: '第二因素' })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByLabel('用户名')).toBeVisible();
}

test('an administrator of the demonstration signs in with two factors; the door shows the code', async ({ page }) => {
  await page.goto('/desk/');
  await typePassword(page, 'guan.li');
  await expect(page.getByRole('heading', { name: '第二步：第二因素' })).toBeVisible();
  await expectAccessible(page);
  const shown = await page.locator('.demo-code').innerText();
  await page.getByLabel('动态口令（6 位数字）').fill('000000');
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('验证未通过');
  await page.getByLabel('动态口令（6 位数字）').fill(/\d{6}/.exec(shown)?.[0] ?? '');
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.getByRole('link', { name: '我的账号' })).toBeVisible();
});

test('somebody sets up one-time codes, signs in with them, and proves it again without losing what was begun', async ({
  page,
}) => {
  await page.goto('/desk/');
  await typePassword(page, 'bi.shu');
  await expect(page.getByText('演示免第二因素')).toBeVisible();
  await toAccount(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: '登记动态口令' }).click();
  const secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  await expectAccessible(page);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = totp.generate();
  await page.getByLabel('2. 输入验证器显示的 6 位数字').fill(code);
  await page.getByRole('button', { name: '完成登记' }).click();
  await expect(page.locator('ol.codes li')).toHaveCount(10);
  const codes = await page.locator('ol.codes li').allInnerTexts();
  await page.getByRole('button', { name: '我已妥善保存' }).click();

  // The server asks again who is there: the dialog asks, and the act goes on by itself under the same request.
  let asked = 0;
  await page.route('**/api/v1/account/recovery-codes', async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    const words = { zh: '请再次验证身份。', en: 'Prove who you are.' };
    const problem = { type: 'urn:yimen:problem:reauth_needed', title: '', status: 403, code: 'reauth_needed', words };
    return route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem });
  });
  await page.getByRole('button', { name: '换一组新的恢复码' }).click();
  const dialog = page.getByRole('dialog', { name: '请再次验证身份' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '恢复码' }).click();
  await dialog.getByLabel('恢复码（一次一个）').fill(codes[0] ?? '');
  await dialog.getByRole('button', { name: '验证', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('ol.codes li')).toHaveCount(10);
  const renewed = await page.locator('ol.codes li').allInnerTexts();
  expect([asked, renewed.length, renewed.includes(codes[1] ?? '')]).toEqual([2, 10, false]);

  await signOut(page);
  await typePassword(page, 'bi.shu');
  // The code that set it up is used up, here as everywhere.
  await page.getByLabel('动态口令（6 位数字）').fill(code);
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('验证未通过');
  await page.getByRole('button', { name: '恢复码' }).click();
  await page.getByLabel('恢复码（一次一个）').fill(renewed[0] ?? '');
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.getByRole('link', { name: '我的账号' })).toBeVisible();
  await toAccount(page);
  await expect(page.getByText('还有 9 个未使用')).toBeVisible();
});

test('somebody sets up a passkey and signs in with it', async ({ browser }) => {
  // Passkeys belong to a host's name, not to an address in digits.
  const baseURL = (test.info().project.use.baseURL ?? '').replace('127.0.0.1', 'localhost');
  const page = await (await browser.newContext({ baseURL })).newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'usb', hasUserVerification: true, isUserVerified: true } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, automaticPresenceSimulation: true },
  });
  await page.goto('/desk/');
  await typePassword(page, 'xiang.mu');
  await toAccount(page);
  await page.getByRole('button', { name: '登记通行密钥' }).click();
  await page.getByLabel('给这把密钥起个名字').fill('窗口安全密钥');
  await page.getByRole('button', { name: '登记通行密钥' }).click();
  await page.getByRole('button', { name: '我已妥善保存' }).click();
  await expect(page.getByText('通行密钥：窗口安全密钥')).toBeVisible();
  await signOut(page);
  await typePassword(page, 'xiang.mu');
  await page.getByRole('button', { name: '使用通行密钥' }).click();
  await toAccount(page);
  await expect(page.getByRole('cell', { name: '通行密钥' })).toBeVisible();
});
