import { expect, type Browser, type Page } from '@playwright/test';

/** Words typed into an act's form, by label; a value in 「」 chooses a radio button of that name. */
export type ActFields = Readonly<Record<string, string>>;

export const choose = (option: string): string => `「${option}」`;

/** A colleague's own browser, signed in at the desk. */
export async function staff(browser: Browser, userName: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, userName, '');
  await expect(page.getByRole('heading', { name: '我的待办' })).toBeVisible();
  return page;
}

/** Signs in at the door, which is opened first unless it is already in front of the person. */
export async function signIn(page: Page, userName: string, base = '', open = true): Promise<void> {
  if (open) await page.goto(`${base}/desk/`);
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码').fill('demo-yimen-2026');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.locator('.shell')).toBeVisible();
}

/** Opens a case the way a clerk does: by its number in the search box. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.goto('/desk/queue');
  await page.getByLabel('按办件编号或申请人查找').fill(number);
  await page.getByLabel('按办件编号或申请人查找').press('Enter');
  await page.locator('a.number').first().click();
  await expect(page.getByRole('region', { name: '现在可以办理' })).toBeVisible();
}

/** Does one act in its form and waits until the server has answered. */
export async function act(page: Page, title: string, fields: ActFields = {}): Promise<void> {
  const acts = page.locator('#acts');
  await acts
    .locator('.act-list')
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .first()
    .click();
  const form = acts.getByRole('form');
  for (const [label, value] of Object.entries(fields)) await fill(form, label, value);
  await form.getByRole('button', { name: `确认${title}` }).click();
  await expect(acts.getByRole('status')).toContainText(title);
}

async function fill(form: ReturnType<Page['locator']>, label: string, value: string): Promise<void> {
  const option = /^「(.+)」$/.exec(value)?.[1];
  if (option === undefined) {
    const field = form.getByLabel(label).first();
    const isChoice = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
    return;
  }
  await form.getByRole('group', { name: label }).getByText(option, { exact: true }).click();
}

/** Takes a step and completes it with an opinion. */
export async function examine(page: Page, opinion: string): Promise<void> {
  await act(page, '领取环节');
  await act(page, '完成环节', { 结论: choose('同意 / 符合'), 意见: opinion });
}

/** Moves the demonstration's clock ahead, by the labelled control and not by waiting. */
export async function advance(page: Page, days: number): Promise<void> {
  const control = page.getByRole('region', { name: '演示 · 时间控制' });
  const before = await control.getByText('系统日期').innerText();
  await control.getByLabel('向前推进的天数').fill(String(days));
  await control.getByRole('button', { name: '推进', exact: true }).click();
  await expect(control.getByText('系统日期')).not.toHaveText(before);
}
