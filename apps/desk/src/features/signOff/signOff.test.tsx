import { ActRequest } from '@yimen/contract';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { decidingCase } from '../../test/caseFixtures.ts';
import { session } from '../../test/fixtures.ts';
import { api, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const server = testServer(...signedInAs(session(['chiefRepresentative']), decidingCase()));

function acting(): ActRequest[] {
  const sent: ActRequest[] = [];
  server.use(
    http.post(api('/desk/cases/:caseId/acts'), async ({ request }) => {
      sent.push(ActRequest.parse(await request.json()));
      return HttpResponse.json({ caseId: 'c2', number: '260226-00003-1', revision: 9, acts: [] });
    }),
  );
  return sent;
}

describe('sign-off', () => {
  it('lists only what waits for a signature', async () => {
    openDesk('/sign-off');
    expect(await screen.findByRole('link', { name: '2602 2600 0031' })).toBeTruthy();
    expect(screen.queryByText('个体工商户登记')).toBeNull();
  });

  it('shows who examined, what is proposed, on which facts, basis and conditions', async () => {
    openDesk('/sign-off/c2');
    const proposal = within(await screen.findByRole('region', { name: '拟作出的决定' }));
    expect(proposal.getByText('准予')).toBeTruthy();
    expect(proposal.getByText(/用地批准手续/)).toBeTruthy();
    expect(proposal.getByText('《中华人民共和国建筑法》第七条、第八条')).toBeTruthy();
    expect(proposal.getByText('遵守扬尘防治规定')).toBeTruthy();
    expect(screen.getByText('同意准予许可，报首席代表签批。')).toBeTruthy();
    expect(screen.getByText('提出拟办意见后无变化。')).toBeTruthy();
  });

  it('says what a refusal would tell the applicant of reconsideration and court', async () => {
    const refused = decidingCase();
    const proposal = { ...refused.proposal, outcome: 'refuse', reason: '用地手续已失效' };
    server.use(http.get(api('/desk/cases/:caseId'), () => HttpResponse.json({ ...refused, proposal })));
    openDesk('/sign-off/c2');
    const region = within(await screen.findByRole('region', { name: '拟作出的决定' }));
    expect(region.getByText('不予许可')).toBeTruthy();
    expect(region.getByText(/安阳市人民政府.*安阳市文峰区人民法院/)).toBeTruthy();
  });

  it('is signed with the keyboard alone', async () => {
    const sent = acting();
    const user = openDesk('/sign-off/c2');
    await screen.findByRole('region', { name: '拟作出的决定' });
    await user.keyboard('{F4}');
    expect(document.activeElement).toBe(screen.getByLabelText('意见'));
    await user.keyboard('{Tab}{Enter}');
    expect(await screen.findByText('已办理：签批')).toBeTruthy();
    expect(sent[0]?.commands).toEqual([{ type: 'sign', opinion: '同意。' }]);
  });

  it('is declined only with a step to go back to and a reason', async () => {
    const sent = acting();
    const user = openDesk('/sign-off/c2');
    await screen.findByRole('region', { name: '拟作出的决定' });
    await user.keyboard('{F8}');
    await user.click(screen.getByRole('button', { name: '确认不予签批，退回' }));
    expect(await screen.findByRole('link', { name: '请填写“理由”' })).toBeTruthy();
    expect(sent).toHaveLength(0);
    await user.selectOptions(screen.getByLabelText('退回到环节'), '材料审查');
    await user.type(screen.getByLabelText('理由'), '合同页码不全');
    await user.click(screen.getByRole('button', { name: '确认不予签批，退回' }));
    expect(await screen.findByText('已办理：不予签批，退回')).toBeTruthy();
    expect(sent[0]?.commands).toEqual([{ type: 'declineToSign', toStepId: 'review', reason: '合同页码不全' }]);
  });
});
