import { Board, CardActRequest, CardRowView, CardView, FiguresAnswer } from '@yimen/contract';
import { act, configure, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../../test/fixtures.ts';
import { api, refusal, signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

// The screens are loaded when first asked for, which on a busy machine takes more than the usual second.
configure({ asyncUtilTimeout: 10_000 });

// A picture needs a canvas, and jsdom has none; its numbers stand in the table.
vi.mock('./Chart.tsx', () => ({ Chart: () => null }));

const counts = { waiting: 2, inHand: 7, dueToday: 1, overdue: 3, paused: 0, warning: 4, yellow: 5, red: 6 };
const board = Board.parse({
  at: '2026-03-02T01:05:09.000Z',
  today: '2026-03-02',
  total: { name: '', ...counts },
  departments: [{ authority: 'zhujian', name: '住房和城乡建设局', ...counts }],
  scheduler: { at: '2026-03-02T01:05:08.000Z', silent: false },
});
const figures = FiguresAnswer.parse({
  from: '2026-03-01',
  to: '2026-03-02',
  figures: [
    {
      key: 'onTimeRate',
      name: { zh: '按时办结率', en: 'On-time rate' },
      unit: 'share',
      formula: { zh: '1 −（超期办结 ÷ 办结）', en: '1 − decided late ÷ decided' },
      value: 0.75,
      count: 2,
      of: 8,
    },
  ],
});
const row = CardRowView.parse({
  cardId: 'k1',
  caseNumber: '260302-00001-7',
  rule: 'T03',
  ruleName: { zh: '承诺办结时限', en: 'Promised limit' },
  family: 'time',
  familyName: { zh: '时限', en: 'time' },
  level: 'yellow',
  levelName: { zh: '黄牌', en: 'Yellow card' },
  phase: 'explanation',
  phaseName: { zh: '待说明', en: 'to be explained' },
  authorityName: '住房和城乡建设局',
  about: { zh: '承诺办结时限', en: 'promised limit' },
  raisedAt: '2026-03-02T01:05:09.000Z',
  dueOn: '2026-03-05',
  mine: true,
});
const card = CardView.parse({
  ...row,
  revision: 2,
  caseId: 'c1',
  itemId: 'construction-permit',
  since: '2026-03-02T01:05:09.000Z',
  basis: { law: '优化营商环境条例', article: '第三十六条' },
  ruleSet: { zh: '一门通用监察规则', en: 'Common rules' },
  subject: 'decisionPromised',
  working: [{ zh: '期限 3 个工作日，自 2026-02-24 起算。', en: 'The limit is 3 working days.' }],
  evidence: [3],
  responsible: ['李清'],
  confidential: false,
  points: 0,
  life: [],
  acts: [
    { act: 'appeal', available: true },
    { act: 'uphold', available: false, refusal: { zh: '说明期限未过。', en: 'There is time to explain.' } },
  ],
});

const server = testServer(
  ...signedInAs(session(['supervisor'])),
  http.get(api('/desk/supervision/board'), () => HttpResponse.json(board)),
  http.get(api('/desk/supervision/figures'), () => HttpResponse.json(figures)),
  http.get(api('/desk/supervision/cards'), () => HttpResponse.json({ total: 1, rows: [row] })),
  http.get(api('/desk/supervision/cards/k1'), () => HttpResponse.json(card)),
);

/** jsdom has no server-sent events; this one lets the test speak for the server. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Line[] = [];
  readonly readyState = 1;
  readonly path: string;
  constructor(path: string) {
    super();
    this.path = path;
    Line.opened.push(this);
  }
  close(): void {
    this.dispatchEvent(new Event('closed'));
  }
  tell(told: Board): void {
    this.dispatchEvent(new MessageEvent('board', { data: JSON.stringify(told) }));
  }
}
const boardLine = (): Line | undefined => Line.opened.findLast(({ path }) => path.endsWith('/supervision/events'));

beforeEach(() => {
  Line.opened.length = 0;
  vi.stubGlobal('EventSource', Line);
});
afterEach(() => vi.unstubAllGlobals());

describe('the board', () => {
  it('opens the rows behind every number, of the hall and of each department', async () => {
    openDesk('/supervision');
    const overdue = await screen.findByRole('link', { name: '超期 3' });
    const hrefs = within(screen.getByRole('main'))
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(overdue.getAttribute('href')).toBeTruthy();
    expect(hrefs).toContain('/supervision/rows?figure=overdue');
    expect(hrefs).toContain('/supervision/rows?figure=overdue&authority=zhujian');
    expect(hrefs).toContain('/supervision/cards?show=open&level=red&authority=zhujian');
    const rate = await screen.findByRole('link', { name: '75.0%' });
    expect(rate.getAttribute('href')).toBe('/supervision/rows?figure=onTimeRate&from=2026-03-01&to=2026-03-02');
    expect(screen.getByText(/1 −（超期办结 ÷ 办结）（2 \/ 8）/)).toBeTruthy();
  });

  it('changes as the server tells it, and says that it is stale once the line is silent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    openDesk('/supervision');
    await screen.findByRole('link', { name: '超期 3' });
    act(() => boardLine()?.tell({ ...board, total: { ...board.total, overdue: 9 } }));
    expect(await screen.findByRole('link', { name: '超期 9' })).toBeTruthy();
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.textContent).toContain('实时');
    await act(() => vi.advanceTimersByTimeAsync(8_100));
    expect(heading.textContent).toContain('数据已停止更新');
    vi.useRealTimers();
  });

  it('sounds the alarm when the scheduler is silent', async () => {
    server.use(
      http.get(api('/desk/supervision/board'), () =>
        HttpResponse.json({ ...board, scheduler: { at: null, silent: true } }),
      ),
    );
    openDesk('/supervision');
    expect((await screen.findByRole('alert')).textContent).toContain('监察程序超过两分钟没有运行');
  });
});

describe('a card', () => {
  it('waiting for me is announced on every screen and listed', async () => {
    server.use(
      http.get(api('/desk/supervision/duty'), () => HttpResponse.json({ waiting: 1, urgings: 2, ledgers: 1 })),
    );
    const user = openDesk('/queue');
    await user.click(await screen.findByRole('link', { name: '监察牌 1' }));
    const line = within((await screen.findByRole('link', { name: /T03 承诺办结时限/ })).closest('tr') ?? document.body);
    expect(line.getByText('黄牌')).toBeTruthy();
    expect(line.getByText('待我办理')).toBeTruthy();
  });

  it('shows its article, counting and evidence, and why an act is not possible', async () => {
    openDesk('/supervision/cards/k1');
    expect(await screen.findByText('《优化营商环境条例》第三十六条')).toBeTruthy();
    expect(screen.getByText('期限 3 个工作日，自 2026-02-24 起算。')).toBeTruthy();
    expect(screen.getByText('办件记录第 3 条')).toBeTruthy();
    expect(screen.getByRole('link', { name: /打开办件/ }).getAttribute('href')).toBe('/cases/c1');
    expect(screen.getByText('说明期限未过。')).toBeTruthy();
  });

  it('is appealed with a ground and words; a refusal is said in words', async () => {
    const sent: CardActRequest[] = [];
    server.use(
      http.post(api('/desk/supervision/cards/k1/acts'), async ({ request }) => {
        sent.push(CardActRequest.parse(await request.json()));
        return refusal(409, 'appeal_over', {
          title: { zh: '申诉期限已过。', en: 'The time to appeal is over.' },
          detail: { zh: '申诉期限已过。', en: 'The time to appeal is over.' },
        });
      }),
    );
    const user = openDesk('/supervision/cards/k1');
    await user.click(await screen.findByRole('button', { name: '申诉' }));
    await user.selectOptions(screen.getByLabelText('理由类别'), '系统故障');
    await user.type(screen.getByLabelText('内容'), '系统停机半日');
    await user.click(screen.getByRole('button', { name: '确认申诉' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(sent[0]?.command).toEqual({ type: 'appeal', ground: 'outage', text: '系统停机半日' });
  });
});
