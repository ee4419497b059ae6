/** What is done to a page before and after it is opened, so that it shows the state somebody should look at. */
import type { Page } from '@playwright/test';

export type Doing = (page: Page) => Promise<void>;

const SETTLE_MS = 400;

/** Clicks one thing after the other, each named by CSS. */
export const click =
  (...selectors: readonly string[]): Doing =>
  async (page) => {
    for (const selector of selectors) {
      await page.locator(selector).first().click({ timeout: 15_000 });
      await page.waitForTimeout(SETTLE_MS);
    }
  };

export const press =
  (...keys: readonly string[]): Doing =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(SETTLE_MS);
  };

export const type =
  (selector: string, text: string): Doing =>
  async (page) => {
    await page.locator(selector).first().fill(text);
    await page.waitForTimeout(SETTLE_MS);
  };

/** Waits until something named by CSS is there. */
export const appears =
  (selector: string): Doing =>
  async (page) => {
    await page.locator(selector).first().waitFor({ timeout: 15_000 });
    await page.waitForTimeout(SETTLE_MS);
  };

/** One after the other. */
export const all =
  (...doings: readonly Doing[]): Doing =>
  async (page) => {
    for (const doing of doings) await doing(page);
  };

/** Whoever asks for this gets no answer: the screen stays as it is while it loads. */
export const unanswered =
  (path: string): Doing =>
  async (page) => {
    await page.route(path, () => undefined);
  };

/** Whoever asks for this is told that it cannot be had now. */
export const failing =
  (path: string): Doing =>
  async (page) => {
    await page.route(path, (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        json: {
          type: 'urn:yimen:problem:database_down',
          title: '',
          status: 503,
          code: 'database_down',
          words: {
            zh: '系统暂时不能使用，请稍后再试；已保存的内容没有丢失。',
            en: 'The service is unavailable for the moment; nothing saved is lost.',
          },
        },
      }),
    );
  };

export const offline: Doing = async (page) => {
  await page.context().setOffline(true);
  await page.waitForTimeout(SETTLE_MS);
};
