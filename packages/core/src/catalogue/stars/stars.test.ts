import { describe, expect, test } from 'vitest';
import { items } from '@yimen/testkit/cases';
import { checkScheme, shippedStars, starRules, starsOf, type ServiceItem, type StarFacts } from '../index.ts';

const { licence, instantItem } = items;
const serves = (item: ServiceItem, service: NonNullable<ServiceItem['implementation']>['service']): ServiceItem => ({
  ...item,
  implementation: { ...item.implementation, ...(service === undefined ? {} : { service }) },
});
const best = serves(instantItem, { onlineDepth: 'electronicLicence', visits: 0 });
const without = { ...best, materials: [] };
const of = (item: ServiceItem, more: Partial<StarFacts> = {}) => starsOf({ item, first: item, ...more }, shippedStars);
const line = (id: string, item: ServiceItem, more: Partial<StarFacts> = {}) =>
  of(item, more).lines.find((one) => one.id === id);

describe('the stars of an item', () => {
  test('all of it done best is all points, and five stars', () => {
    const found = starsOf({ item: without, first: best, ratings: { count: 20, mean: 5 } }, shippedStars);
    expect(found).toMatchObject({ stars: 5, points: found.of, of: 100 });
  });

  test('what cannot be judged counts neither for it nor against it', () => {
    const bare = serves(licence, {});
    expect(of(bare).of).toBe(100 - 20 - 20 - 15);
    expect(line('depth', bare)).toEqual({ id: 'depth', most: 20 });
  });

  test.each([
    [0, 20],
    [1, 12],
    [2, 4],
    [3, 0],
  ])('%i visits are %i points', (visits, points) => {
    expect(line('visits', serves(licence, { visits }))?.points).toBe(points);
  });

  test('fewer than five ratings are not counted, and five are', () => {
    expect(line('rating', licence, { ratings: { count: 4, mean: 5 } })).not.toHaveProperty('points');
    expect(line('rating', licence, { ratings: { count: 5, mean: 3 } })?.points).toBe(7.5);
  });

  test('a material cut since the first version and one that is shared are saved alike', () => {
    const [one, ...others] = licence.materials;
    if (one === undefined) throw new Error('the item has no materials');
    const cut = line('materials', { ...licence, materials: others }, { first: licence });
    const shared = line('materials', { ...licence, materials: [{ ...one, shareable: true }, ...others] });
    expect(cut?.points).toBeGreaterThan(0);
    expect(shared?.points).toBe(cut?.points);
  });

  test('half the days by law are half the points, and limits in two units are not compared', () => {
    const { statutory } = licence.limits;
    const promised = { ...licence.limits.promised, unit: statutory.unit, count: statutory.count / 2 };
    expect(line('limit', { ...licence, limits: { ...licence.limits, promised } })?.points).toBe(7.5);
    const months = { ...licence.limits, statutory: { ...statutory, unit: 'month' } } as const;
    expect(line('limit', { ...licence, limits: months })).not.toHaveProperty('points');
  });

  test('every rule says how its points are given, in both languages, and together they are a hundred', () => {
    const inWords = starRules(shippedStars);
    expect(inWords.reduce((sum, { most }) => sum + most, 0)).toBe(100);
    for (const { id, rule } of inWords) expect([id, rule.zh !== '', rule.en !== '']).toEqual([id, true, true]);
  });
});

describe('a scheme set by an editor', () => {
  const { most } = shippedStars;
  const onlyVisits = { ...shippedStars, most: { ...most, depth: 0, visits: 85, instant: 0, materials: 0, limit: 0 } };

  test('gives what it says: points in proportion, in words as in figures', () => {
    expect(checkScheme(onlyVisits).ok).toBe(true);
    const found = starsOf({ item: serves(licence, { visits: 1 }), first: licence }, onlyVisits);
    expect(found).toMatchObject({ points: 51, of: 85, stars: 3 });
    expect(starRules(onlyVisits).find(({ id }) => id === 'visits')?.rule.zh).toContain('跑一次 51 分');
  });

  test('moves the stars with its steps, and the points not', () => {
    const item = serves(licence, { visits: 1 });
    const stricter = { ...onlyVisits, steps: [50, 61, 75, 90] } as const;
    expect(starsOf({ item, first: item }, stricter)).toMatchObject({ points: 51, stars: 2 });
  });

  test.each([
    ['does not make a hundred', { ...shippedStars, most: { ...most, depth: 21 } }, { code: 'not_hundred', total: 101 }],
    ['does not rise', { ...shippedStars, steps: [40, 40, 75, 90] as const }, { code: 'steps_not_rising' }],
    ['rises above all points', { ...shippedStars, steps: [40, 60, 75, 101] as const }, { code: 'steps_not_rising' }],
  ])('is refused where it %s', (_what, scheme, error) => {
    expect(checkScheme(scheme)).toEqual({ ok: false, error });
  });
});
