import { expect, test, type Browser, type Page } from './support/test.ts';
import { openCase, signIn } from './support/desk.ts';
import { publicPages } from './support/pages.ts';
import { breachesOf, watchPolicy } from './support/policy.ts';
import { apply, track } from './support/portal.ts';

const deskPages = ['/desk/queue', '/desk/intake', '/desk/delivery', '/desk/sign-off'];

/** Drawn, with its styles and scripts, before the next one is opened; a stream of the desk keeps the network from ever being idle. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function watchedDesk(browser: Browser, userName: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await watchPolicy(page);
  await signIn(page, userName);
  return page;
}

test('no page of the portal breaks the content security policy, from the start page to a tracked case', async ({
  page,
}) => {
  await watchPolicy(page);
  for (const path of [...publicPages, '/nowhere']) await look(page, path);
  await page.getByRole('button', { name: '长辈模式' }).click();
  const filed = await apply(page, { search: '开奶茶店', item: '食品经营许可', applicant: 'person' });
  await track(page, filed);
  expect(breachesOf(page)).toEqual([]);
});

test('no screen of the desk does, nor any tab of a case', async ({ browser, page }) => {
  const filed = await apply(page, { search: '开饭店', item: '食品经营许可', applicant: 'person' });
  const clerk = await watchedDesk(browser, 'zhou.min');
  for (const path of deskPages) await look(clerk, path);
  await openCase(clerk, filed.number);
  for (const tab of await clerk.getByRole('tab').all()) {
    await tab.click();
    await expect(clerk.getByRole('tabpanel')).toBeVisible();
  }
  for (const act of await clerk.locator('#acts .act-list').getByRole('button').all()) await act.click();
  expect(breachesOf(clerk)).toEqual([]);
});

test('the watch is not blind: a script without the nonce is stopped and written down', async ({ page }) => {
  await watchPolicy(page);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "broken"';
    document.body.append(script);
  });
  await expect.poll(() => breachesOf(page).join()).toContain('script-src');
  expect(await page.title()).not.toBe('broken');
});
