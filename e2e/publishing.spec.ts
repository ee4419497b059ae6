import { expect, test, type Browser, type Page } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { does, receive } from './support/counter.ts';
import { staff } from './support/desk.ts';

/** A building permit received, examined and granted on one day. */
async function granted(browser: Browser): Promise<void> {
  const clerk = await staff(browser, 'zhou.min');
  const caseId = await receive(clerk, { itemId: 'construction-permit', then: [{ type: 'accept' }] });
  const done = { type: 'completeStep', agreed: true, opinion: '符合条件' };
  await does(await staff(browser, 'li.qing'), caseId, { ...done, stepId: 'examine' });
  const proposal = { outcome: 'grant', facts: '材料齐全', basis: '《建筑法》第八条', conditions: [] };
  await does(
    await staff(browser, 'wang.lei'),
    caseId,
    { ...done, stepId: 'approve' },
    { type: 'proposeDecision', ...proposal },
  );
  await does(await staff(browser, 'zhao.yan'), caseId, { type: 'sign', opinion: '同意' });
}

const figure = (page: Page, name: string) => page.locator(`[data-figure=${name}] dd`);
const CITIZEN = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } } as const;

test('the public reads real times without scripts; a department keeps back what the law keeps; the month has its bulletin', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  await granted(browser);
  const head = await staff(browser, 'gao.jun');
  const line = head.getByRole('row').filter({ hasText: '建筑工程施工许可证核发' }).filter({ hasText: '期满自动公示' });
  await expect(async () => {
    await head.goto('/desk/supervision/publications');
    await expect(line.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  const number = (await line.first().getByRole('link').innerText()).replaceAll(/\s/g, '');
  await line.first().getByRole('button').click();
  await head.getByLabel('依据').selectOption('tradeSecret');
  await head.getByLabel('涉及哪些内容、为什么不能公开').fill('总平面图涉及商业秘密');
  await expectAccessible(head);
  await head.getByRole('button', { name: '确认不公开' }).click();
  const kept = head.getByRole('row').filter({ hasText: '总平面图涉及商业秘密' });
  await expect(kept.filter({ hasText: number.slice(-4) }).first()).toContainText('商业秘密');

  const citizen = await (await browser.newContext(CITIZEN)).newPage();
  await citizen.goto('/halls/410500');
  await citizen.getByRole('link', { name: /办理时长公开/ }).click();
  await expect(citizen.getByRole('heading', { level: 1 })).toContainText('办理时长公开');
  await expect(figure(citizen, 'onTime')).toContainText('%');
  await figure(citizen, 'decided').getByRole('link').click();
  await expect(citizen.locator('.sum')).toContainText(/[1-9]\d* 件依法不公开/);

  const supervisor = await staff(browser, 'yu.cha');
  await supervisor.goto('/desk/supervision/reports?kind=monthly');
  const decided = supervisor.getByRole('row').filter({ hasText: '期间内作出决定的办件数' });
  await expect(decided).not.toContainText('…');
  await expectAccessible(supervisor);
  // A browser without a locale of its own cannot write the name: it is read where the server says it.
  const href = (await supervisor.getByRole('link', { name: '下载 XLSX' }).getAttribute('href')) ?? '';
  const file = await supervisor.request.get(href);
  expect(decodeURIComponent(file.headers()['content-disposition'] ?? '')).toMatch(/月报-.+\.xlsx$/);
  expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
  await decided.getByRole('link').click();
  await expect(supervisor.getByRole('row').filter({ hasText: '住房' }).first()).toBeVisible();
});
