import { expect, test, type Page } from './support/test.ts';
import { looks as allLooks, type Look } from './shots/looks.ts';
import { expectAccessible } from './support/accessible.ts';
import { receive, show } from './support/counter.ts';
import { staff } from './support/desk.ts';
import { faultsOf } from './support/faults.ts';

/** Large type is the look in which `desk-everyone` opens every screen. */
const looks = allLooks.filter(({ name }) => ['wide-zh', 'wide-en'].includes(name));

async function putOn(page: Page, { language, large }: Look): Promise<void> {
  await page.evaluate(
    ([chosen, size]) => {
      localStorage.setItem('yimen.desk.language', chosen);
      localStorage.setItem('yimen.desk.large', size);
    },
    [language, large ? 'yes' : 'no'] as const,
  );
}

async function expectReadable(page: Page, look: Look): Promise<void> {
  expect(await faultsOf(page, look), page.url()).toEqual([]);
}

const TABS = 6;

for (const look of looks) {
  test(`every screen of the desk is for everyone: ${look.name}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const clerk = await staff(browser, 'zhou.min');
    const caseId = await receive(clerk, { itemId: 'construction-permit', without: 1 });
    await putOn(clerk, look);
    await clerk.goto('/desk/queue');
    await expect(clerk.locator('a.number').first()).toBeVisible();
    await expectReadable(clerk, look);
    await clerk.goto('/desk/queue?light=paused');
    await expect(clerk.locator('main h1')).toBeVisible();
    await expectReadable(clerk, look);
    await show(clerk, caseId);
    for (let tab = 0; tab < TABS; tab += 1) {
      await clerk.getByRole('tab').nth(tab).click();
      await expectReadable(clerk, look);
    }
    for (const act of await clerk.locator('.act-list button').all()) {
      await act.click();
      await clerk.locator('#acts form button[type=submit]').click();
      await clerk.waitForTimeout(300);
      if ((await clerk.locator('#acts form').count()) === 0) break;
      await expectReadable(clerk, look);
    }
    await clerk.goto('/desk/intake');
    await clerk.getByRole('combobox', { name: /Find an item|查找事项/ }).fill('施工许可');
    await clerk.getByRole('listbox').getByRole('option').first().click();
    await expect(clerk.locator('#applicant-name')).toBeVisible();
    await clerk.keyboard.press('F4');
    await expectReadable(clerk, look);
    await clerk.goto('/desk/cases/nowhere');
    await expect(clerk.locator('.ym-errors')).toBeVisible();
    await expectReadable(clerk, look);
    const delivery = await staff(browser, 'tan.song');
    await putOn(delivery, look);
    await delivery.goto('/desk/delivery');
    await expect(delivery.locator('main h1')).toBeVisible();
    await expectReadable(delivery, look);
  });
}

test('at 400 % zoom (320 px) the queue, a case and the intake are used without scrolling sideways', async ({
  browser,
}) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'construction-permit' });
  await clerk.setViewportSize({ width: 320, height: 256 });
  for (const path of ['/desk/queue', `/desk/cases/${caseId}`, '/desk/intake']) {
    await clerk.goto(path);
    await expect(clerk.locator('main h1').first()).toBeVisible();
    const overflow = await clerk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await clerk.goto(`/desk/cases/${caseId}`);
  await clerk.locator('.act-list').getByRole('button', { name: /^受理/ }).focus();
  await clerk.keyboard.press('Enter');
  await clerk.locator('#acts').getByRole('button', { name: '确认受理' }).focus();
  await clerk.keyboard.press('Enter');
  await expect(clerk.locator('#acts').getByRole('status')).toContainText('受理');
});

test('a silent server is told above every screen, and its return takes the notice away', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  await clerk.context().setOffline(true);
  await expect(clerk.getByText(/连不上服务器/)).toBeVisible();
  await expectAccessible(clerk);
  await clerk.context().setOffline(false);
  await expect(clerk.getByText(/连不上服务器/)).toHaveCount(0);
});

test('the first screen of the desk costs at most 500 kB on the wire', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto('/desk/queue', { waitUntil: 'networkidle' });
  console.log(`desk, first load: ${(bytes / 1024).toFixed(0)} kB`);
  expect(bytes).toBeGreaterThan(50 * 1024);
  expect(bytes).toBeLessThanOrEqual(500 * 1024);
});

test('the case and the queue print as papers: no menu, no buttons, both dates', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'construction-permit', then: [{ type: 'accept' }] });
  await show(clerk, caseId);
  await clerk.emulateMedia({ media: 'print' });
  await expect(clerk.locator('.top')).toBeHidden();
  await expect(clerk.locator('#acts')).toBeHidden();
  await expect(clerk.locator('.deadlines')).toBeVisible();
});

test('lists print as papers: rows and heads stay, menus, filters and buttons do not', async ({ browser }) => {
  const lists = [
    { user: 'yu.cha', path: '/desk/supervision/cards?show=all', hidden: '.filters' },
    { user: 'mu.lu', path: '/desk/catalogue', hidden: '.catalogue-filters' },
  ];
  for (const { user, path, hidden } of lists) {
    const page = await staff(browser, user);
    await page.goto(path);
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.top', '.demo', hidden]) await expect(page.locator(gone).first()).toBeHidden();
    await expect(page.locator('thead').first()).toBeVisible();
    await expect(page.locator('tbody tr').first()).toBeVisible();
  }
});
