import { describe, expect, it } from 'vitest';
import { guide } from '../../test/fixtures.ts';
import { conditionInWords, isAskedFor } from './condition.ts';
import { allMet, defectsOf, handedOf, startMaterials, toHandedIn } from './materials.ts';

const requirements = guide.detail?.materials ?? [];
const [first] = requirements;
if (first === undefined) throw new Error('the fixture has materials');

describe('the checklist', () => {
  it('is empty only when everything is in and every point holds', () => {
    const all = Object.fromEntries(
      requirements.map((requirement) => [requirement.id, allMet(requirement, handedOf({}, requirement))]),
    );
    expect(defectsOf(requirements, all, {})).toEqual([]);
    expect(toHandedIn(all).map(({ rulesMet }) => rulesMet)).toEqual([
      [0, 1, 2],
      [0, 1],
      [0, 1],
    ]);
  });

  it('names every material that is not there, once', () => {
    expect(defectsOf(requirements, startMaterials(requirements), {}).map(({ requirementId }) => requirementId)).toEqual(
      ['m1', 'm2', 'm3'],
    );
  });

  it('does not ask for what may follow later', () => {
    expect(defectsOf([{ ...first, necessity: 'acceptOnPromise' }], {}, {})).toEqual([]);
  });

  it.each([
    ['inPlanningArea = true', { inPlanningArea: true }, true],
    ['inPlanningArea = true', { inPlanningArea: false }, false],
    ['floorArea > 2000', { floorArea: 12000 }, true],
    ['kind != "市政工程"', { kind: '市政工程' }, false],
    ['floorArea > 2000 and deepPit', { floorArea: 12000 }, undefined],
    ['floorArea > 2000', {}, undefined],
  ])('%s with %o is asked for: %s', (condition, answers, asked) => {
    expect(isAskedFor({ ...first, condition }, answers)).toBe(asked);
  });

  it('says a condition with the labels of the form', () => {
    expect(conditionInWords('deepPit = true', guide)).toBe('“是否涉及深基坑” = 是');
  });
});
