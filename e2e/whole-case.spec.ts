import { expect, test } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { act, choose, examine, openCase, staff } from './support/desk.ts';
import { onePagePdf } from './support/files.ts';
import { apply, fetchPaper, track } from './support/portal.ts';
import { signatureOf } from './support/signature.ts';

test('a whole case: found in everyday words, corrected once, accepted, examined, signed, sealed, served and rated', async ({
  browser,
  page: citizen,
}) => {
  const filed = await apply(citizen, {
    search: '盖房子开工',
    item: '建筑工程施工许可证核发',
    applicant: 'organisation',
    without: ['施工合同（确定施工企业的证明）'],
  });
  await track(citizen, filed);
  await expect(citizen.getByText('承诺最晚办结')).toBeVisible();
  await expect(citizen.getByText('法律规定最晚')).toBeVisible();

  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '一次性补正告知');

  await citizen.reload();
  await citizen.getByRole('link', { name: '查看并补正' }).click();
  await citizen.locator('input[type=file]').first().setInputFiles({
    name: '合同.pdf',
    mimeType: 'application/pdf',
    buffer: onePagePdf,
  });
  await expectAccessible(citizen);
  await citizen.getByRole('button', { name: '提交补正' }).click();
  await expect(citizen.getByRole('heading', { name: '办理过程' })).toBeVisible();

  await openCase(clerk, filed.number);
  await act(clerk, '受理');

  const examiner = await staff(browser, 'li.qing');
  await openCase(examiner, filed.number);
  await expectAccessible(examiner);
  await examine(examiner, '材料齐全，符合建筑法第八条规定的条件。');

  const approver = await staff(browser, 'wang.lei');
  await openCase(approver, filed.number);
  await examine(approver, '同意审核意见。');
  await act(approver, '拟作决定', { 拟作出的决定: choose('准予'), 查明的事实: '申请人已具备施工条件。' });

  const chief = await staff(browser, 'zhao.yan');
  await openCase(chief, filed.number);
  await act(chief, '签批');

  const keeper = await staff(browser, 'qin.lan');
  await openCase(keeper, filed.number);
  await act(keeper, '盖章');
  await act(keeper, '制证');

  const delivery = await staff(browser, 'tan.song');
  await openCase(delivery, filed.number);
  // The delivery desk closes the case in the same act, unless told otherwise.
  await act(delivery, '送达', { 送达凭据: '受送达人当面签收' });

  await track(citizen, filed);
  await expect(citizen.locator('.status-word')).toHaveText('已送达');
  const decision = await fetchPaper(citizen, /准予行政许可决定书/);
  expect(signatureOf(decision)).toBe('valid');
  await expectAccessible(citizen);

  await citizen.getByRole('link', { name: '评价这次服务' }).click();
  await citizen.getByRole('radio', { name: /^非常满意/ }).check();
  await citizen.getByRole('button', { name: '提交评价' }).click();
  await expect(citizen.getByText('您已评价：5 星')).toBeVisible();
});
