import { signIn } from './support/desk.ts';
import { expect, test } from './support/test.ts';

const csv = (...lines: readonly string[]) => ({
  name: '事项.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

test('an editor brings a table back: faults by row first, then what changes, then drafts', async ({ page }) => {
  await signIn(page, 'mu.lu');
  await page.goto('/desk/catalogue');
  await page.getByRole('link', { name: '用电子表格编辑' }).click();
  const file = page.getByLabel('选择文件');
  await file.setInputFiles(csv('事项编号,承诺办结时限', 'river-works,十天'));
  await expect(page.getByRole('row', { name: /承诺办结时限/ })).toContainText('十天');
  await expect(page.getByRole('button', { name: '存为草稿' })).toHaveCount(0);
  await file.setInputFiles(csv('事项编号,办理时间', 'river-works,工作日 8:45—17:15'));
  await expect(page.getByText('属于更正')).toBeVisible();
  await page.getByRole('button', { name: '存为草稿' }).click();
  await page.getByRole('link', { name: '河道管理范围内建设项目工程建设方案审批' }).click();
  await expect(page.getByText('8:45—17:15').first()).toBeVisible();
});
