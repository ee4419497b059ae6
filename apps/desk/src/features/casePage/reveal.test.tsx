import { RevealRequest } from '@yimen/contract';
import { act, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { caseView } from '../../test/caseFixtures.ts';
import { session } from '../../test/fixtures.ts';
import { api, refusal, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const PHONE = '13800000001';
const server = testServer(...signedInAs(session(['examiner'])));
afterEach(() => vi.useRealTimers());

function revealing(answer?: () => Response): RevealRequest[] {
  const asked: RevealRequest[] = [];
  server.use(
    http.post(api('/desk/cases/:caseId/reveals'), async ({ request }) => {
      asked.push(RevealRequest.parse(await request.json()));
      return answer?.() ?? HttpResponse.json({ field: 'applicant.phone', value: PHONE, seconds: 60 });
    }),
  );
  return asked;
}

async function openForm(): Promise<UserEvent> {
  const user = openDesk('/cases/c1');
  await user.click(await screen.findByRole('tab', { name: /申请信息/ }));
  return user;
}

function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

const stored = (): string => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);

const button = () => screen.findByRole('button', { name: '显示完整号码：联系电话' });

describe('a masked number', () => {
  it('is shown for a reason, by keyboard alone, and masked again after the time the server names', async () => {
    const asked = revealing();
    const user = await openForm();
    (await button()).focus();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('查看理由'));
    await user.keyboard('电话联系申请人补正{Enter}');
    const hide = await screen.findByRole('button', { name: '立即隐藏：联系电话' });
    expect(asked).toEqual([{ field: 'applicant.phone', reason: '电话联系申请人补正' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(hide);
    expect(screen.getByText('联系电话已完整显示，60 秒后自动隐藏。').getAttribute('role')).toBe('status');
    expect(screen.getByText(PHONE)).toBeTruthy();
    pass(59_000);
    expect(screen.getByText('1 秒后隐藏')).toBeTruthy();
    pass(1000);
    expect(document.body.textContent).not.toContain(PHONE);
    expect(screen.getByText('138****0001')).toBeTruthy();
    expect(screen.getByText('联系电话已重新隐藏。')).toBeTruthy();
  });

  it('stays in no storage, and a second look needs a reason again', async () => {
    revealing();
    const user = await openForm();
    await user.click(await button());
    await user.click(screen.getByRole('button', { name: '电话联系申请人' }));
    await user.keyboard('{Enter}');
    await screen.findByText(PHONE);
    expect(stored()).not.toMatch(/13800000001|电话联系/);
    await user.click(screen.getByRole('button', { name: '立即隐藏：联系电话' }));
    expect(document.body.textContent).not.toContain(PHONE);
    await user.click(await button());
    expect(screen.getByLabelText('查看理由')).toHaveProperty('value', '');
  });

  it('asks for a reason of at least four characters before it asks the server', async () => {
    const asked = revealing();
    const user = await openForm();
    await user.click(await button());
    await user.type(screen.getByLabelText('查看理由'), '  核对 {Enter}');
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByRole('link', { name: '请写明“查看理由”，至少 4 个字' })).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('says why when the server refuses, and keeps the reason', async () => {
    const words = { zh: '只有承办本办件的人员可以查看完整号码。', en: 'Only officers handling this case.' };
    revealing(() => refusal(403, 'not_handling', { words }));
    const user = await openForm();
    await user.click(await button());
    await user.type(screen.getByLabelText('查看理由'), '核实申报内容{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain(words.zh);
    expect(screen.getByLabelText('查看理由')).toHaveProperty('value', '核实申报内容');
  });

  it('has no button for whoever may not ask, and what is not masked has none', async () => {
    server.use(http.get(api('/desk/cases/:caseId'), () => HttpResponse.json(caseView({ revealable: [] }))));
    await openForm();
    expect(await screen.findByText('138****0001')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /显示完整号码/ })).toBeNull();
  });
});
