import { day } from '@yimen/kernel';
import { expect, test } from 'vitest';
import { roles, roleWords, termFault } from './index.ts';

const today = day('2026-03-02');

test.each([
  ['2026-03-02', undefined, undefined],
  ['2026-03-02', '2026-03-02', undefined],
  ['2026-06-01', '2026-12-31', undefined],
  ['2026-03-01', undefined, 'begins_in_the_past'],
  ['2025-01-01', '2026-12-31', 'begins_in_the_past'],
  ['2026-06-01', '2026-05-31', 'ends_before_it_begins'],
])('a post from %s to %s: %s', (from, to, fault) => {
  expect(termFault({ from: day(from), to: to === undefined ? undefined : day(to) }, today)).toBe(fault);
});

test('every role has a name in both languages, and no two the same', () => {
  expect(new Set(roles.map((role) => roleWords[role].zh)).size).toBe(roles.length);
  expect(new Set(roles.map((role) => roleWords[role].en)).size).toBe(roles.length);
});
