import { expect, test, type Page } from './support/test.ts';
import { staff } from './support/desk.ts';

/** Presses keys and counts them; free text is typed and not counted. */
function counted(page: Page): {
  readonly press: (key: string, times?: number) => Promise<void>;
  readonly count: () => number;
} {
  let pressed = 0;
  return {
    press: async (key, times = 1) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
      pressed += times;
    },
    count: () => pressed,
  };
}

const TYPED: Readonly<Record<string, string>> = { name: '演示申请人', phone: '0372-0000123' };

/** Fills whatever has the cursor, by its kind, and goes to the next field. */
async function answerFocused(page: Page, press: (key: string) => Promise<void>): Promise<string> {
  const focused = await page.evaluate(() => {
    const at = document.activeElement;
    const kind = at instanceof HTMLInputElement ? at.type : (at?.tagName.toLowerCase() ?? '');
    const input =
      at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement;
    return {
      id: at?.id ?? '',
      kind,
      value: input ? at.value : '',
      numeric: at?.getAttribute('inputmode') === 'numeric',
    };
  });
  if (focused.kind === 'radio') await press('Space');
  else if (focused.kind === 'select' && focused.value === '') await press('ArrowDown');
  else if (focused.kind === 'date') await page.keyboard.type('03012027');
  else if (['text', 'textarea'].includes(focused.kind) && focused.value === '')
    await page.keyboard.insertText(
      focused.numeric ? '120' : (TYPED[focused.id.replace('applicant-', '')] ?? '演示填写'),
    );
  await press('Tab');
  return focused.id;
}

test('three materials are taken in without a mouse, in at most 60 seconds and 45 keys beside free text', async ({
  browser,
}) => {
  const clerk = await staff(browser, 'zhou.min');
  const { press, count } = counted(clerk);
  const began = Date.now();
  await press('Alt+n');
  await expect(clerk.getByRole('combobox', { name: /查找事项/ })).toBeFocused();
  await clerk.keyboard.insertText('医疗机构设置审批');
  await expect(clerk.getByRole('option', { name: /医疗机构设置审批/ })).toBeVisible();
  await press('Enter');
  await expect(clerk.locator('#applicant-name')).toBeFocused();
  // Who came shows the card of a person.
  await press('Shift+Tab');
  await press('ArrowRight');
  await press('F3');
  await expect(clerk.getByText(/已读入：演示申请人/)).toBeVisible();
  await press('Tab');
  for (let field = 0; field < 24; field += 1) {
    const id = await answerFocused(clerk, press);
    if (id.startsWith('answer-') && (await clerk.evaluate(() => document.activeElement?.closest('.material') !== null)))
      break;
  }
  for (let material = 0; material < 3; material += 1) {
    await press('F7');
    await expect(clerk.locator('.material .file')).toHaveCount(material + 1);
    await press('Alt+a');
  }
  await press('F4');
  await expect(clerk.getByRole('button', { name: /确认受理/ })).toBeFocused();
  await press('Enter');
  await expect(clerk.getByRole('heading', { name: '收件登记完成' })).toBeVisible({ timeout: 45_000 });
  const seconds = (Date.now() - began) / 1000;
  console.log(`intake: ${String(count())} keys, ${seconds.toFixed(1)} s`);
  expect(count()).toBeLessThanOrEqual(45);
  expect(seconds).toBeLessThanOrEqual(60);
});

test('a card whose number fails its check digit is read and told', async ({ browser }) => {
  const clerk = await staff(browser, 'wu.fang');
  await clerk.goto('/desk/intake');
  await clerk.getByRole('combobox', { name: /查找事项/ }).fill('个体工商户设立登记');
  await clerk.getByRole('option', { name: /个体工商户设立登记/ }).click();
  await expect(clerk.locator('#applicant-name')).toBeFocused();
  await clerk.getByLabel('读卡器上的身份证').selectOption({ label: '校验位有误的卡' });
  await clerk.keyboard.press('F3');
  await expect(clerk.getByText('已读入，但证件号码校验不通过，请核对证件')).toBeVisible();
  await expect(clerk.locator('#applicant-name')).toHaveValue('演示错号人');
  await expect(clerk.getByText('✗ 号码校验不通过，请核对')).toBeVisible();
});

test('no key acts while an input method composes, and ? lists them all', async ({ browser }) => {
  const clerk = await staff(browser, 'zhou.min');
  await clerk.goto('/desk/intake');
  const box = clerk.getByRole('combobox', { name: /查找事项/ });
  await expect(box).toBeFocused();
  const session = await clerk.context().newCDPSession(clerk);
  await session.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 });
  for (const key of ['F4', 'F3', 'F8', 'Enter']) {
    const prevented = await clerk.evaluate((name) => {
      const event = new KeyboardEvent('keydown', {
        key: name,
        keyCode: 229,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
      return event.defaultPrevented;
    }, key);
    expect(prevented, key).toBe(false);
  }
  await expect(clerk.getByRole('alert')).toHaveCount(0);
  await session.send('Input.insertText', { text: '施工' });
  await expect(box).toHaveValue('施工');
  await clerk.goto('/desk/queue');
  await expect(clerk.getByRole('heading', { name: '我的待办' })).toBeVisible();
  await clerk.keyboard.press('?');
  await expect(clerk.getByRole('dialog', { name: '快捷键' })).toContainText('办最急的一件');
  await clerk.keyboard.press('Escape');
  await clerk.keyboard.press('n');
  await expect(clerk.locator('#acts')).toBeVisible();
});
