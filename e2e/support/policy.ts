import { expect, type Page } from './test.ts';

const watched = new WeakMap<Page, string[]>();

/** From now on every breach of the content security policy on this page is written down, before its own scripts run. */
export async function watchPolicy(page: Page): Promise<void> {
  const breaches: string[] = [];
  watched.set(page, breaches);
  await page.exposeBinding('reportBreach', (_source, breach: string) => {
    breaches.push(breach);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, documentURI, sourceFile, lineNumber } = event;
      const report = (window as unknown as { reportBreach: (breach: string) => Promise<void> }).reportBreach;
      void report(`${documentURI}: ${violatedDirective} ${blockedURI} (${sourceFile}:${String(lineNumber)})`);
    });
  });
}

/** What the page broke so far; a page nobody watched is a mistake of the test. */
export function breachesOf(page: Page): readonly string[] {
  const breaches = watched.get(page);
  expect(breaches, 'nobody watches this page').toBeDefined();
  return breaches ?? [];
}
