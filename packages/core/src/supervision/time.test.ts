import { day, instantAt } from '@yimen/kernel';
import type { CaseEntry } from '../casework/index.ts';
import type { ServiceItem } from '../catalogue/index.ts';
import { aCase, commands, findingsIn, items, returnedTimes, suspendedOn } from '@yimen/testkit/cases';
import { describe, expect, test } from 'vitest';
import { failures, otherAnswers, shippedRuleSet } from './index.ts';

const { ending } = commands;
const { licence } = items;
const found = findingsIn;

describe('the twenty-eight published failures', () => {
  const finds = new Set(shippedRuleSet.rules.flatMap((rule) => rule.finds));
  test.each(Object.keys(failures))(
    '%s is found by a rule, kept from happening, or said to be not yet possible',
    (code) => {
      const answer = Object.entries(otherAnswers).find(([failure]) => failure === code)?.[1];
      expect([...finds].some((one) => one === code) || answer !== undefined).toBe(true);
    },
  );
});

describe('time', () => {
  const warned = (entries: readonly CaseEntry[], until: string, item?: ServiceItem) =>
    found(entries, { until, ...(item === undefined ? {} : { item }) }).filter(({ rule }) => rule === 'T03');
  test('a promise of ten working days is warned of when its ninth begins, yellow at its end, red three working days later', () => {
    expect(warned(aCase.accepted().entries, '2026-04-30').map(({ level, at }) => [level, at])).toEqual([
      ['warning', instantAt(day('2026-03-13'), '00:00')],
      ['yellow', '2026-03-16T09:30:00.001Z'],
      ['red', instantAt(day('2026-03-19'), '17:30')],
    ]);
  });
  test('integrity risk points begin the ladder earlier', () => {
    const risky: ServiceItem = {
      ...licence,
      procedure: {
        ...licence.procedure,
        examination: [
          { ...items.examineStep, integrityRiskPoint: '自由裁量' },
          { ...items.approveStep, integrityRiskPoint: '人情' },
        ],
      },
    };
    const [first] = warned(aCase.accepted(risky).entries, '2026-04-30', risky);
    expect(first?.at).toBe(instantAt(day('2026-03-12'), '00:00'));
    expect(first?.working.map(({ zh }) => zh).join('')).toContain('廉政风险点 2 处');
  });
  test('the end of a suspension arms the reminder anew', () => {
    const entries = suspendedOn('2026-03-03')
      .on('2026-03-10')
      .does(ending({ receivedOn: day('2026-03-10') })).entries;
    const found_ = warned(entries, '2026-04-30');
    expect(found_.map(({ subject }) => subject)).toContain('decisionPromised#1');
    expect(found_.filter(({ level }) => level === 'yellow')).toHaveLength(1);
  });
  test('a step returned has a clock of its own in its next round', () => {
    const rounds = found(returnedTimes(1), { until: '2026-04-30' }).filter(({ rule }) => rule === 'T05');
    expect(rounds.map(({ subject }) => subject)).toContain('step:examine#2');
  });
});
