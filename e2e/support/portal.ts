import { expect, type Page } from '@playwright/test';
import { scanOf } from './files.ts';

export interface Filed {
  readonly number: string;
  readonly queryCode: string;
}

/** What one applicant would type; keys are the labels on the screen. */
export interface Application {
  /** Everyday words, and the item they must find. */
  readonly search: string;
  readonly item: string;
  readonly applicant: 'person' | 'organisation';
  /** Names of the materials to leave out; all others are uploaded. */
  readonly without?: readonly string[];
}

const person: Readonly<Record<string, string>> = {
  姓名: '演示申请人',
  证件号码: '410108199003070017',
  联系电话: '0372-0000123',
};
const organisation: Readonly<Record<string, string>> = {
  单位名称: '安阳演示建设有限公司',
  统一社会信用代码: '91410500MA0000000F',
  法定代表人: '演示法人',
  联系人: '演示联系人',
  联系电话: '0372-0000456',
};

/** Lives the citizen's way from the search box to the confirmation page. */
export async function apply(page: Page, application: Application): Promise<Filed> {
  await page.goto('/halls/410500');
  await page.getByRole('searchbox').fill(application.search);
  await page.getByRole('button', { name: '搜索' }).click();
  await page.getByRole('link', { name: application.item }).first().click();
  await page.getByRole('button', { name: '开始申请' }).click();
  await page.getByRole('link', { name: '继续填写' }).click();
  await expect(page.getByRole('button', { name: '保存并继续' })).toBeVisible();
  await whoApplies(page, application);
  await fillAll(page, application.applicant === 'person' ? person : organisation);
  await goOn(page);
  while (page.url().includes('/questions/')) {
    await answerPage(page);
    await goOn(page);
  }
  await uploadAll(page, application.without ?? []);
  await page.getByRole('button', { name: '继续：核对并提交' }).click();
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByRole('heading', { name: '申请已提交' })).toBeVisible();
  const number = (await page.locator('.case-number').innerText()).replaceAll(/\s/g, '');
  const queryCode = await page.locator('.query-code').innerText();
  return { number, queryCode };
}

async function whoApplies(page: Page, { applicant }: Application): Promise<void> {
  if (!page.url().endsWith('/who')) return;
  await page.getByRole('radio', { name: applicant === 'person' ? '个人' : /单位/ }).check();
  await page.getByRole('radio', { name: '申请人自己办' }).check();
  await goOn(page);
}

/** Goes on and waits for the next page itself: its address changes before its fields do. */
async function goOn(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.innerText();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(heading, 'the page was refused').not.toHaveText(before);
}

async function fillAll(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value);
}

/** Answers every question of the page with something its kind allows. */
async function answerPage(page: Page): Promise<void> {
  for (const group of await page.getByRole('group').all()) await group.getByRole('radio').first().check();
  for (const field of await page.locator('form input[type=date]').all()) await field.fill('2027-03-01');
  for (const field of await page.locator('form input[inputmode=decimal]').all()) await field.fill('120');
  for (const field of await page.locator('form input[type=text]:not([inputmode]), form textarea').all()) {
    if ((await field.inputValue()) === '') await field.fill('演示填写');
  }
}

async function uploadAll(page: Page, without: readonly string[]): Promise<void> {
  for (const item of await page.locator('.materials > li').all()) {
    const name = await item.getByRole('heading').innerText();
    if (without.includes(name)) continue;
    await item.locator('input[type=file]').setInputFiles(scanOf(name));
    await expect(item.getByText('已上传')).toBeVisible();
  }
}

/** Follows a case: with the key this browser still holds, else with number and query code. */
export async function track(page: Page, { number, queryCode }: Filed): Promise<void> {
  await page.goto(`/track/${number}`);
  if (page.url().includes('?number=')) {
    await page.getByLabel('查询码').fill(queryCode);
    await page.getByRole('button', { name: '查询' }).click();
  }
  await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible();
}

/** Waits until a paper is made and fetches it with the visitor's own cookies. */
export async function fetchPaper(page: Page, name: RegExp): Promise<Buffer> {
  const link = page.getByRole('link', { name }).first();
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('application/pdf');
  return answer.body();
}
