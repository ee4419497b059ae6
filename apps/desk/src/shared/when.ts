import type { Instant } from '@yimen/kernel';
import { dayInWords, monthInWords, timeInWords, useLanguage } from '@yimen/ui';

/** An instant as the hall reads it: Beijing time, to the minute. The record of a case keeps its seconds. */
export function useWhen(): (at: Instant | string) => string {
  const language = useLanguage();
  return (at) => timeInWords(at, language);
}

/** A day in words; a dash where there is none. */
export function useDay(): (on: string | null | undefined) => string {
  const language = useLanguage();
  return (on) => (on === undefined || on === null ? '—' : dayInWords(on, language));
}

/** A month in words: `2026-11` as 2026年11月; as it is where it is none yet. */
export function useMonth(): (month: string) => string {
  const language = useLanguage();
  return (month) => {
    const [year, nth] = month.split('-').map(Number);
    return year === undefined || nth === undefined ? month : monthInWords(year, nth, language);
  };
}
