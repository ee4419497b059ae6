import { useLanguage, useSay, type Words } from '@yimen/ui';

const HOUR = 3_600_000;
const UNITS = [
  { ms: 24 * HOUR, from: 36 * HOUR, zh: '天', en: 'd', digits: 1 },
  { ms: HOUR, from: 2 * HOUR, zh: '小时', en: 'h', digits: 1 },
  { ms: 60_000, from: 60_000, zh: '分钟', en: 'min', digits: 0 },
  { ms: 1000, from: 0, zh: '秒', en: 's', digits: 0 },
] as const;

/** A stretch of wall-clock time as people say it: `3.2 天`, `5.0 h`. */
export function spanWords(ms: number, language: 'zh' | 'en'): string {
  const unit = UNITS.find(({ from }) => ms >= from) ?? UNITS[3];
  return `${(ms / unit.ms).toFixed(unit.digits)} ${unit[language]}`;
}

export function useSpan(): (ms: number) => string {
  const language = useLanguage();
  return (ms) => spanWords(ms, language);
}

/** What an activity is called: in words where Yimen has them, else as the log has it. */
export function useActivity(labels: Readonly<Record<string, Words>>): (activity: string) => string {
  const say = useSay();
  return (activity) => {
    const words = labels[activity];
    return words === undefined ? activity : say(words);
  };
}

export const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;
