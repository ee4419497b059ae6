import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { session } from '../../test/fixtures.ts';
import { api, refusal, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const nobody = http.get(api('/session'), () => refusal(401, 'not_signed_in', { words: { zh: '请先登录。', en: '.' } }));
const noDemo = http.get(api('/demo'), () => refusal(404, 'not_found', { words: { zh: '没有找到。', en: '.' } }));
const ways = (provider: boolean) => http.get(api('/session/ways'), () => HttpResponse.json({ provider }));
const server = testServer(nobody, noDemo, ways(false));

describe('sign-in', () => {
  it('says in words that the password is wrong, and lets it be typed again', async () => {
    server.use(
      http.post(api('/session'), () =>
        refusal(401, 'wrong_password', { words: { zh: '用户名或密码不正确。', en: 'Wrong.' } }),
      ),
    );
    const user = openDesk('/queue');
    await user.type(await screen.findByLabelText('用户名'), 'zhou.min');
    await user.type(screen.getByLabelText('密码'), 'falsch{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('用户名或密码不正确。');
    expect(document.activeElement).toBe(alert);
    await user.type(screen.getByLabelText('密码'), '2');
    expect(screen.getByLabelText('密码')).toHaveProperty('value', 'falsch2');
  });

  it('asks for both before it asks the server', async () => {
    const user = openDesk('/queue');
    await user.click(await screen.findByRole('button', { name: '登录' }));
    expect((await screen.findByRole('alert')).textContent).toContain('请填写用户名和密码');
  });

  it('lists the demonstration’s accounts only where the server says demonstration', async () => {
    const account = { username: 'zhou.min', name: '周敏', shows: '综合窗口受理员', password: 'demo' };
    server.use(http.get(api('/demo'), () => HttpResponse.json({ today: '2026-03-02', accounts: [account] })));
    const user = openDesk('/queue');
    await user.click(await screen.findByRole('button', { name: 'zhou.min' }));
    expect(screen.getByLabelText('用户名')).toHaveProperty('value', 'zhou.min');
    expect(screen.getByText(/演示数据，非真实/)).toBeTruthy();
  });

  it('tells nobody who works here outside the demonstration', async () => {
    openDesk('/queue');
    await screen.findByLabelText('用户名');
    expect(screen.queryByText('演示账号')).toBeNull();
  });

  it('brings whoever signs in to the address they asked for', async () => {
    server.use(
      http.post(api('/session'), () => HttpResponse.json(session())),
      ...signedInAs(session()).filter(({ info }) => info.header !== 'GET */api/v1/session'),
    );
    const user = openDesk('/intake');
    await user.type(await screen.findByLabelText('用户名'), 'zhou.min');
    await user.type(screen.getByLabelText('密码'), 'demo{Enter}');
    expect(await screen.findByRole('combobox')).toBeTruthy();
  });

  it('comes back to the door when the session has ended meanwhile', async () => {
    server.use(...signedInAs(session()));
    server.use(
      http.get(api('/desk/queue'), () => refusal(401, 'not_signed_in', { words: { zh: '请先登录。', en: '.' } })),
    );
    openDesk('/queue');
    expect(await screen.findByLabelText('用户名')).toBeTruthy();
  });
});

describe('the unified sign-in', () => {
  const NAME = '用统一身份认证登录';

  it('has its button where the server knows a service, and none elsewhere', async () => {
    openDesk('/queue');
    await screen.findByLabelText('用户名');
    expect(screen.queryByRole('link', { name: NAME })).toBeNull();
  });

  it('leads through the server', async () => {
    server.use(ways(true));
    openDesk('/queue');
    const link = await screen.findByRole('link', { name: NAME });
    expect(link.getAttribute('href')).toBe('/api/v1/session/provider');
  });

  it('says in words why it did not let somebody in, until they try again', async () => {
    const user = openDesk('/?refused=oidc_unavailable');
    expect((await screen.findByRole('alert')).textContent).toContain(
      '统一身份认证暂时无法连接。请改用用户名和密码登录',
    );
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(screen.getByRole('alert').textContent).not.toContain('统一身份认证');
  });

  it('tells no words of a stranger’s making', async () => {
    openDesk('/?refused=call-0900-12345');
    await screen.findByLabelText('用户名');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks for the second factor that is still wanted', async () => {
    server.use(http.get(api('/session/factor'), () => HttpResponse.json({ factors: ['totp'] })));
    openDesk('/?step=factor');
    expect(await screen.findByText('统一身份认证已通过。请用登记的第二因素完成登录。')).toBeTruthy();
  });
});

describe('time control', () => {
  it('is not there outside the demonstration', async () => {
    server.use(...signedInAs(session()));
    openDesk('/queue');
    await screen.findByRole('heading', { name: '我的待办' });
    expect(screen.queryByText('演示 · 时间控制')).toBeNull();
  });

  it('moves the day in the demonstration and shows it', async () => {
    server.use(...signedInAs(session(['windowClerk'], true)));
    server.use(
      http.post(api('/demo/advance'), async ({ request }) => {
        expect(await request.json()).toEqual({ days: 6 });
        server.use(http.get(api('/demo'), () => HttpResponse.json({ today: '2026-03-08' })));
        return HttpResponse.json({ today: '2026-03-08' });
      }),
    );
    const user = openDesk('/queue');
    expect(await screen.findByText('系统日期：2026年3月2日（周一）')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '推进' }));
    expect(await screen.findByText('系统日期：2026年3月8日（周日）')).toBeTruthy();
  });
});
