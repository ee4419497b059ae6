import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { row, session } from '../../test/fixtures.ts';
import { api, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const server = testServer(...signedInAs(session()));
const onRow = async (text: string): Promise<HTMLElement> => {
  const cell = await screen.findByText(text);
  const found = cell.closest('tr');
  if (found === null) throw new Error(`${text} is in no row`);
  return found;
};

describe('my queue', () => {
  it('says the light in a word, the number in groups of four and what is waited for', async () => {
    openDesk('/queue');
    const late = within(await onRow('个体工商户登记'));
    expect(late.getByText('超期')).toBeTruthy();
    expect(late.getByText('已超期 1 个工作日')).toBeTruthy();
    expect(late.getByRole('link', { name: '2602 2400 0124' })).toBeTruthy();
    expect(within(await onRow('民办学校设立审批')).getByText('暂停计时')).toBeTruthy();
  });

  it('moves along the rows with j and k and opens one with Enter', async () => {
    const user = openDesk('/queue');
    await screen.findByText('取水许可');
    await user.keyboard('j');
    expect(document.activeElement?.textContent).toBe('2602 2400 0124');
    await user.keyboard('jk');
    expect(document.activeElement?.textContent).toBe('2602 2400 0124');
    await user.keyboard('jj{Enter}');
    expect(await screen.findByRole('heading', { name: '建筑工程施工许可证核发' })).toBeTruthy();
  });

  it('leaves single keys to the search box while somebody types there', async () => {
    const user = openDesk('/queue');
    await screen.findByText('取水许可');
    await user.keyboard('/');
    const box = screen.getByRole('textbox', { name: '按办件编号或申请人查找' });
    expect(document.activeElement).toBe(box);
    await user.keyboard('jk');
    expect(box).toHaveProperty('value', 'jk');
  });

  it('lets single keys be turned off', async () => {
    const user = openDesk('/queue');
    await screen.findByText('取水许可');
    await user.click(screen.getByRole('button', { name: '单键快捷键：开' }));
    await user.keyboard('j');
    expect(document.activeElement?.tagName).toBe('BUTTON');
  });

  it('links every count to its rows', async () => {
    const user = openDesk('/queue');
    const counts = await screen.findByRole('navigation', { name: '实时待办数' });
    expect(await within(counts).findByRole('link', { name: '待办 12' })).toBeTruthy();
    await user.click(within(counts).getByRole('link', { name: '今日到期 2' }));
    expect(await screen.findByText('共 1 件，按剩余办理时间排列')).toBeTruthy();
    expect(screen.getByText('取水许可')).toBeTruthy();
    expect(screen.queryByText('个体工商户登记')).toBeNull();
  });

  it('asks the server for the scope and the light chosen', async () => {
    const asked: string[] = [];
    server.use(
      http.get(api('/desk/queue'), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({ rows: [row()], total: 1 });
      }),
    );
    const user = openDesk('/queue');
    await user.click(await screen.findByRole('button', { name: '全部' }));
    await user.click(screen.getByRole('button', { name: '超期' }));
    await screen.findByText('建筑工程施工许可证核发');
    expect(asked.at(-1)).toBe('?scope=all&light=red');
  });

  it('finds by a number typed in the search box', async () => {
    server.use(
      http.get(api('/desk/search'), ({ request }) => {
        const q = new URL(request.url).searchParams.get('q') ?? '';
        return HttpResponse.json({ rows: q === '260302-00001-7' ? [row()] : [], total: 1 });
      }),
    );
    const user = openDesk('/queue');
    await user.type(await screen.findByRole('textbox', { name: '按办件编号或申请人查找' }), '260302-00001-7{Enter}');
    expect(await screen.findByRole('heading', { name: '查找“260302-00001-7”：1 件' })).toBeTruthy();
  });

  it('speaks English when asked to', async () => {
    const user = openDesk('/queue');
    await user.click(await screen.findByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'My queue' })).toBeTruthy();
    expect(screen.getByText('Overdue', { selector: '.ym-light' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });
});
