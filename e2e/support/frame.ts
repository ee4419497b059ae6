import { expect, type Page } from '@playwright/test';

/** Compressed bytes a page may weigh in all, with scripts, styles and its own words (P19). */
const HEAVIEST = 150 * 1024;

/** Bytes that came over the wire for a page opened with an empty cache. */
async function weightOf(page: Page, path: string): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path, { waitUntil: 'networkidle' });
  await client.detach();
  return bytes;
}

export async function expectLight(page: Page, path: string): Promise<void> {
  const bytes = await weightOf(page, path);
  expect(bytes, `${path} was not measured`).toBeGreaterThan(10_000);
  expect(bytes, `${path} is too heavy`).toBeLessThanOrEqual(HEAVIEST);
}

/** Nothing may be wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Controls lower than `least` px. Links inside running text are excepted, as WCAG 2.5.8 does. */
export async function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  const selector =
    'button, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, label.choice, nav a, a.button, .task-list a, .back a, .change a';
  const boxes = await page
    .locator(selector)
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => ({ height: element.getBoundingClientRect().height, html: element.outerHTML.slice(0, 120) })),
    );
  return boxes.filter(({ height }) => height < least - 0.5).map(({ height, html }) => `${String(height)}: ${html}`);
}

/**
 * Chinese on an English screen that is not marked as Chinese (laws, names of items and places are, by `lang`). The window's
 * title names items and cannot mark a part of itself; what stands in a field is what somebody typed.
 */
export async function unmarkedChinese(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const han = /\p{Script=Han}/u;
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || element.closest('script, style, title, textarea, [lang^=zh]') !== null) continue;
      const texts =
        node instanceof Element
          ? ['aria-label', 'title', 'placeholder', 'alt'].map((name) => node.getAttribute(name) ?? '')
          : [node.textContent ?? ''];
      found.push(...texts.filter((text) => han.test(text)).map((text) => text.trim()));
    }
    return found;
  });
}
