import { expect, test, type Browser, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { takeIn } from './support/counter.ts';
import { advance, staff } from './support/desk.ts';
import { expectNoSidewaysScroll, unmarkedChinese } from './support/frame.ts';
import { track } from './support/portal.ts';

const realEstate = '/halls/410500/items/real-estate-registration';
const NEW_FEE = '住宅类每件60元，非住宅类每件550元';
/** A page of minutes is a small PDF that is like no other. */
const minutes = (): { name: string; mimeType: string; buffer: Buffer } => ({
  name: '领导小组会议纪要.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    [
      '%PDF-1.4',
      `% ${crypto.randomUUID()}`,
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
  ),
});

interface Offices {
  readonly reform: Page;
  readonly legal: Page;
  readonly staffing: Page;
  readonly pricing: Page;
  readonly group: Page;
}

/** Five offices, each in a window of its own. */
async function offices(browser: Browser): Promise<Offices> {
  return {
    reform: await staff(browser, 'jian.zheng'),
    legal: await staff(browser, 'fa.zheng'),
    staffing: await staff(browser, 'bian.ce'),
    pricing: await staff(browser, 'jia.he'),
    group: await staff(browser, 'yi.ding'),
  };
}

type Filled = Readonly<Record<string, string>>;

/** Opens the change from the board, does one act and waits until it is in the history. */
async function does(page: Page, at: string, act: string, typed: Filled): Promise<void> {
  await page.goto(at);
  const acts = page.locator('#acts');
  await acts.getByRole('button', { name: act, exact: true }).click();
  const form = page.getByRole('form', { name: act, exact: true });
  for (const [label, value] of Object.entries(typed)) {
    const field = form.getByLabel(label, { exact: true });
    const isChoice = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
  }
  if (act === '审议通过') {
    await form.getByLabel('会议纪要（文件）').setInputFiles(minutes());
    await expect(form.getByRole('status')).toContainText('已上传');
  }
  await form.getByRole('button', { name: `确认${act}` }).click();
  await expect(form).toHaveCount(0);
}

const deliberation = { 意见: '会议同意。', '参加人员（每行一人）': '易定\n副组长\n成员' };

/** The head changes one field of the item, and applies for the change from the difference; the address of the change. */
async function applied(head: Page, item: string, label: string, value: string): Promise<string> {
  await head.goto(`/desk/catalogue/${item}`);
  await head.getByLabel(label).first().fill(value);
  await expect(head.getByText(/草稿已保存/)).toBeVisible();
  await head.getByRole('tab', { name: '与现行版本的差异' }).click();
  await head.getByRole('link', { name: '申请清单调整' }).click();
  const form = head.getByRole('form', { name: '提交申请' });
  await form.getByLabel('调整依据类别').selectOption({ label: '优化服务（压缩时限、精简材料、降低收费）' });
  await form.getByLabel('依据名称').fill('安阳市优化营商环境工作要点（演示）');
  await form.getByLabel('条款或者文号').fill('演示〔2026〕1号');
  await form.getByLabel('理由').fill('减轻群众负担');
  // What is typed is kept when the page is left.
  await expect(form.getByRole('status')).toContainText('已在本机保存');
  await head.goto('/desk/changes');
  await head.goBack();
  await expect(form.getByLabel('条款或者文号')).toHaveValue('演示〔2026〕1号');
  await form.getByRole('button', { name: '提交申请' }).click();
  await expect(head.getByRole('region', { name: '现在可以办理' })).toBeVisible();
  return new URL(head.url()).pathname;
}

