import type { Instant } from '@yimen/kernel';
import { useLanguage } from '@yimen/ui';

/** An instant as the hall reads it: Beijing time, to the minute. */
export function useWhen(): (at: Instant) => string {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (at) => format.format(new Date(at));
}
