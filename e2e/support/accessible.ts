import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each violation of WCAG 2.2 A or AA that a program can find on the page as it stands, in words. */
export async function accessibilityOf(page: Page): Promise<readonly string[]> {
  // In the page itself: no page of ours holds a foreign frame, and a second page for each look costs a third of the time.
  const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).setLegacyMode(true).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`);
}

/** No violation of WCAG 2.2 A or AA that a program can find, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityOf(page), `${page.url()} is not accessible`).toEqual([]);
}
