import { DeskItem, DeskItems, DraftSave, DraftView, Publication } from '@yimen/contract';
import type { z } from 'zod';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { guide, session } from '../../test/fixtures.ts';
import { api, refusal, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const server = testServer(...signedInAs(session(['catalogueEditor'])));

const content = {
  id: 'permit',
  name: '建筑工程施工许可证核发',
  theme: '工程建设',
  limits: { statutory: { count: 7 }, promised: { count: 3 } },
  materials: [{ id: 'm1', name: '申请表', basis: '第四条', acceptanceRules: ['加盖公章'] }],
  situations: { questions: [{ id: 'deep', label: '是否涉及深基坑', type: 'yesNo' }] },
};
const tooLong = {
  field: 'limits.promised',
  rule: 'promised_exceeds_statutory',
  severity: 'error',
  article: '《优化营商环境条例》第三十六条',
  words: { zh: '承诺时限长于法定时限', en: 'The promise exceeds the statutory limit' },
  mend: { zh: '不超过 7 个工作日', en: 'At most 7 working days' },
};
const draft = (more: object = {}): DraftView =>
  DraftView.parse({ revision: 0, content, findings: [], changes: [], guide, fiveSteps: false, conflicts: [], ...more });
const versions = [{ version: 1, effectiveFrom: '2025-01-01', state: 'inForce', changes: [] }];

function shown(view = draft(), mayEdit = true): void {
  const item = DeskItem.parse({ draft: view, versions, mayEdit, adopters: [] });
  server.use(http.get(api('/desk/catalogue/items/permit'), () => HttpResponse.json(item)));
}

/** Answers every save with what the function says of it; gives the saves. */
function saves(answer: (sent: z.infer<typeof DraftSave>) => DraftView): readonly z.infer<typeof DraftSave>[] {
  const sent: z.infer<typeof DraftSave>[] = [];
  server.use(
    http.post(api('/desk/catalogue/items/permit/draft'), async ({ request }) => {
      const save = DraftSave.parse(await request.json());
      sent.push(save);
      return HttpResponse.json(answer(save));
    }),
  );
  return sent;
}

const row = {
  id: 'permit',
  name: '建筑工程施工许可证核发',
  kind: 'licence',
  kindName: '行政许可',
  authority: 'housing',
  authorityName: '住房和城乡建设局',
  version: 1,
  effectiveFrom: '2025-01-01',
  full: true,
  findings: { errors: 2, warnings: 0 },
};

describe('the list of items', () => {
  it('asks for what the address says, and puts every filter there', async () => {
    const asked: string[] = [];
    server.use(
      http.get(api('/desk/catalogue/items'), ({ request }) => {
        asked.push(new URL(request.url).searchParams.toString());
        const departments = [{ id: 'housing', name: '住房和城乡建设局', count: 1 }];
        return HttpResponse.json(DeskItems.parse({ rows: [row], total: 1, departments }));
      }),
    );
    const user = openDesk('/catalogue?kind=licence&cursor=50');
    expect(await screen.findByText('错误 2')).toBeTruthy();
    expect(asked).toEqual(['kind=licence&cursor=50']);
    await user.selectOptions(screen.getByLabelText('检查结果'), '有错误');
    await user.selectOptions(screen.getByLabelText('部门'), 'housing');
    await user.type(screen.getByLabelText('按名称或编号查找'), '施工');
    await expect.poll(() => asked.at(-1)).toBe('kind=licence&findings=error&department=housing&q=%E6%96%BD%E5%B7%A5');
  });
});

describe('the editor', () => {
  it('saves what is typed with a pause, and shows each finding with article and mend, leading to its field', async () => {
    shown();
    const sent = saves(() => draft({ revision: 1, content, findings: [tooLong] }));
    const user = openDesk('/catalogue/permit');
    const promised = await screen.findByLabelText('承诺办结时限');
    await user.clear(promised);
    await user.type(promised, '9');
    expect(await screen.findByText('草稿已保存（第 1 次）', undefined, { timeout: 3000 })).toBeTruthy();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ revision: 0, content: { limits: { promised: { count: 9 } } } });
    const findings = within(screen.getByRole('region', { name: '检查结果' }));
    expect(findings.getByText('《优化营商环境条例》第三十六条')).toBeTruthy();
    expect(findings.getByText(/不超过 7 个工作日/)).toBeTruthy();
    await user.click(findings.getByRole('link', { name: '承诺时限长于法定时限' }));
    expect(document.activeElement).toBe(promised);
  });

  it('says why a draft was not saved and keeps the typing', async () => {
    shown();
    const words = { zh: '内容不完整或格式不对：name', en: 'Incomplete: name' };
    server.use(http.post(api('/desk/catalogue/items/permit/draft'), () => refusal(422, 'draft_invalid', { words })));
    const user = openDesk('/catalogue/permit');
    await user.type(await screen.findByLabelText('事项名称'), '新');
    expect(await screen.findByText(/内容不完整或格式不对：name/, undefined, { timeout: 3000 })).toBeTruthy();
    expect(screen.getByLabelText('事项名称')).toHaveProperty('value', '建筑工程施工许可证核发新');
  });

  it('shows both values where two editors changed the same, and takes the one chosen', async () => {
    shown();
    const theirs = { ...content, theme: '水务' };
    const conflicts = [{ field: 'theme', mine: '城建', theirs: '水务' }];
    const sent = saves(({ revision, content: saved }) =>
      revision === 0 ? draft({ revision: 2, content: theirs, conflicts }) : draft({ revision: 3, content: saved }),
    );
    const user = openDesk('/catalogue/permit');
    const theme = await screen.findByLabelText('主题');
    await user.clear(theme);
    await user.type(theme, '城建');
    const conflict = within(await screen.findByRole('alert', { name: '他人同时修改了这些内容' }, { timeout: 3000 }));
    expect(conflict.getByText('城建')).toBeTruthy();
    expect(conflict.getByText('水务')).toBeTruthy();
    await user.click(conflict.getByRole('button', { name: '改用我的' }));
    await expect.poll(() => sent.at(-1), { timeout: 3000 }).toMatchObject({ revision: 2, content: { theme: '城建' } });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('publishes the revision that was looked at, for a day and with a reason', async () => {
    shown(draft({ revision: 4 }));
    const asked: unknown[] = [];
    server.use(
      http.post(api('/desk/catalogue/items/permit/publication'), async ({ request }) => {
        asked.push(Publication.parse(await request.json()));
        return HttpResponse.json({ version: 2, effectiveFrom: '2026-04-01' });
      }),
    );
    const user = openDesk('/catalogue/permit?part=difference');
    const day = await screen.findByLabelText('生效日期');
    await user.clear(day);
    await user.type(day, '2026-04-01');
    await user.type(screen.getByLabelText('理由'), '电话变更');
    await user.click(screen.getByRole('button', { name: '发布更正' }));
    expect(await screen.findByText('已发布第 2 版，自 2026年4月1日 起生效。')).toBeTruthy();
    expect(asked).toMatchObject([{ revision: 4, effectiveFrom: '2026-04-01', reason: '电话变更' }]);
  });

  it('leads to the five steps where an element of the list changed, and offers no publication', async () => {
    server.use(...signedInAs(session(['authorityHead'])));
    shown(draft({ revision: 4, fiveSteps: true }));
    openDesk('/catalogue/permit?part=difference');
    const link = await screen.findByRole('link', { name: '申请清单调整' });
    expect(link.getAttribute('href')).toContain('/changes/new?item=permit&name=');
    expect(link.getAttribute('href')).toContain('&kind=change');
    expect(screen.queryByRole('button', { name: '发布更正' })).toBeNull();
  });

  it('lets the head of an authority read and try, not write', async () => {
    server.use(...signedInAs(session(['authorityHead'])));
    shown(draft({ revision: 4 }), false);
    const user = openDesk('/catalogue/permit');
    expect((await screen.findByLabelText('事项名称')).matches(':disabled')).toBe(true);
    await user.click(screen.getByRole('tab', { name: '与现行版本的差异' }));
    expect(screen.queryByRole('button', { name: '发布更正' })).toBeNull();
    await user.click(screen.getByRole('tab', { name: '试答情形' }));
    expect(screen.getByRole('button', { name: '试算' })).toBeTruthy();
  });
});
