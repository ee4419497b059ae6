import { expect, test } from 'vitest';
import { conditionInWords } from './index.ts';

const form = [
  {
    questions: [
      { id: 'waterSource', label: '取水水源' },
      { id: 'inCity', label: '是否在城市规划区' },
    ],
  },
];

test.each([
  ['waterSource = "地下水" and inCity = true', '“取水水源” = "地下水" 且 “是否在城市规划区” = 是'],
  ['not(inCity) or waterSource != "湖泊"', '非(“是否在城市规划区”) 或 “取水水源” ≠ "湖泊"'],
  ['inCityPlanning = false', 'inCityPlanning = 否'],
])('%s is read as %s', (condition, words) => {
  expect(conditionInWords(condition, form)).toBe(words);
});
