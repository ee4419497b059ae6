/** Every screen of the desk, in every state `npm run screens` takes a picture of, is for everyone (WCAG 2.2 AA, P32, P33). */
import { readFileSync } from 'node:fs';
import { deskScreens } from './shots/deskScreens.ts';
import { looks } from './shots/looks.ts';
import { show } from './shots/show.ts';
import { prepare, usersOf, type Stage } from './shots/stage.ts';
import { faultsOf } from './support/faults.ts';
import { expect, test, type Browser } from './support/test.ts';

const baseOf = (): string => test.info().project.use.baseURL ?? '';

let stage: Stage | undefined;

/** One stage for all looks: signing in and filing cases is not what is tested here. */
async function staged(browser: Browser): Promise<Stage> {
  stage ??= await prepare(browser, baseOf(), usersOf(deskScreens));
  return stage;
}

test('every address of the desk is among the screens', () => {
  const source = readFileSync(new URL('../apps/desk/src/app/routes.tsx', import.meta.url), 'utf8');
  const addresses = [...source.matchAll(/path: '([^']+)'/g)]
    .map(([, path = '']) => path)
    .filter((path) => path !== '*');
  expect(addresses.length).toBeGreaterThan(15);
  const shown = deskScreens.map(({ path }) => path.replace(/^\/desk\//, '').replace(/\?.*$/, ''));
  const unseen = addresses.filter((address) => {
    const pattern = new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`);
    return !shown.some((path) => pattern.test(path));
  });
  expect(unseen).toEqual([]);
});

/**
 * The hardest look to be for everyone in: English, large type, on a telephone. `YIMEN_LOOKS=all` opens every screen in all six,
 * which takes half an hour.
 */
const wanted = process.env['YIMEN_LOOKS'] ?? 'phone-large';

/** Windows open at once: while one waits for its answers to settle, the other is judged. */
const LANES = 2;

for (const look of looks.filter(({ name }) => wanted === 'all' || wanted.split(',').includes(name))) {
  test(`every screen of the desk in every state is for everyone: ${look.name}`, async ({ browser }) => {
    test.setTimeout(900_000);
    const found: Record<string, readonly string[]> = {};
    const on = await staged(browser);
    const rest = deskScreens.values();
    const lane = async (): Promise<void> => {
      for (const screen of rest) {
        const page = await show(browser, { base: baseOf(), stage: on, screen, look });
        const faults = await faultsOf(page, look);
        if (faults.length > 0) found[screen.name] = faults;
        await page.context().close();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(found).toEqual({});
  });
}
