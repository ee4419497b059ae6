import { createHash } from 'node:crypto';
import { OneOpenItem } from '@yimen/contract';
import { guideSheet, type GuideSheet } from '@yimen/core/catalogue';
import { items } from '@yimen/demo';
import { canonicalJson } from '@yimen/kernel';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSidewaysScroll, smallTargets, unmarkedChinese } from './support/frame.ts';
import { has, saidOf as printedOf } from './support/poppler.ts';
import { apply } from './support/portal.ts';
import { expect, test, type Page } from './support/test.ts';

const HALL = '410500';
const KIOSK = `/kiosk/${HALL}`;

/** What one rendering says, by fact; texts without their blanks, which every rendering sets as it likes. */
type Said = Readonly<Record<string, string>>;
const plain = (text: string): string => text.replaceAll(/\s/g, '');
const saidOf = ({ sections }: GuideSheet): Said =>
  Object.fromEntries(
    sections.flatMap(({ facts }) =>
      facts.map(({ id, label, text, notes }) => [id, plain([label, text, ...notes].join(''))]),
    ),
  );

interface Rendered {
  readonly said: Said;
  readonly hash: string;
}

/** Reads a page back by the marks of its facts, without running its scripts: it is the server's own words. */
async function renderedAt(page: Page, path: string): Promise<Rendered> {
  const html = await (await page.request.get(path)).text();
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    const facts = [...parsed.querySelectorAll('[data-fact]')];
    return {
      said: Object.fromEntries(
        facts.map((fact) => [fact.getAttribute('data-fact') ?? '', (fact.textContent ?? '').replaceAll(/\s/g, '')]),
      ),
      hash: parsed.querySelector('[data-guide-hash]')?.getAttribute('data-guide-hash') ?? '',
    };
  }, html);
}

/** The words of a printed sheet, without blanks. */
const printed = (pdf: Buffer): string => plain(printedOf(pdf, 'pdftotext', (file) => ['-raw', file, '-']));

const openItem = async (page: Page, id: string) =>
  OneOpenItem.parse(await (await page.request.get(`/api/v1/open/halls/${HALL}/items/${id}`)).json());
const noticeOf = async (page: Page, id: string): Promise<string> =>
  printed(await (await page.request.get(`/api/v1/items/${HALL}/${id}/notice.pdf`)).body());

/** What a sheet lacks of what it must say; facts stand on it in pieces, and each piece whole. */
function missingOn(text: string, sheet: GuideSheet): readonly string[] {
  return sheet.sections
    .flatMap(({ facts }) => facts)
    .flatMap(({ id, label, text: said, notes }) =>
      [label, said, ...notes].filter((part) => !text.includes(plain(part))).map((part) => `${id}: ${part}`),
    );
}

/** The first item's sheet with a condition more than was published. */
async function planted(page: Page): Promise<{ readonly id: string; readonly sheet: GuideSheet }> {
  const [item] = items;
  if (item === undefined) throw new Error('the demonstration has no item');
  const { facts } = await openItem(page, item.id);
  const { detail } = facts;
  if (detail === undefined) throw new Error('the item is only listed');
  const conditions = [...detail.conditions, '多出来的条件'];
  return { id: item.id, sheet: guideSheet({ ...facts, detail: { ...detail, conditions } }, 'zh') };
}

test('guide, touch screen and open data say the same of every item, under one hash', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/');
  for (const { id } of items) {
    const open = await openItem(page, id);
    const sheet = guideSheet(open.facts, 'zh');
    const proved = createHash('sha256').update(canonicalJson(open.facts)).digest('hex');
    const [guide, kiosk] = await Promise.all([
      renderedAt(page, `/halls/${HALL}/items/${id}`),
      renderedAt(page, `${KIOSK}/items/${id}`),
    ]);
    expect([proved, guide.hash, kiosk.hash], id).toEqual([open.hash, open.hash, open.hash]);
    expect(guide.said, id).toEqual(saidOf(sheet));
    expect(kiosk.said, id).toEqual(saidOf(sheet));
  }
});

test('the comparison finds a planted difference', async ({ page }) => {
  await page.goto('/');
  const { id, sheet } = await planted(page);
  const guide = await renderedAt(page, `/halls/${HALL}/items/${id}`);
  expect(guide.said).not.toEqual(saidOf(sheet));
});

test.describe('the printed notice', () => {
  // It stands because paper must be read by a stranger's program, and only CI can be made to install one: never skipped there, and elsewhere
  // the last line of the run says what was not tested.
  test.skip(
    !has('pdftotext'),
    'not tested: only a stranger’s program can read paper, and pdftotext (poppler-utils) is not here',
  );

  test('says the same of every item, under the same hash', async ({ page }) => {
    test.setTimeout(300_000);
    for (const { id } of items) {
      const open = await openItem(page, id);
      const notice = await noticeOf(page, id);
      expect(notice, id).toContain(open.hash);
      expect(missingOn(notice, guideSheet(open.facts, 'zh')), id).toEqual([]);
    }
  });

  test('is found to lack what was planted', async ({ page }) => {
    const { id, sheet } = await planted(page);
    expect(missingOn(await noticeOf(page, id), sheet)).toHaveLength(1);
  });
});

