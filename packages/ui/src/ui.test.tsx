import { cleanup, render, screen } from '@testing-library/react';
import type { JSX } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CalendarPicture,
  ErrorSummary,
  fill,
  inGroupsOfFour,
  LanguageContext,
  limitInWords,
  remainingInWords,
  StatusLight,
  timeInBeijing,
  weekdayInWords,
} from './index.ts';

afterEach(cleanup);

describe('formats', () => {
  it.each([
    ['2026030200017', '2026 0302 0001 7'],
    ['4105 0026', '4105 0026'],
    ['12345678', '1234 5678'],
  ])('a case number %s is read in groups of four', (number, grouped) => {
    expect(inGroupsOfFour(number)).toBe(grouped);
  });

  it('a day says its weekday in both languages', () => {
    expect(weekdayInWords('2026-03-02', 'zh')).toBe('2026年3月2日（周一）');
    expect(weekdayInWords('2026-03-02', 'en')).toBe('Mon 2 March 2026');
  });

  it('an instant is shown in Beijing time to the second, over midnight too', () => {
    expect(timeInBeijing('2026-03-01T17:05:09.123Z')).toBe('2026-03-02 01:05:09');
  });

  it.each([
    [3, '还剩 3 个工作日', '3 working days left'],
    [1, '还剩 1 个工作日', '1 working day left'],
    [0, '今天到期', 'due today'],
    [-2, '已超期 2 个工作日', '2 working days overdue'],
  ] as const)('%i days left is said in words', (days, zh, en) => {
    expect(remainingInWords(days)).toEqual({ zh, en });
  });

  it('a limit of nothing is an instant item', () => {
    expect(limitInWords({ count: 0, unit: 'workingDay' }).zh).toBe('当场办结');
    expect(limitInWords({ count: 20, unit: 'workingDay' }).zh).toBe('20 个工作日');
  });

  it('a message fills its holes and leaves an unfilled one to be seen', () => {
    expect(fill('{n|day|days} of {name}', { n: 1 })).toBe('1 day of {name}');
    expect(fill('{n|day|days}', { n: 2 })).toBe('2 days');
  });
});

describe('light', () => {
  it('says its word beside the colour, in the language of the screen', () => {
    const { rerender } = render(<StatusLight light="red" />);
    expect(screen.getByText('超期')).toBeTruthy();
    rerender(
      <LanguageContext value="en">
        <StatusLight light="red" />
      </LanguageContext>,
    );
    expect(screen.getByText('Overdue')).toBeTruthy();
  });
});

describe('calendar picture', () => {
  it('says of every day whether it counted and why not', () => {
    const week = [
      { day: '2024-09-30', date: 30, kind: 'start' as const },
      { day: '2024-10-01', date: 1, kind: 'holiday' as const, label: '国庆节' },
      { day: '2024-10-12', date: 12, kind: 'due' as const, number: 5 },
    ];
    render(<CalendarPicture months={[{ year: 2024, month: 10, weeks: [week] }]} />);
    expect(screen.getByText('2024年10月1日（周二）：国庆节')).toBeTruthy();
    expect(screen.getByText('2024年10月12日（周六）：届满日，第5日')).toBeTruthy();
    expect(screen.getByRole('table', { name: '2024年10月' })).toBeTruthy();
  });
});

describe('error summary', () => {
  it('does not take the focus back while somebody corrects what is wrong', () => {
    const screenOf = (): JSX.Element => (
      <>
        <ErrorSummary errors={[{ text: '请填写理由' }]} />
        <input aria-label="理由" />
      </>
    );
    const { rerender } = render(screenOf());
    screen.getByRole('textbox', { name: '理由' }).focus();
    rerender(screenOf());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '理由' }));
  });

  it('takes the focus and leads to the field', () => {
    render(
      <>
        <ErrorSummary errors={[{ field: 'reason', text: '请填写理由' }]} article="行政许可法第三十八条" />
        <input id="reason" />
      </>,
    );
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(screen.getByRole('link', { name: '请填写理由' }).getAttribute('href')).toBe('#reason');
    expect(screen.getByText('依据：行政许可法第三十八条')).toBeTruthy();
  });
});
