import { items } from '@yimen/testkit/cases';
import { describe, expect, test } from 'vitest';
import type { ServiceItem } from '../catalogue/index.ts';
import { reformBetween, type CalledInLog, type ReadReform } from './index.ts';

const { licence, licenceWith, parallelItem, weightyItem } = items;
const byShape: CalledInLog = (shape) => shape;

function read(base: ServiceItem, next: ServiceItem, called = byShape): ReadReform {
  const done = reformBetween(base, next, called);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}
const promising = (count: number): ServiceItem => ({
  ...licence,
  limits: { ...licence.limits, promised: { ...licence.limits.promised, count } },
});

describe('a proposed version read as a reform', () => {
  test('takes the promise in force and the one proposed; the same version changes nothing', () => {
    expect(read(licence, promising(6)).reform).toMatchObject({ limit: 10, newLimit: 6, dropped: [], parallel: [] });
    expect(read(licence, licence).reform).toMatchObject({ limit: 10, newLimit: 10, dropped: [], capped: {} });
  });
  test('an instant promise is half a day: anything later is late', () => {
    expect(read(licence, promising(0)).reform.newLimit).toBe(0.5);
  });
  test('reviews and steps that fall away are dropped', () => {
    expect(read(weightyItem, licence).reform.dropped).toEqual(['legalityReviewed', 'minutesAttached']);
    expect(read(parallelItem, licence).reform.dropped).toContain('step:lease-check');
  });
  test('steps that were one after another and are to be side by side are a group', () => {
    const [, approve] = licence.procedure.examination;
    const steps = parallelItem.procedure.examination[0];
    if (steps.kind !== 'parallel' || approve === undefined) throw new Error('another item');
    const [first, second] = steps.branches.map(([step]) => step);
    if (first === undefined || second === undefined) throw new Error('another item');
    const inRow = licenceWith({ examination: [first, second, approve] });
    expect(read(inRow, licenceWith({ examination: [steps, approve] })).reform.parallel).toEqual([
      [`step:${first.id}`, `step:${second.id}`],
    ]);
  });
  test('a shorter limit of a step is its cap', () => {
    const [first, ...rest] = licence.procedure.examination;
    if (first.kind !== 'step') throw new Error('another item');
    const next = licenceWith({ examination: [{ ...first, limitDays: 1 }, ...rest] });
    expect(read(licence, next).reform.capped).toEqual({ [`step:${first.id}`]: 1 });
  });
  test('a special procedure that stopped the promise stays outside the limit, also where it falls away (Art. 45)', () => {
    const { reform } = read(licence, licenceWith({ specialProcedures: [] }));
    expect(reform.notCounted).toContain('special:expertReview');
    expect(reform.dropped).not.toContain('special:expertReview');
  });
});

describe('what lies outside the promise', () => {
  test('is not counted: the way to acceptance, the applicant’s corrections, and what follows the decision (Art. 42)', () => {
    expect(read(licence, licence).reform.notCounted).toEqual(
      expect.arrayContaining(['applicationReceived', 'correctionDelivered', 'caseAccepted', 'decisionServed']),
    );
  });
  test('a promise from receipt counts the way to acceptance, and still not the corrections', () => {
    const { limits } = licence;
    const fromReceipt: ServiceItem = {
      ...licence,
      limits: { ...limits, promised: { ...limits.promised, startsOn: 'receipt' } },
    };
    const { notCounted } = read(licence, fromReceipt).reform;
    expect(notCounted).not.toContain('caseAccepted');
    expect(notCounted).toContain('correctionDelivered');
  });
});

describe('what history cannot tell', () => {
  test('branches of several steps side by side: the saving is not guessed', () => {
    const [first] = licence.procedure.examination;
    if (first.kind !== 'step') throw new Error('another item');
    const second = { ...first, id: 'second', name: '复核' };
    const third = { ...first, id: 'third', name: '会签' };
    const next = licenceWith({
      examination: [
        { kind: 'parallel', id: 'side', branches: [[first, second], [third]] },
        ...licence.procedure.examination.slice(1),
      ],
    });
    const { reform, leftOut } = read(licence, next);
    expect(reform.parallel).toEqual([]);
    expect(leftOut.map(({ zh }) => zh)).toContain(`“${first.name}”等并行分支含多个环节，并行的节省未计入`);
  });
  test('new work has no time in history, and is said', () => {
    const { leftOut } = read(licence, weightyItem);
    expect(leftOut.map(({ zh }) => zh)).toEqual([
      '新增的“法制审核”在历史中没有用时，未计入',
      '新增的“集体讨论”在历史中没有用时，未计入',
    ]);
  });
  test('work the log does not name cannot be dropped from it, and is said', () => {
    const { reform, leftOut } = read(weightyItem, licence, (shape) =>
      shape === 'legalityReviewed' ? '法制科会签' : undefined,
    );
    expect(reform.dropped).toEqual(['法制科会签']);
    expect(leftOut.map(({ zh }) => zh)).toEqual(['日志中没有“集体讨论”，这项改变未计入']);
  });
  test('a promise that is not in working days is not rehearsed', () => {
    const months: ServiceItem = {
      ...licence,
      limits: { ...licence.limits, promised: { ...licence.limits.promised, unit: 'month' } },
    };
    expect(reformBetween(licence, months, byShape)).toEqual({ ok: false, error: { code: 'limit_not_working_days' } });
  });
});
