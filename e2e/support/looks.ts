import { expect, test, type Page } from './test.ts';
import { expectAccessible } from './accessible.ts';
import { expectNoSidewaysScroll, smallTargets, unmarkedChinese } from './frame.ts';

/** How the portal may be looked at. */
export const looks = [
  { name: 'Chinese', language: 'zh', large: 'no', width: 1366 },
  { name: 'English', language: 'en', large: 'no', width: 390 },
  { name: 'large type', language: 'zh', large: 'yes', width: 390 },
  { name: 'large type in English', language: 'en', large: 'yes', width: 390 },
] as const;
/** 1280 px wide at 400 % zoom. */
const ZOOMED = 320;
export type Look = (typeof looks)[number];

export async function dress(page: Page, look: Look): Promise<void> {
  const url = test.info().project.use.baseURL ?? '';
  await page.context().addCookies([
    { name: 'language', value: look.language, url },
    { name: 'large', value: look.large, url },
  ]);
  await page.setViewportSize({ width: look.width, height: 844 });
}

/** The page as it stands: readable by everyone, large enough to hit, nothing sideways, and no Chinese left in English. */
export async function expectReadable(page: Page, look: Look): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const where = `${page.url()} in ${look.name}`;
  expect(await smallTargets(page, look.large === 'yes' ? 60 : 44), where).toEqual([]);
  if (look.language === 'en') expect(await unmarkedChinese(page), where).toEqual([]);
  await expectAccessible(page);
}

/** The page as it stands now, in one look after the other and at 400 % zoom; afterwards as it was before. */
export async function expectReadableInEveryLook(page: Page): Promise<void> {
  const [before, url] = [page.viewportSize() ?? { width: 1366, height: 768 }, page.url()];
  for (const look of looks) {
    await dress(page, look);
    await page.goto(url);
    await expectReadable(page, look);
  }
  await dress(page, looks[0]);
  await page.setViewportSize({ width: ZOOMED, height: 640 });
  await page.goto(url);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(before);
}
