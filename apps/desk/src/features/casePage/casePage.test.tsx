import { ActRequest } from '@yimen/contract';
import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { caseView } from '../../test/caseFixtures.ts';
import { session } from '../../test/fixtures.ts';
import { api, refusal, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const server = testServer(...signedInAs(session(['examiner'])));

function acting(...answers: readonly (() => Response)[]): ActRequest[] {
  const sent: ActRequest[] = [];
  server.use(
    http.post(api('/desk/cases/:caseId/acts'), async ({ request }) => {
      sent.push(ActRequest.parse(await request.json()));
      return (answers[sent.length - 1] ?? done)();
    }),
  );
  return sent;
}
const done = (): Response => HttpResponse.json({ caseId: 'c1', number: '260302-00001-7', revision: 6, acts: [] });

describe('the case page', () => {
  it('says both dates with what is left, the number in groups and who has it', async () => {
    openDesk('/cases/c1');
    const header = within(
      (await screen.findByRole('heading', { name: '建筑工程施工许可证核发' })).closest('header') ?? document.body,
    );
    expect(header.getByText('承诺办结').nextSibling?.textContent).toContain('2026年3月5日 还剩 3 个工作日');
    expect(header.getByText('法定期限').nextSibling?.textContent).toContain('2026年3月11日 还剩 7 个工作日');
    expect(header.getByText('2603 0200 0017')).toBeTruthy();
    expect(header.getByText(/李清（材料审查）/)).toBeTruthy();
  });

  it('shows parallel branches side by side with their conditions', async () => {
    openDesk('/cases/c1');
    const steps = within(await screen.findByRole('region', { name: '办理环节' }));
    expect(steps.getByText('并联 A')).toBeTruthy();
    expect(steps.getByText('并联 B')).toBeTruthy();
    expect(steps.getByText(/建筑面积大于 2000 平方米/)).toBeTruthy();
  });

  it('explains a clock in sentences, by its article and as a calendar', async () => {
    const user = openDesk('/cases/c1');
    await user.click(await screen.findByRole('tab', { name: /时限说明/ }));
    const sentences = await screen.findAllByText('自2026年3月2日收件起算，当日不计入。');
    expect(sentences.length).toBe(2);
    expect(screen.getAllByRole('table', { name: '2026年3月' }).length).toBe(2);
    expect(screen.getAllByText(/依据：行政许可法第四十二条/).length).toBe(2);
  });

  it('offers only what can be done now and says why the rest cannot, by its article', async () => {
    const user = openDesk('/cases/c1');
    const acts = within(await screen.findByRole('region', { name: '现在可以办理' }));
    expect(acts.getByRole('button', { name: '完成环节：材料审查' })).toBeTruthy();
    expect(acts.queryByRole('button', { name: /延长期限/ })).toBeNull();
    await user.click(acts.getByText('现在不能办理的（2 项）及原因'));
    expect(acts.getByText(/本事项依法不得延长办理期限。/)).toBeTruthy();
    expect(acts.getByText('依据：许可法第42条')).toBeTruthy();
  });

  it('sends the act with the revision the screen showed', async () => {
    const sent = acting();
    const user = openDesk('/cases/c1');
    await user.click(await screen.findByRole('button', { name: '完成环节：材料审查' }));
    await user.click(screen.getByLabelText('同意 / 符合'));
    await user.type(screen.getByLabelText('意见'), '符合条件');
    await user.click(screen.getByRole('button', { name: '确认完成环节' }));
    expect(await screen.findByText('已办理：完成环节')).toBeTruthy();
    expect(sent[0]).toMatchObject({
      revision: 4,
      commands: [{ type: 'completeStep', stepId: 'review', agreed: true, opinion: '符合条件' }],
    });
  });

  it('asks for an opinion before it asks the server', async () => {
    const sent = acting();
    const user = openDesk('/cases/c1');
    await user.click(await screen.findByRole('button', { name: '完成环节：材料审查' }));
    await user.click(screen.getByRole('button', { name: '确认完成环节' }));
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByRole('link', { name: '请填写“意见”' })).toBeTruthy();
    expect(sent).toHaveLength(0);
  });

  it('shows what others did meanwhile and keeps what was typed', async () => {
    const changed = [
      {
        revision: 5,
        at: '2026-03-02T03:05:09.000Z',
        title: { zh: '批准延期', en: 'Extended' },
        by: { zh: '高军', en: 'Gao' },
      },
    ];
    const words = { zh: '办件刚刚被他人更新，请查看后再办。', en: 'Changed.' };
    const sent = acting(() => refusal(409, 'changed_meanwhile', { words, revision: 5, changed }));
    const user = openDesk('/cases/c1');
    await user.click(await screen.findByRole('button', { name: '完成环节：材料审查' }));
    await user.click(screen.getByLabelText('同意 / 符合'));
    await user.type(screen.getByLabelText('意见'), '符合条件');
    server.use(http.get(api('/desk/cases/:caseId'), () => HttpResponse.json(caseView({ revision: 5 }))));
    await user.click(screen.getByRole('button', { name: '确认完成环节' }));
    expect(await screen.findByText('2026年3月2日 11:05 高军：批准延期')).toBeTruthy();
    expect(screen.getByLabelText('意见')).toHaveProperty('value', '符合条件');
    await user.click(screen.getByRole('button', { name: '确认完成环节' }));
    expect(await screen.findByText('已办理：完成环节')).toBeTruthy();
    expect(sent.map(({ revision }) => revision)).toEqual([4, 5]);
    expect(sent[0]?.commandId).not.toBe(sent[1]?.commandId);
  });

  it('repeats a lost answer under the same command id', async () => {
    const sent = acting(() => HttpResponse.error());
    const user = openDesk('/cases/c1');
    await user.click(await screen.findByRole('button', { name: '放回环节：材料审查' }));
    await user.type(screen.getByLabelText('理由'), '轮岗');
    await user.click(screen.getByRole('button', { name: '确认放回环节' }));
    expect((await screen.findByRole('alert')).textContent).toContain('暂时连不上服务器');
    await user.click(screen.getByRole('button', { name: '确认放回环节' }));
    expect(await screen.findByText('已办理：放回环节')).toBeTruthy();
    expect(sent[0]?.commandId).toBe(sent[1]?.commandId);
  });

  it('turns a paper from being made to ready by itself', async () => {
    const user = openDesk('/cases/c1');
    await user.click(await screen.findByRole('tab', { name: /文书/ }));
    expect(await screen.findByText('制作中…')).toBeTruthy();
    const ready = caseView().papers.map((paper) => ({ ...paper, state: 'ready' }));
    server.use(http.get(api('/desk/cases/:caseId'), () => HttpResponse.json(caseView({ papers: ready }))));
    await waitFor(() => expect(screen.queryByText('制作中…')).toBeNull(), { timeout: 5_000 });
    const link = screen.getByRole('link', { name: '打开《受理通知书》PDF' });
    expect(link.getAttribute('href')).toBe('/api/v1/desk/cases/c1/papers/pa2.pdf');
  });

  it('records who acted under which post and authorisation, to the second', async () => {
    const user = openDesk('/cases/c1');
    await user.click(await screen.findByRole('tab', { name: /办理记录/ }));
    const entries = within(await screen.findByRole('list', { name: '办理记录' }));
    expect(entries.getAllByText('2026-03-02 09:05:09').length).toBe(2);
    expect(entries.getByText('授权书 安建授〔2026〕3号')).toBeTruthy();
  });

  it('says of a case one may not see that it was not found', async () => {
    server.use(
      http.get(api('/desk/cases/:caseId'), () => refusal(404, 'not_found', { words: { zh: '没有找到。', en: '.' } })),
    );
    openDesk('/cases/nix');
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到：');
  });
});
