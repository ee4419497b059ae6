import { expect, test, type Locator, type Page } from './support/test.ts';
import { does, receive, show } from './support/counter.ts';
import { act, choose, staff } from './support/desk.ts';

const openForm = async (page: Page, title: string): Promise<Locator> => {
  await page
    .locator('.act-list')
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .first()
    .click();
  return page.locator('#acts').getByRole('form');
};

const claim = (stepId: string): object => ({ type: 'claimStep', stepId });
const complete = (stepId: string): object => ({ type: 'completeStep', stepId, agreed: true, opinion: '同意。' });

/** Accepted at the window, examined and approved; the approver's page is at the case. */
async function approved(clerk: Page, itemId: string, names: { readonly examiner: Page; readonly approver: Page }) {
  const caseId = await receive(clerk, { itemId, then: [{ type: 'accept' }] });
  await does(names.examiner, caseId, claim('examine'), complete('examine'));
  await does(names.approver, caseId, claim('approve'), complete('approve'));
  return caseId;
}

test('the result of a special procedure is recorded and the clocks run again (Art. 45)', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'soil-conservation-plan', then: [{ type: 'accept' }] });
  const examiner = await staff(browser, 'liu.yang');
  await show(examiner, caseId);
  await act(examiner, '领取环节');
  await act(examiner, '启动特别程序', { 理由: '方案涉及高边坡弃渣，需要专家评审。', 送达方式: '电子送达' });
  const form = await openForm(examiner, '登记特别程序结果');
  await form.getByLabel('结果', { exact: true }).fill('专家评审通过。');
  await form.getByRole('button', { name: '确认登记特别程序结果' }).click();
  await expect(examiner.locator('#acts').getByRole('status')).toContainText('登记特别程序结果');
  await expect(examiner.getByText('专家评审通过。').first()).toBeVisible();
  await examiner.getByRole('tab', { name: /时限说明/ }).click();
  await expect(examiner.getByText('暂停计时')).toHaveCount(0);
});

test('a step goes back to an earlier one with a reason, and its work falls', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'construction-permit', then: [{ type: 'accept' }] });
  const examiner = await staff(browser, 'li.qing');
  await does(examiner, caseId, claim('examine'), complete('examine'));
  const approver = await staff(browser, 'wang.lei');
  await show(approver, caseId);
  await act(approver, '领取环节');
  const form = await openForm(approver, '退回前一环节');
  await form.getByRole('button', { name: '确认退回前一环节' }).click();
  await expect(form.getByRole('alert')).toContainText('理由');
  await form.getByLabel('理由').fill('施工合同与规划许可面积不一致，请核对。');
  await form.getByLabel('退回到').selectOption({ index: 1 });
  await form.getByRole('button', { name: '确认退回前一环节' }).click();
  await expect(approver.locator('#acts').getByRole('status')).toContainText('退回前一环节');
  await show(examiner, caseId);
  await expect(examiner.locator('.act-list').getByRole('button', { name: /^领取环节/ })).toBeVisible();
});

test('a return is proposed at the window and decided by its head, who tells the applicant', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'construction-permit' });
  await show(clerk, caseId);
  await act(clerk, '拟退回', { 理由: '申请人要求更正建设单位名称后重新提交。', 法律依据: '本中心退件管理规定第三条' });
  const head = await staff(browser, 'luo.gang');
  await show(head, caseId);
  await act(head, '退回件把关', {
    是否同意退回: choose('同意退回'),
    意见: '情况属实，同意退回。',
    告知申请人的方式: choose('当面'),
  });
  await expect(head.locator('.act-list').getByRole('button')).toHaveCount(0);
});

test('legal review and minutes stand before the signature where the item asks for them', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  const examiner = await staff(browser, 'xu.wen');
  const approver = await staff(browser, 'song.jia');
  const caseId = await approved(clerk, 'private-school', { examiner, approver });
  await show(approver, caseId);
  await act(approver, '拟作决定', { 拟作出的决定: choose('准予'), 查明的事实: '符合设立条件。' });
  const lawyer = await staff(browser, 'fang.zhi');
  await show(lawyer, caseId);
  await act(lawyer, '法制审核', { 结论: choose('审核通过'), 意见: '依据充分，程序合法。' });
  await show(approver, caseId);
  await act(approver, '附会议纪要', { 会议名称: '民办学校设立审批专题会', 结论: '同意设立。' });
  await approver.getByRole('tab', { name: /办理记录/ }).click();
  for (const words of ['法制审核', '附会议纪要', '同意设立。']) {
    await expect(approver.getByText(words).first()).toBeVisible();
  }
});

