import { expect, test } from 'vitest';
import { wrapped } from './picture.ts';

test.each([
  ['国有建设用地使用权首次登记', 10, 3, ['国有建设用地使用权首', '次登记']],
  ['within 5 working days', 7, 3, ['within 5', 'working days']],
  ['一二三四五六七八九十', 3, 2, ['一二三', '四五…']],
])('breaks %s by its width', (text, width, most, lines) => {
  expect(wrapped(text, width, most)).toEqual(lines);
});
