import { expect, test } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { staff } from './support/desk.ts';

test('a card becomes a proposal on paper; the department’s head receives and answers it', async ({ browser }) => {
  test.setTimeout(120_000);
  const supervisor = await staff(browser, 'yu.cha');
  await supervisor.goto('/desk/supervision/cards?show=all&level=yellow');
  await supervisor.getByRole('row').filter({ hasText: '住房和城乡建设局' }).first().getByRole('link').click();
  await supervisor.getByRole('link', { name: '发监察建议书' }).click();
  const form = supervisor.getByRole('form', { name: '发监察建议书' });
  await form.getByLabel('查明的问题').fill('承诺件未按期办理');
  await form.getByLabel('建议', { exact: true }).fill('建立逐日提醒');
  await expectAccessible(supervisor);
  await form.getByRole('button', { name: '确认发出' }).click();
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText(/监建〔\d{4}〕\d+号/);
  const head = await staff(browser, 'gao.jun');
  await head.goto(supervisor.url());
  await head.locator('#acts').getByRole('button', { name: '签收' }).click();
  await head.getByRole('button', { name: '确认签收' }).click();
  await head.locator('#acts').getByRole('button', { name: '回复' }).click();
  const reply = head.getByRole('form', { name: '回复' });
  await reply.getByLabel('采纳情况和整改措施').fill('已建立逐日提醒');
  await reply.getByLabel('凭据').fill('通知第7号');
  await expectAccessible(head);
  await reply.getByRole('button', { name: '确认回复' }).click();
  await expect(head.locator('.card-life')).toContainText('已建立逐日提醒');
});