test('data keyed in wrongly is voided by the supervisor alone, on record', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'construction-permit' });
  await show(clerk, caseId);
  await expect(clerk.locator('.act-list').getByRole('button', { name: /^作废/ })).toHaveCount(0);
  const supervisor = await staff(browser, 'yu.cha');
  await show(supervisor, caseId);
  const form = await openForm(supervisor, '作废（数据错误）');
  await form.getByLabel('理由').fill('同一申请重复录入。');
  await form.getByRole('button', { name: '确认作废（数据错误）' }).click();
  await expect(supervisor.locator('#acts').getByRole('status')).toContainText('作废');
  await supervisor.getByRole('tab', { name: /办理记录/ }).click();
  await expect(supervisor.getByText('同一申请重复录入。')).toBeVisible();
});

test('a second notice is refused to the window and costs a supervisor a reason and a breach (Art. 32)', async ({
  browser,
}) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'construction-permit', without: 1 });
  await show(clerk, caseId);
  const first = await openForm(clerk, '一次性补正告知');
  await expect(first.getByLabel('越次补正理由')).toHaveCount(0);
  await first.getByRole('button', { name: '确认一次性补正告知' }).click();
  await expect(clerk.locator('#acts').getByRole('status')).toContainText('一次性补正告知');
  const form = await openForm(clerk, '接收补正材料');
  await form.getByRole('checkbox', { name: '已提交' }).last().check();
  await form
    .getByRole('button', { name: /全部符合/ })
    .last()
    .click();
  await form.getByText('已全部提交').click();
  await form.getByRole('button', { name: '确认接收补正材料' }).click();
  await expect(clerk.locator('#acts').getByRole('status')).toContainText('接收补正材料');
  const panel = clerk.locator('#acts');
  await expect(panel.locator('.act-list').getByRole('button', { name: /^一次性补正告知/ })).toHaveCount(0);
  await panel.getByText(/现在不能办理的/).click();
  await expect(panel.locator('.unavailable')).toContainText('第三十二条');

  const supervisor = await staff(browser, 'yu.cha');
  await show(supervisor, caseId);
  const second = await openForm(supervisor, '一次性补正告知');
  await second.getByRole('button', { name: '添加一项' }).click();
  await second.getByLabel(/第 1 项：问题/).fill('《施工合同》缺签章页');
  await second.getByLabel(/第 1 项：补正标准/).fill('双方签章齐全');
  await second.getByRole('button', { name: '确认一次性补正告知' }).click();
  await expect(second.getByRole('alert')).toContainText('越次补正理由');
  await second.getByLabel('越次补正理由').fill('首次告知遗漏签章页。');
  await second.getByRole('button', { name: '确认一次性补正告知' }).click();
  await expect(supervisor.locator('#acts').getByRole('status')).toContainText('一次性补正告知');
  await expect(supervisor.locator('.breaches')).toContainText('第七十二条第四项');
});

test('two officers at once: the second sees what the first did, loses nothing and may go on (409)', async ({
  browser,
}) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'drainage-permit', then: [{ type: 'accept' }] });
  const examiner = await staff(browser, 'li.qing');
  await show(examiner, caseId);
  await act(examiner, '领取环节');
  const form = await openForm(examiner, '完成环节');
  await form.getByText('同意 / 符合').click();
  await form.getByLabel('意见').fill('材料齐全，符合条件。');
  // The screen would renew itself; here it learns of the change from the refusal alone.
  await examiner.route(`**/desk/cases/${caseId}`, (route) => route.abort());
  const head = await staff(browser, 'gao.jun');
  await does(head, caseId, { type: 'extend', days: 5, reason: '需要补充核查。' });
  await form.getByRole('button', { name: '确认完成环节' }).click();
  await expect(examiner.locator('.changed')).toContainText('高钧');
  await expect(examiner.locator('.changed')).toContainText('批准延期');
  await expect(form.getByLabel('意见')).toHaveValue('材料齐全，符合条件。');
  await examiner.unroute(`**/desk/cases/${caseId}`);
  await examiner.reload();
  const restored = examiner.locator('#acts .restored');
  await expect(restored).toContainText('批准延期');
  await expect(form.getByLabel('意见')).toHaveValue('材料齐全，符合条件。');
  await form.getByRole('button', { name: '确认完成环节' }).click();
  await expect(examiner.locator('#acts').getByRole('status')).toContainText('完成环节');
});
