import { ActRequest } from '@yimen/contract';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { session } from '../../test/fixtures.ts';
import { api, refusal, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const server = testServer(...signedInAs(session()));
const CODE = '91410500MA0000000F';

/** Answers the filing and keeps what was sent. */
function taking(): ActRequest[] {
  const sent: ActRequest[] = [];
  server.use(
    http.post(api('/desk/cases'), async ({ request }) => {
      sent.push(ActRequest.parse(await request.json()));
      const answer = { caseId: 'c1', number: '260302-00001-7', revision: 3, acts: [], queryCode: 'GGX49V8P' };
      return HttpResponse.json(answer, { status: 201 });
    }),
  );
  return sent;
}

/** Counts what is pressed beside free text. */
function counting(user: UserEvent): { readonly press: (keys: string) => Promise<void>; readonly count: () => number } {
  let pressed = 0;
  return {
    press: async (keys) => {
      pressed += 1;
      await user.keyboard(keys);
    },
    count: () => pressed,
  };
}

async function pickItem(user: UserEvent): Promise<void> {
  await user.type(await screen.findByRole('combobox'), '施工');
  await screen.findByRole('option', { name: /建筑工程施工许可证核发/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('单位名称')));
}

async function fillIn(user: UserEvent): Promise<void> {
  await pickItem(user);
  await user.type(screen.getByLabelText('单位名称'), '安阳市永固建筑工程有限公司');
  await user.type(screen.getByLabelText('统一社会信用代码'), CODE);
  await user.type(screen.getByLabelText('法定代表人（负责人）'), '赵永固');
  await user.type(screen.getByLabelText('联系人'), '孙丽');
  await user.type(screen.getByLabelText('联系电话'), '13800000001');
  await user.type(screen.getByLabelText('工程名称'), '市民中心二期');
  await user.type(screen.getByLabelText('合同价格（万元）'), '3200');
  await user.selectOptions(screen.getByLabelText('工程类别'), '房屋建筑');
  await user.click(within(screen.getByRole('group', { name: '是否涉及深基坑' })).getByLabelText('是'));
}

describe('intake', () => {
  it('takes three materials without a mouse in at most 45 key actions', async () => {
    const sent = taking();
    const user = openDesk('/queue');
    await screen.findByText('取水许可');
    const { press, count } = counting(user);
    await press('{Alt>}n{/Alt}');
    await user.type(await screen.findByRole('combobox'), '施工');
    await screen.findByRole('option');
    await press('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('单位名称')));
    for (const text of ['安阳市永固建筑工程有限公司', CODE, '赵永固', '孙丽', '13800000001', '文峰大道1号']) {
      await user.keyboard(text);
      await press('{Tab}');
    }
    await press('{Tab}');
    await user.keyboard('市民中心二期');
    await press('{Tab}');
    await user.keyboard('3200');
    await press('{Tab}');
    // jsdom does not let keys move a list's choice; the browser does with one.
    await user.selectOptions(screen.getByLabelText('工程类别'), '房屋建筑');
    await press('{Tab}');
    await press('{ }');
    for (let material = 0; material < 3; material += 1) await press('{Alt>}a{/Alt}');
    await press('{F4}');
    expect(await screen.findByText(/材料均已提交，受理标准全部勾选/)).toBeTruthy();
    await press('{Enter}');
    expect(await screen.findByText('GGX49V8P')).toBeTruthy();
    expect(screen.getByText('2603 0200 0017')).toBeTruthy();
    expect(sent[0]?.commands.map(({ type }) => type)).toEqual(['file', 'receive', 'accept']);
    expect(count()).toBeLessThanOrEqual(45);
  });

  it('tells while typing whether the credit code can be right', async () => {
    const user = openDesk('/intake');
    await pickItem(user);
    const code = screen.getByLabelText('统一社会信用代码');
    await user.type(code, CODE.slice(0, 17));
    expect(screen.getByText('已输入 17 位，共 18 位')).toBeTruthy();
    await user.type(code, '9');
    expect(screen.getByText('✗ 号码校验不通过，请核对')).toBeTruthy();
    await user.type(code, `{Backspace}${CODE.slice(17).toLowerCase()}`);
    expect(screen.getByText('✓ 校验通过')).toBeTruthy();
  });

  it('composes the one correction notice from everything not ticked', async () => {
    const sent = taking();
    const user = openDesk('/intake');
    await fillIn(user);
    const plan = within(screen.getByRole('region', { name: /建设工程规划许可证/ }));
    await user.click(plan.getByLabelText('在有效期内'));
    await user.keyboard('{F8}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('第 1 项：问题')).toHaveProperty('value', '未提交《建筑工程施工许可证申请表》');
    expect(dialog.getByLabelText('第 2 项：问题')).toHaveProperty(
      'value',
      '《建设工程规划许可证》不符合要求：建设单位名称一致',
    );
    expect(dialog.getByLabelText('第 3 项：问题')).toHaveProperty('value', '未提交《施工合同》');
    await user.click(dialog.getByRole('button', { name: /确认一次性补正告知/ }));
    await screen.findByText('GGX49V8P');
    const notice = sent[0]?.commands.find((command) => command.type === 'notifyCorrection');
    expect(notice?.defects).toHaveLength(3);
    expect(notice?.contact).toBe('0372-1234567');
  });

  it('asks for what is missing before an outcome, in a summary that leads to the fields', async () => {
    const user = openDesk('/intake');
    await pickItem(user);
    await user.keyboard('{F4}');
    const alert = await screen.findByRole('alert');
    expect(document.activeElement).toBe(alert);
    await user.click(within(alert).getByRole('link', { name: '请填写“单位名称”' }));
    expect(document.activeElement).toBe(screen.getByLabelText('单位名称'));
    await user.keyboard('甲');
    expect(within(alert).queryByRole('link', { name: '请填写“单位名称”' })).toBeNull();
  });

  it('shows the refusal with its article and keeps what was typed', async () => {
    server.use(
      http.post(api('/desk/cases'), () =>
        refusal(422, 'materials_missing', {
          words: { zh: '必要材料不齐：施工合同。', en: 'Missing.' },
          article: '许可法第32条第1款第5项',
          field: 'commands.2.materials',
        }),
      ),
    );
    const user = openDesk('/intake');
    await fillIn(user);
    await user.keyboard('{F4}');
    await user.click(await screen.findByRole('button', { name: /确认受理/ }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('必要材料不齐：施工合同。');
    expect(alert.textContent).toContain('依据：许可法第32条第1款第5项');
    expect(screen.getByLabelText('工程名称')).toHaveProperty('value', '市民中心二期');
  });

  it('brings a refused number back to its field on the page', async () => {
    server.use(
      http.post(api('/desk/cases'), () =>
        refusal(422, 'credit_code_invalid', {
          words: { zh: '统一社会信用代码校验不通过。', en: 'Fails.' },
          field: 'commands.0.applicant.creditCode',
        }),
      ),
    );
    const user = openDesk('/intake');
    await fillIn(user);
    await user.keyboard('{F2}');
    await user.click(await screen.findByRole('button', { name: /确认收件/ }));
    expect(await screen.findByRole('link', { name: '统一社会信用代码校验不通过。' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('restores what was typed after the browser was killed, and forgets it once filed', async () => {
    const sent = taking();
    const first = openDesk('/intake');
    await fillIn(first);
    await waitFor(() => expect(screen.getByText(/已自动保存到本机/)).toBeTruthy(), { timeout: 5_000 });
    expect(JSON.stringify(localStorage)).not.toContain('永固');
    cleanup();
    const again = openDesk('/intake');
    expect(await screen.findByText(/已恢复上次未完成的收件/)).toBeTruthy();
    expect(await screen.findByLabelText('工程名称')).toHaveProperty('value', '市民中心二期');
    await again.keyboard('{F2}');
    await again.click(await screen.findByRole('button', { name: /确认收件/ }));
    await screen.findByText('GGX49V8P');
    expect(sent[0]?.commandId).toMatch(/^[0-9a-f]{32}$/);
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  it('leaves the outcome keys to the input method while it composes', async () => {
    const user = openDesk('/intake');
    await pickItem(user);
    const event = new KeyboardEvent('keydown', { key: 'F4', bubbles: true, cancelable: true, isComposing: true });
    screen.getByLabelText('单位名称').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