test('six people in six windows take a change with a fee to its publication, with one return on the way', async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000);
  const head = await staff(browser, 'yan.zhen');
  const running = await takeIn(await staff(browser, 'zhou.min'), { itemId: 'real-estate-registration' });
  const { reform, legal, staffing, pricing, group } = await offices(browser);
  const at = await applied(head, 'real-estate-registration', '收费1 · 收费标准', '住宅类每件90元，非住宅类每件550元');
  await expect(head.getByText('涉及收费')).toBeVisible();
  await expect(head.locator('.change-line')).toContainText('住宅类每件90元');

  await reform.goto('/desk/changes');
  await reform.getByLabel('只看待我办理的').check();
  await expect(reform.locator('.change-board article').first()).toContainText('待我办理');
  await does(reform, at, '转办', { 意见: '转司法局、编办、发改委审核。' });
  await does(legal, at, '审核同意（法制机构审核）', { 意见: '依据合法。' });
  await does(pricing, at, '退回（发改委收费审核）', { 退回到: '单位申请', 理由: '高于国家规定标准，请核减。' });

  await head.goto('/desk/changes?mine=true');
  await head.locator('.change-board article a').first().click();
  await expect(head.locator('.change-life')).toContainText('高于国家规定标准');
  await head.goto('/desk/catalogue/real-estate-registration');
  await head.getByLabel('收费1 · 收费标准').fill(NEW_FEE);
  await expect(head.getByText(/草稿已保存/)).toBeVisible();
  await head.goto(at);
  await head.locator('#acts').getByRole('button', { name: '重新提交' }).click();
  await head.getByRole('form', { name: '重新提交' }).getByRole('button', { name: '重新提交' }).click();
  await expect(head.locator('.change-life')).toContainText('重新提交');

  await does(reform, at, '转办', { 意见: '已核减，转审核。' });
  await does(legal, at, '审核同意（法制机构审核）', { 意见: '依据合法。' });
  await does(staffing, at, '审核同意（编办审核）', { 意见: '职责不变。' });
  await does(pricing, at, '审核同意（发改委收费审核）', { 意见: '符合规定。' });
  await does(group, at, '审议通过', deliberation);

  await reform.goto(at);
  await reform.locator('#acts').getByRole('button', { name: '公布', exact: true }).click();
  const today = await reform.getByLabel('生效日期').inputValue();
  const day = new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10);
  await does(reform, at, '公布', { 生效日期: day });
  await expect(reform.locator('.change-life')).toContainText(`自 ${day} 起生效`);

  await page.goto(realEstate);
  await expect(page.getByRole('main')).not.toContainText(NEW_FEE);
  await advance(head, 8);
  await page.goto(realEstate);
  await expect(page.getByRole('main')).toContainText(NEW_FEE);
  await moves(head, running.caseId);
  await track(page, { number: running.number, queryCode: running.queryCode ?? '' });
  await expect(page.getByRole('region', { name: '办理规定有更新' })).toContainText(NEW_FEE);
  await expect(page.getByRole('region', { name: '办理规定有更新' })).toContainText('收费标准降低');
  await expectAccessible(page);
});

/** The head looks at what the new version does to a running case, and moves it. */
async function moves(head: Page, caseId: string): Promise<void> {
  await head.goto('/desk/catalogue/real-estate-registration/migration');
  const row = head.getByRole('row').filter({ has: head.locator(`a[href$="/cases/${caseId}"]`) });
  await expect(row).toContainText(NEW_FEE);
  await row.getByRole('checkbox').check();
  await head.getByLabel('迁移理由').fill('收费标准降低');
  await head.getByRole('button', { name: '迁移选定的 1 件' }).click();
  await expect(head.getByRole('status').filter({ hasText: '已迁移 1 件' })).toBeVisible();
}

test('what was reviewed in an older version is not published, and the refusal names what changed', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const head = await staff(browser, 'jiang.tao');
  const { reform, legal, staffing, group } = await offices(browser);
  const at = await applied(head, 'soil-conservation-plan', '承诺办结时限', '6');
  await does(reform, at, '转办', { 意见: '转审核。' });
  await does(legal, at, '审核同意（法制机构审核）', { 意见: '依据合法。' });
  await does(staffing, at, '审核同意（编办审核）', { 意见: '职责不变。' });
  await does(group, at, '审议通过', deliberation);

  const editor = await staff(browser, 'mu.lu');
  await editor.goto('/desk/catalogue/soil-conservation-plan');
  await editor.getByLabel('承诺办结时限').fill('7');
  await expect(editor.getByText(/草稿已保存/)).toBeVisible();

  await reform.goto(at);
  await expect(reform.locator('.change-moved')).toContainText('未经审核');
  await reform.locator('#acts').getByRole('button', { name: '公布', exact: true }).click();
  await reform.getByRole('form', { name: '公布' }).getByRole('button', { name: '确认公布' }).click();
  await expect(reform.locator('#acts').getByRole('alert')).toContainText('不能公布');
  await expect(reform.locator('#acts').getByRole('alert')).toContainText('改为“7个工作日');
  await expectAccessible(reform);
});

test('board, change, form and statistics are for everyone, zh and en, wide and narrow', async ({ browser }) => {
  test.setTimeout(300_000);
  const head = await staff(browser, 'yan.zhen');
  await head.goto('/desk/changes');
  await expect(head.locator('.change-board article a').first()).toBeVisible();
  const one = await head.locator('.change-board article a').first().getAttribute('href');
  for (const path of ['/desk/changes', one ?? '', '/desk/changes/new?kind=split', '/desk/changes/statistics']) {
    await head.goto(path);
    await expect(head.getByRole('heading', { level: 1 })).toBeVisible();
    for (const width of [1366, 390]) {
      await head.setViewportSize({ width, height: width === 390 ? 844 : 768 });
      for (const language of ['English', '中文']) {
        await head.getByRole('button', { name: language }).click();
        await expectAccessible(head);
        if (language === 'English') expect(await unmarkedChinese(head), path).toEqual([]);
      }
      await expectNoSidewaysScroll(head);
    }
  }
  const [file] = await Promise.all([
    head.waitForResponse((answer) => answer.url().includes('statistics.pdf')),
    head.evaluate(() => fetch('/api/v1/desk/catalogue/changes/statistics.pdf').then(({ status }) => status)),
  ]);
  expect(file.status()).toBe(200);
});
