import { PostScoresView, ScoreView } from '@yimen/contract';
import { configure, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { session } from '../../test/fixtures.ts';
import { api, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

// The screens are loaded when first asked for, which on a busy machine takes more than the usual second.
configure({ asyncUtilTimeout: 10_000 });

const sheet = { code: 'C', title: { zh: '模型C', en: 'Model C' }, source: 'example.com', max: 110 };
const line = { department: '政务服务中心', deeds: 8, satisfaction: null, passedOver: false };
const list = PostScoresView.parse({
  month: '2026-05',
  sheet,
  lines: [
    { ...line, post: 'a', name: '甲窗口', total: 80 },
    { ...line, post: 'b', name: '乙窗口', total: 95, passedOver: true },
  ],
});
const score = ScoreView.parse({
  subject: 'post',
  scored: 'a',
  name: '甲窗口',
  month: '2026-05',
  running: false,
  sheet,
  total: 95,
  parts: [
    {
      code: 'promise',
      name: { zh: '限时承诺', en: 'Promises' },
      weight: 15,
      points: 10,
      lines: [
        {
          code: 'promise-late',
          name: { zh: '超承诺时限每件', en: 'each case decided late' },
          by: 'late',
          each: -5,
          count: 1,
          points: -5,
          cards: [],
          cases: ['c1'],
          entered: [],
        },
      ],
    },
  ],
  bonus: [],
  accountability: 0,
  satisfaction: null,
  short: false,
  post: { department: '政务服务中心', deeds: 8, ratings: 2, passedOver: true },
});

testServer(
  ...signedInAs(session(['windowClerk'])),
  http.get(api('/desk/supervision/post-scores'), () => HttpResponse.json(list)),
  http.get(api('/desk/supervision/post-scores/a/2026-05'), () => HttpResponse.json(score)),
);

it('lists posts in the order given, with no head that sorts by points', async () => {
  openDesk('/supervision/posts?month=2026-05');
  const opened = await screen.findAllByRole('link', { name: /窗口/ });
  expect(opened.map((link) => link.getAttribute('href'))).toEqual([
    '/supervision/posts/a/2026-05',
    '/supervision/posts/b/2026-05',
  ]);
  expect(screen.queryByRole('button', { name: /得分/ })).toBeNull();
  expect(screen.getByText(/连续两次低于 80%/)).toBeTruthy();
});

it('opens the cases a point stands on, and says why few ratings say nothing', async () => {
  openDesk('/supervision/posts/a/2026-05');
  const opened = await screen.findByRole('link', { name: '第 1 件' });
  expect(opened.getAttribute('href')).toBe('/cases/c1');
  expect(screen.getByText(/不足五件的不计满意率/)).toBeTruthy();
});
