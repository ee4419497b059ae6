/** What stands ready before the screens are opened: people signed in, and a case in each state somebody can be shown. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { receive } from '../support/counter.ts';
import type { Screen } from './screen.ts';
import { apply, track, type Filed } from '../support/portal.ts';

export type Seat = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface Stage {
  /** Whoever is signed in, by user name; `citizen` on the public's side. */
  readonly seats: ReadonlyMap<string, Seat>;
  /** What the braces in a screen's address stand for. */
  readonly places: ReadonlyMap<string, string>;
}

const PASSWORD = 'demo-yimen-2026';
const permit = { search: '盖房子开工', item: '建筑工程施工许可证核发', applicant: 'organisation' } as const;
const contract = '施工合同（确定施工企业的证明）';

async function newPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  return context.newPage();
}

/** Signs in with the code the demonstration shows, where an account needs one; a code used before is waited out. */
async function signIn(page: Page, user: string): Promise<void> {
  await page.goto('/desk/');
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  const shell = page.locator('.shell');
  await shell.or(page.locator('.demo-code')).first().waitFor();
  for (let tries = 0; tries < 8 && !(await shell.isVisible()); tries += 1) {
    const shown = await page.locator('.demo-code').innerText();
    await page.locator('#proof').fill(/\d{6}/.exec(shown)?.[0] ?? '');
    await page.locator('form button[type=submit]').click();
    await shell.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  await shell.waitFor();
}

interface Rows {
  readonly rows: readonly {
    readonly caseId?: string;
    readonly cardId?: string;
    readonly waitingFor?: { readonly act: string };
  }[];
}

interface Papers {
  readonly papers: readonly { readonly state: string; readonly verificationCode?: string }[];
}

/** The name of the first thing in one of the desk's lists, of those that wait for this act if one is named. */
async function firstOf(
  page: Page,
  path: string,
  { key, act }: { readonly key: 'caseId' | 'cardId'; readonly act?: string },
) {
  const { rows } = (await (await page.request.get(`/api/v1/desk/${path}`)).json()) as Rows;
  const waits = ({ waitingFor }: Rows['rows'][number]): boolean => act === undefined || waitingFor?.act === act;
  return rows.find(waits)?.[key] ?? 'nowhere';
}

async function asked(clerk: Page, { number }: Filed): Promise<void> {
  const caseId = await firstOf(clerk, `search?q=${encodeURIComponent(number)}`, { key: 'caseId' });
  await clerk.goto(`/desk/cases/${caseId}`);
  await clerk.locator('.act-list button', { hasText: '一次性补正告知' }).click();
  await clerk.locator('#acts form button[type=submit]').click();
  await clerk.locator('#acts [role=status]', { hasText: '一次性补正告知' }).waitFor();
}

/** As the desk itself sends it: the session's cookie, and from the desk's own address. */
async function sent(page: Page, path: string, body: object): Promise<void> {
  const status = await page.evaluate(
    async ([to, json]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(to, { method: 'POST', headers, body: json })).status;
    },
    [`/api/v1/desk/${path}`, JSON.stringify(body)] as const,
  );
  if (status !== 200) throw new Error(`${path} answered ${String(status)}`);
}

/** The verification code of a paper that is made: of the first case in the list that has one. */
async function paperOf(page: Page): Promise<string> {
  const { rows } = (await (await page.request.get('/api/v1/desk/queue?scope=all')).json()) as Rows;
  for (const { caseId } of rows) {
    const { papers } = (await (await page.request.get(`/api/v1/desk/cases/${caseId ?? ''}`)).json()) as Papers;
    const made = papers.find(({ state }) => state === 'ready');
    if (made?.verificationCode !== undefined) return made.verificationCode;
  }
  return 'nowhere';
}

/** A supervision proposal put to the department of a card. */
async function proposalOf(page: Page, card: string): Promise<string> {
  const commandId = crypto.randomUUID();
  const said = { found: '承诺件超期未办', advice: '逐件整改', replyDays: 10 };
  await sent(page, 'supervision/proposals', { commandId, cards: [card], ...said });
  return commandId;
}

/** A case of accountability about an officer, opened on a card. */
async function accountOf(page: Page, card: string): Promise<string> {
  const commandId = crypto.randomUUID();
  const about = { subject: 'li.qing', level: 'handling', lead: '两件承诺件超期未办' };
  await sent(page, 'supervision/accountability', { commandId, ...about, cards: [card], proposals: [] });
  return commandId;
}

