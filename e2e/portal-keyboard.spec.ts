import { expect, test, type Page } from './support/test.ts';
import { act, openCase, staff } from './support/desk.ts';
import { onePagePdf } from './support/files.ts';
import { follow, press, tabTo, typeInto } from './support/keyboard.ts';
import { expectReadableInEveryLook } from './support/looks.ts';
import { apply, type Filed } from './support/portal.ts';

/** Another browser than the one that applied: it has nothing but number and query code. */
async function lookUp(page: Page, { number, queryCode }: Filed): Promise<void> {
  await page.goto('/track');
  await typeInto(page, '办件编号', number);
  await typeInto(page, '查询码', queryCode);
  await press(page, '查询');
  await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible();
}

test('by keyboard alone a case is looked up, corrected, withdrawn and rated; each state is readable in every look', async ({
  browser,
  page,
}) => {
  test.setTimeout(500_000);
  const filed = await apply(page, {
    search: '盖房子开工',
    item: '建筑工程施工许可证核发',
    applicant: 'organisation',
    without: ['施工合同（确定施工企业的证明）'],
  });
  await expectReadableInEveryLook(page);

  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '一次性补正告知');

  const citizen = await (await browser.newContext()).newPage();
  await lookUp(citizen, filed);
  await expectReadableInEveryLook(citizen);

  await follow(citizen, '查看并补正');
  await expect(citizen.getByRole('button', { name: '提交补正' })).toBeVisible();
  await expectReadableInEveryLook(citizen);
  const upload = citizen.locator('input[type=file]');
  await tabTo(citizen, upload);
  // The system's own dialogue, which opens from here by Space, is outside the browser.
  await upload.first().setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer: onePagePdf });
  await expect(citizen.getByText('已上传')).toBeVisible();
  await press(citizen, '提交补正');
  await expect(citizen.getByRole('heading', { name: '办理过程' })).toBeVisible();

  await follow(citizen, '撤回申请');
  await expect(citizen.getByLabel('撤回原因')).toBeVisible();
  await expectReadableInEveryLook(citizen);
  await typeInto(citizen, '撤回原因', '工程延期');
  await press(citizen, '确认撤回');
  await expect(citizen.getByRole('heading', { name: '办理过程' })).toBeVisible();

  await follow(citizen, '评价这次服务');
  await expect(citizen.getByRole('radio').first()).toBeVisible();
  await expectReadableInEveryLook(citizen);
  await tabTo(citizen, citizen.getByRole('radio', { name: /^非常满意/ }));
  await citizen.keyboard.press('Space');
  await press(citizen, '提交评价');
  await expect(citizen.getByText('您已评价：5 星')).toBeVisible();
  await expectReadableInEveryLook(citizen);
});

test('a receipt’s page is readable in every look, whether the record knows it or not', async ({ page }) => {
  for (const hash of ['0'.repeat(64), 'nonsense']) {
    await page.goto(`/receipt/${hash}`);
    await expectReadableInEveryLook(page);
  }
});
