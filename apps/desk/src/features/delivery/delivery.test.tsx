import { ActRequest } from '@yimen/contract';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { sealedCase } from '../../test/caseFixtures.ts';
import { row, session } from '../../test/fixtures.ts';
import { api, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

const server = testServer(...signedInAs(session(['deliveryClerk']), sealedCase()));

describe('delivery', () => {
  it('finds by the number a scanner types, records the service with its proof and closes in one go', async () => {
    const sent: ActRequest[] = [];
    server.use(
      http.get(api('/desk/search'), ({ request }) => {
        const found = new URL(request.url).searchParams.get('q') === '260225000020';
        return HttpResponse.json({ rows: found ? [row({ caseId: 'c5' })] : [], total: 1 });
      }),
      http.post(api('/desk/cases/:caseId/acts'), async ({ request }) => {
        sent.push(ActRequest.parse(await request.json()));
        return HttpResponse.json({ caseId: 'c5', number: '260225-00002-0', revision: 9, acts: [] });
      }),
    );
    const user = openDesk('/delivery');
    await screen.findByText('没有待出件的办件。');
    await user.keyboard('260225000020{Enter}');
    await screen.findByText('已制证');
    await user.keyboard('{F4}');
    await user.type(await screen.findByLabelText('送达凭据'), '受送达人当面签收');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('已办理：送达')).toBeTruthy();
    expect(sent[0]?.commands).toEqual([
      {
        type: 'serve',
        method: 'inPerson',
        receiver: '安阳市永固建筑工程有限公司',
        receiverIsApplicant: true,
        servedOn: '2026-03-02',
        proof: '受送达人当面签收',
      },
      { type: 'close' },
    ]);
  });

  it('says when there is no such number', async () => {
    server.use(http.get(api('/desk/search'), () => HttpResponse.json({ rows: [], total: 0 })));
    const user = openDesk('/delivery');
    await user.type(await screen.findByLabelText('扫码或输入办件编号'), '1{Enter}');
    expect(await screen.findByText('没有找到编号为“1”的办件。')).toBeTruthy();
  });
});
