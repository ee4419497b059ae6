import type { Browser, Page } from '@playwright/test';
import type { Look } from './looks.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const filled = (path: string, places: Stage['places']): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places.get(name) ?? name);

interface Opening {
  readonly base: string;
  readonly stage: Stage;
  readonly screen: Screen;
  readonly look: Look;
}

/** Opens a screen in a window of its own, in one look and in the state it is to be seen in. The caller closes the window. */
export async function show(browser: Browser, { base, stage, screen, look }: Opening): Promise<Page> {
  const { width, height } = look;
  const seat = screen.user === undefined ? undefined : stage.seats.get(screen.user);
  const context = await browser.newContext({
    ...(seat === undefined ? {} : { storageState: seat }),
    baseURL: base,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  await context.addCookies([
    { name: 'language', value: look.language, url: base },
    { name: 'large', value: look.large ? 'yes' : 'no', url: base },
  ]);
  await context.addInitScript(
    ([language, large]) => {
      localStorage.setItem('yimen.desk.language', language);
      localStorage.setItem('yimen.desk.large', large);
    },
    [look.language, look.large ? 'yes' : 'no'] as const,
  );
  const page = await context.newPage();
  await screen.before?.(page);
  await page.goto(filled(screen.path, stage.places), { waitUntil: 'load' });
  await page.locator('h1, .skeleton').first().waitFor({ timeout: 15_000 });
  await page.waitForTimeout(500);
  await screen.act?.(page);
  return page;
}
