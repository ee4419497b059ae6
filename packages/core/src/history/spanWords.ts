import type { Words } from '@yimen/kernel';

const HOUR = 3_600_000;
const UNITS = [
  { ms: 24 * HOUR, from: 36 * HOUR, zh: '天', en: 'd', digits: 1 },
  { ms: HOUR, from: 2 * HOUR, zh: '小时', en: 'h', digits: 1 },
  { ms: 60_000, from: 60_000, zh: '分钟', en: 'min', digits: 0 },
  { ms: 1000, from: 0, zh: '秒', en: 's', digits: 0 },
] as const;

/** A stretch of wall-clock time as people say it: `3.2 天`, `5.0 h`; `ms` in milliseconds. */
export function spanWords(ms: number): Words {
  const { zh, en, digits, ms: length } = UNITS.find(({ from }) => ms >= from) ?? UNITS[3];
  const number = (ms / length).toFixed(digits);
  return { zh: `${number} ${zh}`, en: `${number} ${en}` };
}
