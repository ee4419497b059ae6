import { spanWords } from '@yimen/core/history';
import { useSay, type Words } from '@yimen/ui';

/** A stretch of wall-clock time, in milliseconds, as people say it. */
export function useSpan(): (ms: number) => string {
  const say = useSay();
  return (ms) => say(spanWords(ms));
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
