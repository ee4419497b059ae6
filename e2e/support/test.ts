import { test as base } from '@playwright/test';

export { expect, type Browser, type Locator, type Page } from '@playwright/test';

/**
 * Playwright's test, with one thing more: windows a test opened by hand (`browser.newContext()`) are closed with it.
 * Left open, each keeps its live board and its polling, and the last tests of a run share the machine with all of them.
 */
export const test = base.extend<{ readonly windowsClosed: undefined }>({
  windowsClosed: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
