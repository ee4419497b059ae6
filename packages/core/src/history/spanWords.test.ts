import { expect, test } from 'vitest';
import { spanWords } from './index.ts';

const HOUR = 3_600_000;

test('a stretch of time is said in the unit people would use', () => {
  expect([0, 59_000, 90_000, 3 * HOUR, 35 * HOUR, 76.8 * HOUR].map((ms) => spanWords(ms).zh)).toEqual([
    '0 秒',
    '59 秒',
    '2 分钟',
    '3.0 小时',
    '35.0 小时',
    '3.2 天',
  ]);
  expect(spanWords(76.8 * HOUR).en).toBe('3.2 d');
});
