/** What a person reads, in the two languages of the screens. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** 2026年3月2日 · 2 March 2026. `on` is `YYYY-MM-DD`. */
export function dayInWords(on: string, language: keyof Words): string {
  const [year, month, date] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${englishMonths[month - 1] ?? ''} ${year}`;
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
