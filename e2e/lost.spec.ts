/**
 * Nothing typed is lost (P37): while somebody types an application, the browser, the server or the network is killed at a
 * random instant; at most one field may be missing afterwards. A small round here; `npm run test:lost` does 200 points.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { seeded } from '../bench/report.ts';
import { freePort, startServer, type Server } from '../bench/hall/server.ts';
import { openKillable, type Killable } from './support/killable.ts';

const points = Number(process.env['YIMEN_LOST_POINTS'] ?? '12');
const seed = Number(process.env['YIMEN_SEED'] ?? '1');
const kinds = ['browser', 'server', 'network', 'networkThenBrowser'] as const;
type Kind = (typeof kinds)[number];

/** A port of this run's own: on a fixed one a second run would talk to the server of the first, which then is killed. */
const port = await freePort();
const origin = `http://127.0.0.1:${String(port)}`;
const folder = mkdtempSync(join(tmpdir(), 'yimen-lost-'));
const profile = mkdtempSync(join(tmpdir(), 'yimen-lost-profile-'));
let server: Server;
let browser: Killable;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = startServer({ dataFolder: folder, port, program: 'main' });
  await server.ready();
  browser = await openKillable(profile);
});
test.afterAll(async () => {
  await browser.kill();
  await server.stop();
  for (const one of [folder, profile]) rmSync(one, { recursive: true, force: true });
});

/** What an organisation types on the applicant's page, in the order of its fields. */
const texts = {
  name: '安阳演示建设有限公司',
  creditCode: '91410500MA0000000F',
  legalRepresentative: '演示法人',
  contactName: '演示联系人',
  phone: '0372-0000456',
  address: '安阳市文峰区演示路一号',
} as const;
type Field = keyof typeof texts;
const fields = Object.keys(texts) as readonly Field[];
/** One key every so many milliseconds: a quick typist, so that a kill has much to take. */
const KEY_MS = 25;
const letters = Object.values(texts).join('').length;

async function begin(): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const post = async (path: string, method: string, body: object): Promise<{ readonly draftId: string }> =>
    (await (await fetch(`${origin}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })).json()) as {
      readonly draftId: string;
    };
  const { draftId } = await post('/drafts', 'POST', { jurisdiction: '410500', itemId: 'construction-permit' });
  await post(`/drafts/${draftId}`, 'PATCH', { applicant: { kind: 'organisation', hasAgent: 'no' } });
  return draftId;
}

type Values = Partial<Record<Field, string>>;

/** Types field after field until it has typed everything, or the page is gone. Answers what had been typed by then. */
async function typeAll(page: Page, typed: Values): Promise<void> {
  for (const field of fields) {
    await page.locator(`#${field}`).click();
    for (const key of texts[field]) {
      await page.keyboard.insertText(key);
      typed[field] = (typed[field] ?? '') + key;
      await pause(KEY_MS);
    }
  }
}

async function valuesOn(page: Page): Promise<Values> {
  const values: Values = {};
  for (const field of fields) values[field] = await page.locator(`#${field}`).inputValue();
  return values;
}

async function valuesKept(draftId: string): Promise<Values> {
  const answer = await fetch(`${origin}/api/v1/drafts/${draftId}`);
  const draft = (await answer.json()) as { readonly content: { readonly applicant: Values } };
  return draft.content.applicant;
}

const lost = (typed: Values, found: Values): readonly Field[] =>
  fields.filter((field) => (typed[field] ?? '') !== (found[field] ?? ''));

/** Kills, and brings back, while the typing goes on as far as it can. */
const happen: Readonly<Record<Kind, (page: Page) => Promise<void>>> = {
  browser: () => browser.kill(),
  server: async () => {
    server.child.kill('SIGKILL');
    await pause(1500);
    server = startServer({ dataFolder: folder, port, program: 'main' });
    await server.ready();
  },
  network: async (page) => {
    await page.context().setOffline(true);
    await pause(2500);
    await page.context().setOffline(false);
  },
  networkThenBrowser: async (page) => {
    await page.context().setOffline(true);
    await pause(1500);
    await browser.kill();
  },
};

const takesBrowser = (kind: Kind): boolean => kind === 'browser' || kind === 'networkThenBrowser';

/** The applicant’s page, after everything is up again; what it shows is what was not lost. */
async function reopened(draftId: string): Promise<Values> {
  browser = await openKillable(profile);
  await browser.page.goto(`${origin}/apply/${draftId}/applicant`, { waitUntil: 'networkidle' });
  return valuesOn(browser.page);
}

async function point(kind: Kind, share: number): Promise<readonly Field[]> {
  const draftId = await begin();
  const { page } = browser;
  await page.goto(`${origin}/apply/${draftId}/applicant`, { waitUntil: 'networkidle' });
  const typed: Values = {};
  const typing = typeAll(page, typed).catch(() => undefined);
  await pause(share * letters * KEY_MS * 1.2);
  const atKill = { ...typed };
  await happen[kind](page);
  await typing;
  if (takesBrowser(kind)) return lost(kind === 'browser' ? atKill : typed, await reopened(draftId));
  await confirmed(page);
  return lost(typed, await valuesKept(draftId));
}

/** Says what the page showed and what its saves were answered when it does not come to rest. */
async function confirmed(page: Page): Promise<void> {
  const answers: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/keep/')) answers.push(String(answer.status()));
  });
  page.on('requestfailed', (request) => {
    if (request.url().includes('/keep/')) answers.push(request.failure()?.errorText ?? 'failed');
  });
  const keep = page.locator('.keep');
  await expect(keep)
    .toContainText('已自动保存', { timeout: 20_000 })
    .catch(async () => {
      const shown = await keep.innerText();
      throw new Error(`no save confirmed within 20 s of an outage: “${shown}”, answers: ${answers.join(', ')}`);
    });
}

test(`killed at ${String(points)} random instants (seed ${String(seed)}), what is typed loses at most one field`, async () => {
  test.setTimeout(60_000 + points * 30_000);
  const random = seeded(seed);
  const found: string[] = [];
  const counts = kinds.map((kind) => ({ kind, nothing: 0, one: 0, more: 0 }));
  for (let at = 0; at < points; at += 1) {
    const kind = kinds[at % kinds.length] ?? 'browser';
    const gone = await point(kind, random()).catch((error: unknown) => {
      throw new Error(`point ${String(at)}, ${kind}`, { cause: error });
    });
    if (gone.length > 1) found.push(`${String(at)} ${kind}: ${gone.join(', ')}`);
    const count = counts.find((one) => one.kind === kind);
    if (count !== undefined) count[gone.length > 1 ? 'more' : gone.length === 1 ? 'one' : 'nothing'] += 1;
  }
  console.log(`FIGURES ${JSON.stringify(counts)}`);
  expect(found).toEqual([]);
});
