import { expect, test, type Browser, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { act, advance, openCase, staff } from './support/desk.ts';
import { apply } from './support/portal.ts';

const grouped = (number: string): string => (number.replaceAll(/\D/g, '').match(/.{1,4}/g) ?? []).join(' ');

/** An application accepted and taken up, and then left lying until every limit is over. */
async function leftLying(browser: Browser, page: Page): Promise<{ readonly number: string; readonly officer: Page }> {
  const filed = await apply(page, { search: '饭店排污水', item: '城镇污水排入排水管网许可', applicant: 'person' });
  const clerk = await staff(browser, 'zhou.min');
  await openCase(clerk, filed.number);
  await act(clerk, '受理');
  const officer = await staff(browser, 'li.qing');
  await openCase(officer, filed.number);
  await act(officer, '领取环节');
  await advance(clerk, 45);
  return { number: filed.number, officer };
}

/** The card of this rule, level and case in the list of those that wait for whoever looks. */
async function openMine(page: Page, rule: string, level: string, number: string): Promise<void> {
  const line = page
    .locator('main tbody tr')
    .filter({ hasText: grouped(number) })
    .filter({ hasText: rule })
    .filter({ hasText: level });
  // The reader follows the ledger; the page does not wait for it.
  await expect(async () => {
    await page.goto('/desk/supervision/cards?show=mine');
    await expect(line.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await line.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(rule);
}

async function onCard(page: Page, name: string, typed: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('#acts').getByRole('button', { name, exact: true }).click();
  const form = page.getByRole('form', { name, exact: true });
  for (const [label, value] of Object.entries(typed)) {
    const field = form.getByLabel(label, { exact: true });
    const isChoice = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
  }
  await form.getByRole('button', { name: `确认${name}` }).click();
  await expect(form).toHaveCount(0);
  await expect(page.locator('.card-life')).toContainText(name);
}

test('a late case raises cards: one is rescinded with its reason, one upheld, rectified and closed', async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000);
  const { number, officer } = await leftLying(browser, page);

  await openMine(officer, 'T05', '黄牌', number);
  await expect(officer.locator('.counts ~ .count')).toContainText('监察牌');
  await onCard(officer, '申诉', { 理由类别: '系统故障', 内容: '当日系统停机，附停机登记。' });
  const appealed = officer.url();
  await openMine(officer, 'T03', '黄牌', number);
  await onCard(officer, '说明', { 内容: '等待上级批复，未及时办理。' });
  const explained = officer.url();

  // Another department neither sees the card nor may speak on it.
  const other = await staff(browser, 'liu.yang');
  await other.goto(appealed);
  await expect(other.getByRole('alert')).toBeVisible();
  const command = { type: 'appeal', ground: 'notSo', text: '与本局无关' };
  const tried = await other.request.post(`/api/v1/desk/supervision/cards/${appealed.split('/').at(-1) ?? ''}/acts`, {
    data: { commandId: crypto.randomUUID(), command },
    headers: { origin: new URL(appealed).origin, 'sec-fetch-site': 'same-origin' },
  });
  expect([403, 404, 409]).toContain(tried.status());

  const supervisor = await staff(browser, 'yu.cha');
  await openMine(supervisor, 'T05', '黄牌', number);
  await onCard(supervisor, '撤销', { 理由: '停机登记属实，不属本人责任。' });
  await expect(supervisor.locator('.card-life')).toContainText('停机登记属实，不属本人责任。');
  await openMine(supervisor, 'T03', '黄牌', number);
  await onCard(supervisor, '认定成立', { 理由: '未按规定报告进度。' });

  // The head of the department answers for it.
  const head = await staff(browser, 'gao.jun');
  await openMine(head, 'T03', '黄牌', number);
  expect(head.url()).toBe(explained);
  await onCard(head, '报告整改', { 内容: '已建立催办台账。', 凭据: '整改报告〔2026〕3号' });
  await supervisor.goto(explained);
  await onCard(supervisor, '整改验收通过', { 理由: '属实。' });
  await expect(supervisor.locator('.card-life li').last()).toContainText('了结');
  await expect(supervisor.locator('.card-facts')).toContainText('5');
  await supervisor.getByRole('link', { name: /打开办件/ }).click();
  await expect(supervisor.getByText(grouped(number)).first()).toBeVisible();

  await head.goto('/desk/supervision');
  await expect(head.locator('.board-grid tbody tr')).toHaveCount(1);
  await expect(head.locator('.board-grid tbody th')).toContainText('住房和城乡建设局');
});

const NUMBERS = ['.board-tiles a', '.board-grid tbody tr:last-child a', '.board-figures dd > a'];

test('every number on the board opens its rows, and a row its case', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await staff(browser, 'yu.cha');
  let opened = 0;
  for (const numbers of NUMBERS) {
    await page.goto('/desk/supervision');
    await expect(page.locator(numbers).first()).toBeVisible();
    const links = await page.locator(numbers).evaluateAll((all) =>
      all.map((one) => ({
        href: one.getAttribute('href') ?? '',
        shown: /[\d.%—]+$/.exec(one.textContent)?.[0] ?? '',
      })),
    );
    for (const { href, shown } of links) {
      await page.goto(href);
      const said = page.getByText(/^数字背后的办件（\d+）$|^共 \d+ 张$/);
      await expect(said, href).toBeVisible();
      const found = /\d+/.exec(await said.innerText())?.[0];
      // A share or an average opens the cases it was reckoned from, points the cards they stand on.
      const counts = /^\d+$/.test(shown) && !href.includes('upheld=true');
      if (counts) expect(found, `${href} ${shown}`).toBe(shown);
      opened += 1;
    }
  }
  expect(opened).toBe(39);
  await page.goto('/desk/supervision/rows?figure=inHand');
  await page.locator('a.number').first().click();
  await expect(page.getByRole('region', { name: '现在可以办理' })).toBeVisible();
});

test('board, list and card are readable by everyone in both languages, and a cut stream is said', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await staff(browser, 'yu.cha');
  for (const language of ['zh', 'en']) {
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    for (const size of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await page.goto('/desk/supervision');
      await expect(page.locator('.board-figures dd').first()).toBeVisible();
      await expectAccessible(page);
      await page.goto('/desk/supervision/cards');
      await expect(page.locator('main tbody tr').first()).toBeVisible();
      await expectAccessible(page);
      await page.locator('main tbody a').first().click();
      await page.locator('#acts button').first().click();
      await expectAccessible(page);
    }
  }
  await page.goto('/desk/supervision');
  await expect(page.locator('h1 .tag')).toHaveText('live');
  await page.route('**/desk/supervision/events', (route) => route.abort());
  await page.reload();
  await expect(page.locator('h1 .tag--stale')).toHaveText('No longer fresh');
  await page.unroute('**/desk/supervision/events');
  await expect(page.locator('h1 .tag')).toHaveText('live', { timeout: 20_000 });
});
