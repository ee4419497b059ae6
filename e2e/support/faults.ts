import type { Page } from '@playwright/test';
import type { Look } from '../shots/looks.ts';
import { accessibilityOf } from './accessible.ts';
import { smallTargets, unmarkedChinese } from './frame.ts';

/** A label or an attribute cannot mark a part of itself: the names in it stand marked on the same screen. */
async function chineseLeft(page: Page): Promise<readonly string[]> {
  const left = await unmarkedChinese(page);
  if (left.length === 0) return [];
  const marked = await page.locator('[lang^=zh]').allTextContents();
  const names = marked.map((name) => name.trim()).filter((name) => name !== '');
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const seen = await page.locator('body').innerText();
  return left.filter((text) => {
    const bare = longestFirst.reduce((rest, name) => rest.replaceAll(name, ''), text);
    return seen.includes(text) || /\p{Script=Han}/u.test(bare);
  });
}

/** What is wrong with the page as it stands, in words. */
export async function faultsOf(page: Page, { large, language }: Look): Promise<readonly string[]> {
  const faults = [...(await accessibilityOf(page))];
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (sideways > 0) faults.push(`scrolls sideways by ${String(sideways)} px`);
  if (large) faults.push(...(await smallTargets(page, 60)).map((target) => `too small: ${target}`));
  if (language === 'en') faults.push(...(await chineseLeft(page)).map((text) => `Chinese: ${text}`));
  return faults;
}
