import { expect, test } from './support/test.ts';
import { expectAccessible } from './support/accessible.ts';
import { openCase, staff } from './support/desk.ts';
import { breachesOf, watchPolicy } from './support/policy.ts';
import { apply } from './support/portal.ts';

const NUMBER = '410108199003070017';

test('an officer sees a number in full for a reason, for a minute, by keyboard alone; an overseer has no button', async ({
  browser,
  page,
}) => {
  const filed = await apply(page, { search: '开饭店', item: '食品经营许可', applicant: 'person' });
  const clerk = await staff(browser, 'zhou.min');
  await watchPolicy(clerk);
  await openCase(clerk, filed.number);
  await clerk.getByRole('tab', { name: /申请信息/ }).click();
  const applicant = clerk.getByRole('region', { name: '申请人', exact: true });
  await expect(applicant).toContainText('4101**********0017');
  expect(await clerk.content()).not.toContain(NUMBER);
  await expectAccessible(clerk);

  const button = applicant.getByRole('button', { name: '显示完整号码：证件号码' });
  await button.focus();
  await clerk.keyboard.press('Enter');
  const dialog = clerk.getByRole('dialog', { name: '查看完整号码：证件号码' });
  await expect(dialog.getByLabel('查看理由')).toBeFocused();
  await clerk.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('至少 4 个字');
  await expectAccessible(clerk);
  await clerk.keyboard.press('Escape');
  await expect(button).toBeFocused();

  await clerk.keyboard.press('Enter');
  await clerk.keyboard.press('Tab');
  await clerk.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: '当面核对身份证件' })).toBeFocused();
  await clerk.keyboard.press('Enter');
  await clerk.screenshot({ path: test.info().outputPath('dialog.png') });
  await clerk.keyboard.press('Enter');
  await expect(applicant).toContainText(NUMBER);
  await expect(applicant.getByRole('status').filter({ hasText: '60 秒后自动隐藏' })).toBeAttached();
  await expect(applicant.getByRole('button', { name: '立即隐藏：证件号码' })).toBeFocused();
  await expectAccessible(clerk);
  await clerk.screenshot({ path: test.info().outputPath('shown.png') });
  await clerk.setViewportSize({ width: 390, height: 844 });
  await clerk.screenshot({ path: test.info().outputPath('shown-phone.png') });
  await clerk.keyboard.press('Enter');
  await expect(applicant).not.toContainText(NUMBER);
  expect(breachesOf(clerk)).toEqual([]);

  const overseer = await staff(browser, 'yu.cha');
  await openCase(overseer, filed.number);
  await overseer.getByRole('tab', { name: /申请信息/ }).click();
  await expect(overseer.getByText('4101**********0017')).toBeVisible();
  await expect(overseer.getByRole('button', { name: /显示完整号码/ })).toHaveCount(0);
});
