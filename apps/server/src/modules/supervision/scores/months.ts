import { addMonths } from '@yimen/kernel';
import { firstDayOf, monthOf, type Month } from '@yimen/core/supervision';

const FIRST_OF_QUARTER = [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10];
const two = (n: number): string => String(n).padStart(2, '0');

/** Months from the first of the quarter, or of the year, up to this one. */
export function monthsUpTo(month: Month, since: 'quarter' | 'year'): readonly Month[] {
  const at = Number(month.slice(5));
  const first = since === 'year' ? 1 : (FIRST_OF_QUARTER[at - 1] ?? 1);
  return Array.from({ length: at - first + 1 }, (_, step) => `${month.slice(0, 5)}${two(first + step)}` as Month);
}

const TWELVE = 12;

/** This month and the eleven before it, oldest first. */
export const yearBack = (month: Month): readonly Month[] =>
  Array.from({ length: TWELVE }, (_, step) => monthOf(addMonths(firstDayOf(month), step + 1 - TWELVE)));
