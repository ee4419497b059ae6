import { parseDay, weekdayOf } from '@yimen/kernel';
import { dayInWords } from './days.ts';
import type { Language } from './language.tsx';

export const WEEKDAYS = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** `2026年3月2日（周一）` / `Mon 2 March 2026`; text that is no day is shown as it is. */
export function weekdayInWords(on: string, language: Language): string {
  const parsed = parseDay(on);
  if (!parsed.ok) return on;
  const weekday = WEEKDAYS[language][weekdayOf(parsed.value) - 1] ?? '';
  return language === 'zh' ? `${dayInWords(on, 'zh')}（周${weekday}）` : `${weekday} ${dayInWords(on, 'en')}`;
}

/** `2026年3月` / `March 2026`. */
export function monthInWords(year: number, month: number, language: Language): string {
  if (language === 'zh') return `${String(year)}年${String(month)}月`;
  return dayInWords(`${String(year)}-${String(month).padStart(2, '0')}-01`, 'en').slice(2);
}

export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