/** A log of the hall's own cases, and a reform rehearsed on it. */
async function historyOf(page: Page): Promise<readonly (readonly [string, string])[]> {
  const log = `历年办件 ${crypto.randomUUID().slice(0, 8)}`;
  const commandId = crypto.randomUUID();
  await sent(page, 'history/own', { name: log, from: '2020-01-01', to: '2040-01-01' });
  const nothing = { dropped: [], merged: [], parallel: [], capped: {}, notCounted: [] };
  const wish = { commandId, title: '时限减半', reform: { limit: 20, newLimit: 10, ...nothing } };
  await sent(page, `history/logs/${encodeURIComponent(log)}/rehearsals`, wish);
  return Object.entries({ log: encodeURIComponent(log), rehearsal: commandId });
}

/** The first ledger the board of coverage leads to. */
async function ledgerOf(page: Page): Promise<readonly (readonly [string, string])[]> {
  await page.goto('/desk/supervision/coverage');
  const link = page.locator('a[href*="/supervision/ledgers/"]').first();
  const [month = '', kind = '', authority = ''] = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname
    .split('/')
    .toReversed();
  return Object.entries({ authority, kind, month });
}

/** The public's side: an application begun, one filed and asked to be completed, one withdrawn. */
async function citizenOf(page: Page, clerk: Page): Promise<readonly (readonly [string, string])[]> {
  const withdrawn = await apply(page, permit);
  await track(page, withdrawn);
  const ended = new URL(page.url()).pathname;
  await page.goto(`${ended}/withdrawal`);
  await page.getByLabel('撤回原因').fill('工程延期');
  await page.getByRole('button', { name: '确认撤回' }).click();
  await page.locator('.timeline').waitFor();
  const corrected = await apply(page, { ...permit, without: [contract] });
  const done = new URL(page.url()).pathname;
  await asked(clerk, corrected);
  await track(page, corrected);
  const waiting = new URL(page.url()).pathname;
  await page.goto('/halls/410500/items/construction-permit');
  await page.locator('.start button').click();
  await page.locator('.resume-code').waitFor();
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}/who`);
  await page.getByRole('radio', { name: /单位/ }).check();
  await page.getByRole('radio', { name: '申请人自己办' }).check();
  await page.locator('button.primary').click();
  await page.locator('#name').waitFor();
  const guide = (await (await page.request.get('/api/v1/items/410500/construction-permit')).json()) as {
    readonly detail: { readonly form: readonly { readonly id: string }[] };
  };
  return Object.entries({
    ended,
    waiting,
    done,
    draft,
    group: guide.detail.form[0]?.id ?? '',
  });
}

/** Whoever has to be signed in for these screens; `zhou.min` makes the cases. */
export function usersOf(screens: readonly Screen[]): readonly string[] {
  const users = screens.flatMap(({ user }) => (user === undefined || user === 'citizen' ? [] : [user]));
  return [...new Set(['zhou.min', ...users])];
}

/** Signs everybody in and makes the cases. Takes the better part of a minute. */
export async function prepare(browser: Browser, base: string, users: readonly string[]): Promise<Stage> {
  const seats = new Map<string, Seat>();
  const places = new Map<string, string>();
  const pages = new Map<string, Page>();
  for (const user of users) {
    const page = await newPage(browser, base);
    await signIn(page, user);
    seats.set(user, await page.context().storageState());
    pages.set(user, page);
  }
  const of = (user: string): Page => {
    const page = pages.get(user);
    if (page === undefined) throw new Error(`nobody signed in as ${user}`);
    return page;
  };
  const clerk = of('zhou.min');
  places.set('received', await receive(clerk, { itemId: 'construction-permit', without: 1 }));
  places.set('case', await firstOf(of('li.qing'), 'queue?scope=all', { key: 'caseId' }));
  places.set('paper', await paperOf(of('li.qing')));
  places.set('signOff', await firstOf(of('zhao.yan'), 'queue?scope=mine', { key: 'caseId', act: 'sign' }));
  places.set('delivery', await firstOf(of('tan.song'), 'queue?scope=mine', { key: 'caseId' }));
  places.set('card', await firstOf(of('yu.cha'), 'supervision/cards', { key: 'cardId' }));
  places.set('proposal', await proposalOf(of('yu.cha'), places.get('card') ?? ''));
  places.set('accountability', await accountOf(of('yu.cha'), places.get('card') ?? ''));
  const citizen = await newPage(browser, base);
  const made = [await historyOf(of('yu.cha')), await ledgerOf(of('yu.cha')), await citizenOf(citizen, clerk)];
  for (const [name, place] of made.flat()) places.set(name, place);
  seats.set('citizen', await citizen.context().storageState());
  for (const page of [...pages.values(), citizen]) await page.context().close();
  return { seats, places };
}