test('a guide gives its notice, and a checklist of one’s own in less than three seconds', async ({ page }) => {
  await page.goto(`/halls/${HALL}/items/construction-permit`);
  const href = (await page.getByRole('link', { name: '下载服务告知单（PDF）' }).getAttribute('href')) ?? '';
  expect((await page.request.get(href)).headers()['content-type']).toBe('application/pdf');
  await page.getByRole('link', { name: '我的材料清单' }).click();
  await page.getByRole('radio', { name: '否' }).check();
  const from = Date.now();
  await page.getByRole('button', { name: '列出我的材料' }).click();
  await expect(page.locator('[data-fact="materials.land"]')).toBeVisible();
  expect(Date.now() - from).toBeLessThan(3000);
  await expect(page.locator('[data-fact="materials.planning"]')).toHaveCount(0);
  await expectAccessible(page);
  expect(page.url()).not.toContain('inPlanningArea');
  const pdf = page.waitForResponse((answer) => answer.url().endsWith('/checklist.pdf'));
  await page.getByRole('button', { name: '下载清单（PDF）' }).click();
  expect((await pdf).headers()['content-type']).toBe('application/pdf');
});

const screens = [
  { width: 1080, height: 1920, language: 'zh', large: 'no' },
  { width: 1920, height: 1080, language: 'en', large: 'no' },
  { width: 1080, height: 1920, language: 'en', large: 'yes' },
] as const;
const pages = ['', '/find?by=theme', '/find?by=letter', '/search?q=SP', '/items/food-operation', '/track'] as const;

for (const { width, height, language, large } of screens) {
  test(`the touch screen at ${String(width)}×${String(height)} in ${language}, large ${large}: targets, words, no way out`, async ({
    page,
    baseURL,
  }) => {
    const url = baseURL ?? '';
    await page.context().addCookies([
      { name: 'language', value: language, url },
      { name: 'large', value: large, url },
    ]);
    await page.setViewportSize({ width, height });
    for (const path of pages) {
      await page.goto(KIOSK + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
      expect(await smallTargets(page, 60), path).toEqual([]);
      if (language === 'en') expect(await unmarkedChinese(page), path).toEqual([]);
      await expectAccessible(page);
      const links = await page
        .locator('a[href]')
        .evaluateAll((found) =>
          found.map((link) => new URL((link as HTMLAnchorElement).href)).map(({ pathname }) => pathname),
        );
      expect(
        links.filter((to) => !to.startsWith('/kiosk/')),
        path,
      ).toEqual([]);
      const trapped = await page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter(
            (one) => /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1,
          ).length,
      );
      expect(trapped, `${path} has a list that scrolls within the page`).toBe(0);
    }
  });
}

test('the touch screen finds an item by theme and by the keys of its letters', async ({ page }) => {
  await page.goto(KIOSK);
  await page.getByRole('link', { name: /按主题找/ }).click();
  await page.getByRole('link', { name: /市场准入/ }).click();
  await page.getByRole('link', { name: /食品经营许可/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('食品经营许可');
  await page.getByRole('link', { name: '首页' }).click();
  await page.getByRole('link', { name: /拼音查找/ }).click();
  for (const key of ['S', 'P', 'J']) await page.getByRole('button', { name: key, exact: true }).click();
  await page
    .getByRole('link', { name: /食品经营许可/ })
    .first()
    .click();
  await page.getByRole('link', { name: '我的材料清单' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('食品经营许可');
});

test('after ninety seconds the touch screen warns, begins anew, and nothing of the case looked up is left', async ({
  page,
}) => {
  const filed = await apply(page, { search: '开奶茶店', item: '食品经营许可', applicant: 'person' });
  await page.context().clearCookies();
  await page.goto(KIOSK);
  await page.evaluate(() => localStorage.clear());
  await page.clock.install();
  await page.goto(`${KIOSK}/track`);
  const press = async (text: string): Promise<void> => {
    for (const key of text) await page.getByRole('button', { name: key, exact: true }).click();
  };
  await page.getByLabel('办件编号').focus();
  await press(filed.number);
  await page.getByLabel('查询码').focus();
  await press(filed.queryCode);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.locator('.status-word')).toBeVisible();
  expect(page.url()).not.toContain(filed.number);
  await page.clock.runFor(35_000);
  await expect(page.getByRole('alert')).toContainText('即将回到首页');
  await expect(page.getByRole('timer')).toContainText('秒');
  await page.getByRole('button', { name: '继续使用' }).click();
  await expect(page.getByRole('timer')).toHaveCount(0);
  await page.clock.runFor(91_000);
  await page.waitForURL(`**${KIOSK}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您要办什么事？');
  const left = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  const cookies = await page.context().cookies();
  for (const kept of [left, JSON.stringify(cookies), await page.content()]) {
    expect(kept).not.toContain(filed.number);
    expect(kept).not.toContain(filed.queryCode);
  }
  expect(cookies.filter(({ name }) => name !== 'device')).toEqual([]);
  await page.goBack().catch(() => undefined);
  await expect(page.locator('.status-word')).toHaveCount(0);
});
