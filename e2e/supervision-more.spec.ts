import { expect, test, type Browser, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { openCase, staff } from './support/desk.ts';
import { apply } from './support/portal.ts';

async function urge(page: Page, question: string): Promise<void> {
  const panel = page.getByRole('region', { name: '督办' });
  await panel.getByRole('button', { name: '督办本件' }).click();
  await panel.getByLabel('要求说明的事项').fill(question);
  await panel.getByRole('button', { name: '确认督办本件' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: question })).toContainText('等待答复');
}

/** Supervision follows the ledger a moment behind: a case just filed is known to it a little later. */
async function followed(browser: Browser, page: Page): Promise<string> {
  const filed = await apply(page, { search: '饭店排污水', item: '城镇污水排入排水管网许可', applicant: 'person' });
  const supervisor = await staff(browser, 'yu.cha');
  await expect(async () => {
    await supervisor.goto('/desk/supervision/rows?figure=waiting');
    const grouped = (filed.number.match(/.{1,4}/g) ?? []).join(' ');
    await expect(supervisor.getByText(grouped)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  return filed.number;
}

test('supervisor, manager and chief representative urge; the department answers, the urger settles', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000);
  const number = await followed(browser, page);
  for (const [person, question] of [
    ['yu.cha', '请说明何时受理。'],
    ['peng.zhi', '申请人来电催问，请答复。'],
    ['zhao.yan', '请窗口说明材料情况。'],
  ] as const) {
    const urger = await staff(browser, person);
    await openCase(urger, number);
    await urge(urger, question);
    if (person === 'yu.cha') await expectAccessible(urger);
  }
  const head = await staff(browser, 'gao.jun');
  await expect(head.getByRole('link', { name: /^督办/ })).toBeVisible();
  await head.getByRole('link', { name: /^督办/ }).click();
  await expectAccessible(head);
  await head.getByRole('row').filter({ hasText: '请窗口说明材料情况。' }).getByRole('link').click();
  await head.locator('#acts').getByRole('button', { name: '答复督办' }).click();
  await head.getByRole('form', { name: '答复督办' }).getByLabel('内容').fill('今日受理。');
  await head.getByRole('button', { name: '确认答复督办' }).click();
  await expect(head.locator('.card-life')).toContainText('今日受理。');

  const chief = await staff(browser, 'zhao.yan');
  await chief.goto('/desk/supervision/cards?show=mine&family=urging');
  await chief.getByRole('row').filter({ hasText: '请窗口说明材料情况。' }).getByRole('link').click();
  await expect(chief.getByText('已答复', { exact: true })).toBeVisible();
  await chief.locator('#acts').getByRole('button', { name: '了结督办' }).click();
  await chief.getByRole('form', { name: '了结督办' }).getByLabel('理由').fill('已按答复办理。');
  await chief.getByRole('button', { name: '确认了结督办' }).click();
  await expect(chief.locator('.card-life li').last()).toContainText('了结');
});

test('a supervisor reads the rules in words and lays down an earlier threshold, with its reason', async ({
  browser,
}) => {
  const page = await staff(browser, 'yu.cha');
  await page.goto('/desk/supervision/cards');
  await page.getByRole('link', { name: /^监察规则/ }).click();
  await expect(page.getByRole('heading', { name: '监察规则', level: 1 })).toBeVisible();
  await expect(page.getByRole('row', { name: /^T03 / })).toContainText('已用时限达 90%');
  await page.getByText('公布新规则').click();
  const form = page.getByRole('form', { name: '公布新规则' });
  await form.getByLabel('名称').fill('安阳市监察规则（演示）');
  await form.getByLabel('施行日期').fill('2099-01-04');
  await form.getByLabel('理由与依据').fill('领导小组会议纪要（演示）');
  await form.getByRole('group', { name: /榆林/ }).getByLabel('预警：已用时限（%）').fill('80');
  await form.getByText('各条规则').click();
  await form.getByLabel('P01 条件').fill('promised and');
  await form.getByRole('button', { name: '公布' }).click();
  await expect(form.getByRole('alert')).toContainText('P01 第');
  await form.getByLabel('P01 条件').fill('promised and receivedByToo');
  await form.getByRole('button', { name: '公布' }).click();
  await expect(page.getByRole('row', { name: /领导小组会议纪要（演示）/ })).toContainText('已用时限达 80%');
  await expectAccessible(page);
});
