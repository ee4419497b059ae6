import { describe, expect, test } from 'vitest';
import { day, instantAt } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import {
  calendarPicture,
  clocksOf,
  explain,
  explainClock,
  explainInWords,
  licensingLimits,
  pictureWords,
  type Counting,
  type Suspension,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const review: Suspension = {
  procedure: 'expertReview',
  served: day('2024-10-08'),
  received: day('2024-10-10'),
  plannedEnd: day('2024-10-11'),
  notice: '安水特告〔2024〕7号',
  stopsStatutory: true,
  stopsPromise: true,
};
const overNationalDay: Counting = {
  start: day('2024-09-30'),
  limit: { ...licensingLimits.decision, count: 5 },
  suspensions: [review],
};

describe('the explanation of a deadline', () => {
  const explanation = explain(overNationalDay, calendar);

  test('accounts for every day from the start to the due day', () => {
    expect(explanation.days.map((entry) => [entry.on.slice(5), entry.kind, entry.number])).toEqual([
      ['09-30', 'start', undefined],
      ['10-01', 'holiday', undefined],
      ['10-02', 'holiday', undefined],
      ['10-03', 'holiday', undefined],
      ['10-04', 'holiday', undefined],
      ['10-05', 'holiday', undefined],
      ['10-06', 'holiday', undefined],
      ['10-07', 'holiday', undefined],
      ['10-08', 'counted', 1],
      ['10-09', 'suspended', undefined],
      ['10-10', 'suspended', undefined],
      ['10-11', 'counted', 2],
      ['10-12', 'counted', 3],
      ['10-13', 'weekend', undefined],
      ['10-14', 'counted', 4],
      ['10-15', 'counted', 5],
    ]);
    expect(explanation.days.filter((entry) => entry.due).map((entry) => entry.on)).toEqual([explanation.due]);
  });

  test('gives each its reason: the notice of a holiday, the paper of a suspension', () => {
    expect(explanation.days[1]?.fact).toMatchObject({ name: '国庆节', notice: { number: '国办发明电〔2023〕7号' } });
    expect(explanation.days[9]?.suspendedBy).toEqual([0]);
    expect(explanation.suspensions).toMatchObject([
      {
        served: '2024-10-08',
        through: '2024-10-10',
        open: false,
        workingDays: 2,
        calendarDays: 2,
        suspension: { notice: '安水特告〔2024〕7号' },
      },
    ]);
  });

  test('reads in Chinese, citing the articles', () => {
    expect(explainInWords(explanation, 'zh-CN')).toEqual([
      '自2024年9月30日（星期一）起算，该日为受理之日，不计入（民法典第二百零一条）；期限为5个工作日（依据：《中华人民共和国行政许可法》第四十二条第一款）。',
      '2024年10月1日（星期二）至2024年10月7日（星期一）国庆节放假，不计入；依据《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）。',
      '2024年10月12日（星期六）因国庆节调休上班，是工作日，计为第3日；依据《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）。',
      '其余周末共1天不计入。',
      '专家评审（告知书安水特告〔2024〕7号）：告知书2024年10月8日送达，2024年10月10日收到结果；送达次日起至收到结果当日共2日（其中工作日2日）不计入期限。',
      '2024年10月15日（星期二）17:30停止业务活动时届满（民法典第二百零三条）。',
      `工作日历版本：${calendar.version}。`,
    ]);
  });

  test('reads in English, the same sentences', () => {
    const english = explainInWords(explanation, 'en');
    expect(english).toHaveLength(7);
    expect(english[0]).toBe(
      'Starts Mon 30 Sep 2024, the day of acceptance; that day is not counted (Civil Code Art. 201). The limit is 5 working days (《中华人民共和国行政许可法》第四十二条第一款).',
    );
    expect(english[5]).toBe('Ends Tue 15 Oct 2024 at 17:30, when business hours end (Civil Code Art. 203).');
  });

  test('says what is provisional, projected, moved and extended', () => {
    const open: Counting = {
      start: day('2026-12-01'),
      limit: { count: 1, unit: 'month' },
      suspensions: [{ served: day('2026-12-10') }],
      extension: { count: 1 },
    };
    const text = explainInWords(explain(open, calendar, { today: day('2026-12-14') }), 'zh-CN').join('\n');
    expect(text).toContain('经批准延长1个月');
    expect(text).toContain('结果尚未收到，暂计至2026年12月14日');
    expect(text).toContain('届满日为预计');
    expect(text).toContain('顺延至2027年2月9日（星期二）');
    expect(text).toContain(
      '2027年2月6日（星期六）至2027年2月8日（星期一）为春节（法定节日，放假安排尚未公布），不计入。',
    );
    expect(text).toContain('国务院办公厅的放假安排仅公布至2026年12月31日');
  });

  test('always ends on the day the clock says, whatever the unit', () => {
    const limits = [
      { count: 0, unit: 'workingDay' },
      { count: 40, unit: 'workingDay' },
      { count: 30, unit: 'calendarDay' },
      { count: 3, unit: 'month' },
    ] as const;
    for (const limit of limits) {
      const { days, due } = explain({ start: day('2026-01-31'), limit, suspensions: [] }, calendar);
      expect([days.at(-1)?.on, days.at(-1)?.due]).toEqual([due, true]);
      const numbers = days.flatMap((entry) => (entry.number === undefined ? [] : [entry.number]));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      if (limit.unit !== 'month') expect(numbers).toHaveLength(limit.count);
    }
  });

  test('of a clock of a case is that of its counting, and there is none before it starts', () => {
    const rules = {
      acceptance: licensingLimits.acceptance,
      statutory: licensingLimits.decision,
      promised: licensingLimits.decision,
      delivery: licensingLimits.delivery,
      closesAt: '18:00',
    };
    const now = instantAt(day('2026-03-03'), '09:00');
    const clocks = clocksOf({ received: { on: day('2026-03-02') }, suspensions: [], steps: [] }, rules, calendar, now);
    const explained = clocks.map((found) => [found.id, explainClock(found, calendar, now)] as const);
    expect(explained.filter(([, found]) => found !== undefined).map(([id]) => id)).toEqual(['acceptance']);
    expect(explained[0]?.[1]).toMatchObject({
      due: '2026-03-09',
      closesAt: '18:00',
      startsOn: 'receipt',
      basis: { article: '第三十二条第一款第四项' },
    });
  });
});

describe('the calendar picture', () => {
  const months = calendarPicture(explain(overNationalDay, calendar));
  const cells = months.flatMap((month) => month.weeks.flat()).filter((cell) => cell !== undefined);

  test('shows whole months in weeks from Monday', () => {
    expect(months.map((month) => [month.year, month.month, month.weeks.length])).toEqual([
      [2024, 9, 6],
      [2024, 10, 5],
    ]);
    expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true);
    expect(months[1]?.weeks[0]?.map((cell) => cell?.date)).toEqual([undefined, 1, 2, 3, 4, 5, 6]);
    expect(cells).toHaveLength(61);
  });

  test('marks each day by what it is, in words too', () => {
    const kinds = new Map(cells.map((cell) => [cell.on.slice(5), cell]));
    const expected = {
      '09-29': 'outside',
      '09-30': 'start',
      '10-01': 'holiday',
      '10-08': 'counted',
      '10-09': 'suspended',
      '10-12': 'makeUp',
      '10-13': 'weekend',
      '10-15': 'due',
      '10-16': 'outside',
    };
    for (const [on, kind] of Object.entries(expected)) expect([on, kinds.get(on)?.kind]).toEqual([on, kind]);
    expect(kinds.get('10-12')).toMatchObject({ number: 3, name: '国庆节' });
    expect(cells.every((cell) => pictureWords[cell.kind].zh !== '' && pictureWords[cell.kind].en !== '')).toBe(true);
  });
});
