import { expect, test } from './support/test.ts';
import { act, choose, examine, openCase, staff } from './support/desk.ts';
import { apply, fetchPaper, track } from './support/portal.ts';

test('a refusal carries its reason and both remedies (Art. 38)', async ({ browser, page }) => {
  const filed = await apply(page, { search: '洗车店排水', item: '城镇污水排入排水管网许可', applicant: 'person' });
  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '受理');
  const examiner = await staff(browser, 'li.qing');
  await openCase(examiner, filed.number);
  await examine(examiner, '水质检测不达标。');
  const approver = await staff(browser, 'wang.lei');
  await openCase(approver, filed.number);
  await examine(approver, '同意审核意见，建议不予许可。');

  const form = approver.locator('#acts').getByRole('form');
  await approver.locator('#acts .act-list').getByRole('button', { name: '拟作决定' }).click();
  await form.getByRole('group', { name: '拟作出的决定' }).getByText('不予许可', { exact: true }).click();
  await form.getByLabel('查明的事实').fill('化学需氧量超过排放标准。');
  await form.getByRole('button', { name: '确认拟作决定' }).click();
  await expect(form.getByRole('alert')).toContainText('理由');
  await form.getByLabel(/^理由/).fill('排放的污水不符合《城镇排水与污水处理条例》规定的排放标准。');
  await form.getByRole('button', { name: '确认拟作决定' }).click();
  await expect(approver.locator('#acts').getByRole('status')).toContainText('拟作决定');

  const chief = await staff(browser, 'zhao.yan');
  await openCase(chief, filed.number);
  await act(chief, '签批');
  const keeper = await staff(browser, 'qin.lan');
  await openCase(keeper, filed.number);
  await act(keeper, '盖章');
  await track(page, filed);
  const refusal = await fetchPaper(page, /不予行政许可决定书/);
  expect(refusal.subarray(0, 5).toString()).toBe('%PDF-');
});

test('expert review stops both clocks from the day after its notice is served (Art. 45), and the applicant sees it', async ({
  browser,
  page,
}) => {
  const filed = await apply(page, {
    search: '水土保持',
    item: '生产建设项目水土保持方案审批',
    applicant: 'organisation',
  });
  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '受理');
  await track(page, filed);
  const before = await page.locator('.dates dd').nth(1).innerText();
  const examiner = await staff(browser, 'liu.yang');
  await openCase(examiner, filed.number);
  await act(examiner, '领取环节');
  await act(examiner, '启动特别程序', { 理由: '方案涉及高边坡弃渣，需要专家评审。', 送达方式: '电子送达' });
  await page.reload();
  await expect(page.getByRole('heading', { name: '不计入时限的日子' })).toBeVisible();
  await expect(page.getByText('专家评审').first()).toBeVisible();
  await expect(page.locator('.dates dd').nth(1)).not.toHaveText(before);
});

test('only the head of the authority extends, once, and the applicant is told why (Art. 42)', async ({
  browser,
  page,
}) => {
  const filed = await apply(page, { search: '饭店排污水', item: '城镇污水排入排水管网许可', applicant: 'person' });
  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '受理');
  const head = await staff(browser, 'gao.jun');
  await openCase(head, filed.number);
  await act(head, '延长期限', { 理由: '需要补充检测排放口水质。' });
  await expect(head.locator('#acts .act-list').getByRole('button', { name: '延长期限' })).toHaveCount(0);
  await track(page, filed);
  await fetchPaper(page, /延期/);
});

test('an instant item is done at the window by one authorised person', async ({ browser, page }) => {
  const filed = await apply(page, { search: '开小店', item: '个体工商户设立登记', applicant: 'person' });
  const clerk = await staff(browser, 'wu.fang');
  await openCase(clerk, filed.number);
  await act(clerk, '受理');
  await examine(clerk, '材料齐全，符合法定形式。');
  await examine(clerk, '同意登记。');
  await act(clerk, '拟作决定', { 拟作出的决定: choose('准予'), 查明的事实: '材料齐全，符合法定形式。' });
  await act(clerk, '签批');
  await act(clerk, '盖章');
  await act(clerk, '制证');
  await act(clerk, '送达', { 送达凭据: '当面签收' });
  await act(clerk, '办结');
  await track(page, filed);
  await expect(page.locator('.status-word')).toHaveText('已送达');
});
