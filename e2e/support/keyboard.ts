import { expect, type Page } from '@playwright/test';

type Target = ReturnType<Page['getByRole']>;

/** Presses Tab until the target has the focus, and sees that what has it is inside the window. */
export async function tabTo(page: Page, target: Target): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let presses = 0; presses < 90; presses += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(target.first()).toBeFocused();
  await expect(target.first()).toBeInViewport();
}

/** Types a text into the field of this label; the keys come from an input method, as Chinese does. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.insertText(text);
}

/** Follows a link of the page itself. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('main').getByRole('link', { name }));
  await page.keyboard.press('Enter');
}

/** Presses a button, and waits for another page or for what it has to say against it. */
export async function press(page: Page, name: string): Promise<void> {
  const before = page.url();
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
  await page.waitForFunction((url) => location.href !== url || document.querySelector('[role=alert]') !== null, before);
}
