import { addDays, addMonths, parseDay, type Brand, type Day } from '@yimen/kernel';

/** A calendar month, `2026-03`. */
export type Month = Brand<string, 'Month'>;

export const monthOf = (on: Day): Month => on.slice(0, 7) as Month;
export const firstDayOf = (month: Month): Day => `${month}-01` as Day;
export const lastDayOf = (month: Month): Day => addDays(addMonths(firstDayOf(month), 1), -1);
export const monthBefore = (month: Month): Month => monthOf(addDays(firstDayOf(month), -1));

/** Undefined where the text is no month. */
export function parseMonth(text: string): Month | undefined {
  const first = parseDay(`${text}-01`);
  return text.length === 7 && first.ok ? monthOf(first.value) : undefined;
}
