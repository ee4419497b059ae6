import { day, instantAt } from '@yimen/kernel';
import { expect, test } from 'vitest';
import { peerFindings, shippedRuleSet, type PeerMonth } from './index.ts';

const found = (...departments: readonly PeerMonth[]) =>
  peerFindings(departments, { month: '2026-05', set: shippedRuleSet, at: instantAt(day('2026-06-01'), '02:00') }).map(
    ({ authority, finding }) => [authority, finding.rule, finding.level],
  );
const usual = { authority: 'gongan', cases: 200, suspended: 10 };

test('S06: a department with special procedures three times as often as the others gets one card for the month', () => {
  expect(found({ authority: 'zhujian', cases: 40, suspended: 8 }, usual)).toEqual([['zhujian', 'S06', 'yellow']]);
});
test.each([
  ['three times and no more', { cases: 40, suspended: 6 }],
  ['fewer than twenty cases', { cases: 19, suspended: 9 }],
  ['less than a tenth', { cases: 100, suspended: 9 }],
])('none for %s', (_name, month) => {
  expect(found({ authority: 'zhujian', ...month }, { ...usual, suspended: month.suspended === 9 ? 1 : 10 })).toEqual(
    [],
  );
});
test('its working says both shares', () => {
  const [first] = peerFindings([{ authority: 'zhujian', cases: 40, suspended: 8 }, usual], {
    month: '2026-05',
    set: shippedRuleSet,
    at: instantAt(day('2026-06-01'), '02:00'),
  });
  expect(first?.finding.working[0]?.zh).toBe('2026-05 受理 40 件，其中 8 件启动特别程序（20%）；其他部门合计 5%。');
});
