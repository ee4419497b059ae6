import { expect, test, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { staff } from './support/desk.ts';

const sheet = (...lines: readonly string[]): string => ['文号,事项,用印日期,办件编号', ...lines].join('\n');

async function choose(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text, 'utf8');
  await page.getByLabel('台账文件').setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer });
}

async function follow(page: Page, act: string, serial: string, typed: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: `${act} ${serial}` }).click();
  const form = page.getByRole('form', { name: `${act} ${serial}` });
  for (const [label, value] of Object.entries(typed)) await form.getByLabel(label).fill(value);
  await form.getByRole('button', { name: `确认${act}` }).click();
  await expect(form).toHaveCount(0);
}

test('a ledger is tried, handed in, and every row without a case is followed up by another', async ({ browser }) => {
  test.setTimeout(240_000);
  const head = await staff(browser, 'gao.jun');
  await head.goto('/desk/supervision/coverage');
  await expect(head.getByRole('heading', { name: '台账对账' })).toBeVisible();
  await expectAccessible(head);
  const month = await head.getByLabel('月份').inputValue();
  await head.goto(`/desk/supervision/ledgers/zhujian/seal/${month}`);
  const item = '城镇污水排入排水管网许可';
  await choose(head, sheet(`演示印-1,${item},${month}-05,`, `演示印-1,${item},${month}-31x,`));
  await expect(head.getByRole('alert')).toContainText('与第 2 行重复');
  await expect(head.getByRole('button', { name: '确认报送台账' })).toBeDisabled();
  await expectAccessible(head);
  await choose(head, sheet(...[1, 2, 3].map((at) => `演示印-${String(at)},${item},${month}-0${String(at)},`)));
  await expect(head.getByText(/共 3 行，没有错误/)).toBeVisible();
  await head.getByRole('button', { name: '确认报送台账' }).click();
  await expect(head.getByRole('row').filter({ hasText: '演示印-3' })).toContainText('没有对应办件');
  await follow(head, '申请补录', '演示印-3', {
    实际收件日: `${month}-01`,
    实际决定日: `${month}-02`,
    理由: '停电，手工受理',
  });
  await expect(head.getByRole('row').filter({ hasText: '演示印-3' })).toContainText('补录待批准');

  const supervisor = await staff(browser, 'yu.cha');
  await supervisor.goto(`/desk/supervision/ledgers/zhujian/seal/${month}`);
  await follow(supervisor, '说明', '演示印-1', { 理由: '空白文书作废', 所依据的文件或者记录: '销毁登记第3号' });
  await follow(supervisor, '批准补录', '演示印-3', { 意见: '停电登记属实' });
  await follow(supervisor, '发红牌', '演示印-2', { 理由: '没有任何申请材料' });
  await expectAccessible(supervisor);
  await expect(supervisor.locator('.card-facts')).toContainText('50.0%');
  await supervisor.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(supervisor);
  await supervisor.getByRole('link', { name: '查看该牌' }).click();
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('O01');
  await supervisor.getByRole('link', { name: /打开台账/ }).click();
  await expect(supervisor.getByRole('row').filter({ hasText: '演示印-1' })).toContainText('已说明');
});

/** The month the demonstration handed its ledgers in for: the one before it was loaded, wherever the clock stands by now. */
function demoMonth(): string {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2)).toISOString().slice(0, 7);
}

test('each share of a department, kind by kind, opens the rows it counts; a fee without basis says why', async ({
  browser,
}) => {
  const supervisor = await staff(browser, 'yu.cha');
  await supervisor.goto(`/desk/supervision/coverage?month=${demoMonth()}`);
  const kinds = supervisor.getByRole('region', { name: '各类台账并列' });
  await kinds.getByRole('link', { name: /建设局 取号记录/ }).click();
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('取号记录');
  await expect(supervisor.getByRole('row').filter({ hasText: '演示901' })).toContainText('没有对应办件');
  await expect(supervisor.getByRole('row').filter({ hasText: '演示902' })).toHaveCount(0);
  await supervisor.goBack();
  await kinds.getByRole('button', { name: '按事项' }).click();
  await kinds.getByRole('link', { name: /规划许可证核发 收费台账/ }).click();
  const fee = supervisor.getByRole('row').filter({ hasText: '演示票据902' });
  await expect(fee).toContainText('收费无依据');
  await expect(fee).toContainText('行政许可法第五十八条、第五十九条');
  await expectAccessible(supervisor);
});
