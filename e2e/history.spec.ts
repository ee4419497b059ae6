import { expect, test, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { staff } from './support/desk.ts';
import { apply } from './support/portal.ts';

const HEAD = 'case,activity,transition,timestamp,resource';
const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T09:00:00+08:00`;

/** Twelve cases: received on the 2nd, examined over days, decided; every third goes back to the examination once. */
function oldSystem(): string {
  const rows = Array.from({ length: 12 }, (_, index) => {
    const one = (activity: string, transition: string, day: number, post: string): string =>
      `${String(index)},${activity},${transition},${at(day)},${post}`;
    const again = index % 3 === 0;
    return [
      one('受理', 'complete', 2, '窗口'),
      one('审查', 'start', 4, '审查岗'),
      one('审查', 'complete', 6, '审查岗'),
      one('勘验', 'complete', 10 + (index % 4), '勘验岗'),
      ...(again ? [one('审查', 'complete', 16, '审查岗')] : []),
      one('决定', 'complete', 18, '首席代表'),
    ];
  });
  return [HEAD, ...rows.flat()].join('\n');
}

async function bring(page: Page, name: string, file: { readonly name: string; readonly text: string }): Promise<void> {
  const form = page.getByRole('form', { name: '导入日志文件' });
  await form.getByLabel('名称').fill(name);
  await form
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
  await form.getByRole('button', { name: '导入' }).click();
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

test('a log is brought, read, and a reform rehearsed on it becomes a paper', async ({ browser }) => {
  const page = await staff(browser, 'peng.zhi');
  await page.getByRole('link', { name: '历史分析' }).click();

  await bring(page, '旧系统', { name: 'bad.csv', text: `${oldSystem()}\n99,受理,complete,,窗口` });
  await expect(page.getByRole('alert')).toContainText('事件没有时间');
  // Refused whole: nothing of it is among the logs, whatever logs the hall has already.
  await expect(page.getByRole('link', { name: '旧系统' })).toHaveCount(0);
  await expectAccessible(page);

  await bring(page, '旧系统', { name: 'old.csv', text: oldSystem() });
  await page.getByRole('link', { name: '旧系统' }).click();
  await expect(page.locator('.flow-picture svg')).toBeVisible();
  await expect(page.getByRole('row', { name: /受理 审查 12/ })).toBeVisible();
  await expectAccessible(page);

  await tab(page, '路径');
  await expect(page.getByRole('row', { name: /受理 → 审查 → 勘验 → 决定 8 66\.7%/ })).toBeVisible();
  await tab(page, '等待与办理');
  await expect(page.getByRole('row', { name: /^审查 16 2\.0 天 2\.0 天/ })).toBeVisible();
  await tab(page, '返工退回');
  await expect(page.getByText('有返工的办件：4（33.3%）')).toBeVisible();
  await tab(page, '对照公布流程');
  await page.getByLabel('事项流程').selectOption({ label: '建筑工程施工许可证核发（第 1 版）' });
  // Nothing is called as on the drawing: somebody says what is what.
  await page.getByLabel('审核: 日志里叫什么').selectOption('审查');
  await page.getByLabel('作出决定: 日志里叫什么').selectOption('决定');
  await page.getByRole('button', { name: '对照', exact: true }).click();
  await expect(page.getByRole('row', { name: /^审核 重复办理 4/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^勘验 12$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('img', { name: '建筑工程施工许可证核发' })).toBeVisible();
  await expectAccessible(page);
  await tab(page, '交接与时段');
  await expect(page.getByRole('row', { name: /^窗口 审查岗 12/ })).toBeVisible();
  await expectAccessible(page);

  await tab(page, '改革推演');
  await page.getByLabel('推演名称').fill('取消勘验');
  await page.getByLabel('现行时限（工作日）').fill('12');
  await page.getByLabel('拟议时限（工作日）').fill('6');
  await page.getByLabel('勘验: 改变').selectOption({ label: '取消' });
  await expectAccessible(page);
  // What is typed is kept, here as on every form.
  await page.waitForTimeout(1000);
  await page.reload();
  await expect(page.getByText('未提交的录入')).toBeVisible();
  await expect(page.getByLabel('勘验: 改变')).toHaveValue('dropped');
  await page.getByRole('button', { name: '推演并保存' }).click();
  await expect(page.getByRole('heading', { name: '改革推演报告：取消勘验' })).toBeVisible();
  // From the 2nd to the 18th of March are twelve working days.
  await expect(page.getByRole('row', { name: '现状（12 个工作日） 0 12 12.0' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^只改时限（6 个工作日） 12 0/ })).toBeVisible();
  await expect(page.getByText('50.0%').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Reform rehearsal: 取消勘验' })).toBeVisible();
  await expectAccessible(page);
});

test('the hall’s own cases are a log; nobody is named in it', async ({ page, browser }) => {
  await apply(page, { search: '饭店排污水', item: '城镇污水排入排水管网许可', applicant: 'person' });
  const desk = await staff(browser, 'yu.cha');
  await desk.getByRole('link', { name: '历史分析' }).click();
  const form = desk.getByRole('form', { name: '提取本大厅办件' });
  await form.getByLabel('名称').fill('本厅历年');
  await form.getByLabel('提交日期自').fill('2020-01-01');
  await form.getByLabel('至', { exact: true }).fill('2040-01-01');
  await form.getByRole('button', { name: '提取' }).click();
  await desk.getByRole('link', { name: '本厅历年' }).click();
  await tab(desk, '路径');
  await expect(desk.getByRole('row', { name: /提交申请/ }).first()).toBeVisible();
});
