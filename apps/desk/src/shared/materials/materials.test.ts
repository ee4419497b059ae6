import { describe, expect, it } from 'vitest';
import { guide } from '../../test/fixtures.ts';
import { isAskedFor } from './condition.ts';
import { allMet, defectsOf, handedOf, possibleDefects, startMaterials, toHandedIn } from './materials.ts';

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

  it('holds nothing against what came over the web until a clerk has looked at it', () => {
    const byWeb = startMaterials([first], [{ requirementId: first.id, copies: 1, form: 'electronic' }]);
    expect(defectsOf([first], byWeb, {})).toEqual([]);
    expect(toHandedIn(byWeb)[0]).not.toHaveProperty('rulesMet');
    const looked = { [first.id]: { ...handedOf(byWeb, first), checked: true } };
    expect(defectsOf([first], looked, {})).toHaveLength(first.acceptanceRules.length);
  });

  it('offers every rule as something to say, and the absence', () => {
    expect(possibleDefects([first])).toHaveLength(first.acceptanceRules.length + 1);
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
});
