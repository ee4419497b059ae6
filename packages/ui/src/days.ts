import { dayInWords } from '@yimen/kernel';
import type { Language, Words } from './language.tsx';

export { dayInWords };

/** To the second in Beijing time: `2026-03-02 09:15:07`. Not left to the browser's zone: the hall's clock is the law's. */
export function timeInBeijing(at: string): string {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${beijing.slice(0, 10)} ${beijing.slice(11, 19)}`;
}

/** To the minute in Beijing time: `2026年3月2日 09:15` / `2 March 2026, 09:15`. */
export function timeInWords(at: string, language: Language): string {
  const [day = '', time = ''] = timeInBeijing(at).split(' ');
  return `${dayInWords(day, language)}${language === 'zh' ? ' ' : ', '}${time.slice(0, 5)}`;
}

/** Working days left, in words; negative is overdue. */
export function remainingInWords(remaining: number): Words {
  if (remaining < 0)
    return {
      zh: `已超期 ${-remaining} 个工作日`,
      en: `${-remaining} working day${remaining === -1 ? '' : 's'} overdue`,
    };
  if (remaining === 0) return { zh: '今天到期', en: 'due today' };
  return { zh: `还剩 ${remaining} 个工作日`, en: `${remaining} working day${remaining === 1 ? '' : 's'} left` };
}

const unitNames = {
  workingDay: { zh: '个工作日', en: 'working days' },
  calendarDay: { zh: '个自然日', en: 'calendar days' },
  month: { zh: '个月', en: 'months' },
} as const;

/** 20 个工作日 · 20 working days; a limit of nothing is “on the spot”. */
export function limitInWords(limit: { readonly count: number; readonly unit: keyof typeof unitNames }): Words {
  if (limit.count === 0) return { zh: '当场办结', en: 'on the spot' };
  const unit = unitNames[limit.unit];
  return {
    zh: `${limit.count} ${unit.zh}`,
    en: `${limit.count} ${limit.count === 1 ? unit.en.slice(0, -1) : unit.en}`,
  };
}

/** A case number in groups of four, as it is read aloud. */
export function inGroupsOfFour(number: string): string {
  return number.replaceAll(/[\s-]/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}
