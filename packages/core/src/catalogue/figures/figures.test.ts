import { describe, expect, test } from 'vitest';
import { items } from '@yimen/testkit/cases';
import { catalogueCuts, catalogueFigures, itemId, type GuideEntry, type PublishedItem } from '../index.ts';

const { licence, instantItem, aMaterial } = items;
const listed: GuideEntry = {
  jurisdiction: licence.jurisdiction,
  id: itemId('listed'),
  version: 1,
  effectiveFrom: licence.effectiveFrom,
  name: '只有目录',
  authority: licence.authority,
  authorityName: '某局',
  level: 'city',
  availability: 'guideOnly',
  kind: 'licence',
  codes: { local: '1' },
  sourceUrl: 'https://example.invalid/',
};
const figure = (all: readonly PublishedItem[], id: string) => catalogueFigures(all).find((one) => one.id === id);
const cut = (base: readonly PublishedItem[], now: readonly PublishedItem[], id: string) =>
  catalogueCuts(base, now).find((one) => one.id === id);

describe('the figures of a catalogue', () => {
  test('what is only listed counts as an item and in no share', () => {
    const all = [licence, instantItem, listed];
    expect(figure(all, 'items')?.count).toBe(3);
    expect(figure(all, 'full')).toMatchObject({ count: 2, of: 3 });
    expect(figure(all, 'instant')).toMatchObject({ count: 1, of: 2, rows: [instantItem.id], half: false });
  });

  test('more than half is more than half, and half is not', () => {
    expect(figure([instantItem], 'instant')?.half).toBe(true);
    expect(figure([instantItem, licence], 'instant')?.half).toBe(false);
  });

  test('an instant item promises no day, and limits in two units are not compared', () => {
    const months = { ...licence.limits.statutory, unit: 'month', count: 3 } as const;
    const other = { ...licence, id: itemId('months'), limits: { ...licence.limits, statutory: months } };
    expect(figure([licence, instantItem, other], 'speedUp')).toMatchObject({
      count: 40 - 10,
      of: 40,
      rows: [licence.id, instantItem.id],
    });
  });

  test('wholly online is online without a visit', () => {
    const visited = {
      ...licence,
      id: itemId('visited'),
      implementation: { ...licence.implementation, service: { online: true, visits: 1 } },
    };
    expect(figure([licence, visited], 'online')).toMatchObject({ count: 1, of: 2 });
    expect(figure([licence, visited], 'oneVisit')).toMatchObject({ count: 2, of: 2 });
  });

  test('every figure says how it is counted, in both languages', () => {
    for (const { formula, id } of [...catalogueFigures([licence]), ...catalogueCuts([licence], [])])
      expect([id, formula.zh !== '', formula.en !== '']).toEqual([id, true, true]);
  });
});

describe('what was cut since a day', () => {
  const before = { ...licence, materials: [...licence.materials, aMaterial('proof', { name: '无犯罪证明' })] };
  const now = {
    ...licence,
    limits: { ...licence.limits, promised: { ...licence.limits.promised, count: 4 } },
  };

  test('items, materials, days and proofs, each from its rows', () => {
    expect(cut([before, listed], [now], 'cutItems')).toMatchObject({ count: 1, of: 2, rows: ['listed'] });
    expect(cut([before], [now], 'cutMaterials')).toMatchObject({
      count: 1,
      of: 5,
      rows: [licence.id],
      amounts: [{ was: 5, now: 4 }],
    });
    expect(cut([before], [now], 'cutDays')).toMatchObject({ count: 6, of: 10 });
    expect(cut([before], [now], 'cutProofs')).toMatchObject({ count: 1, of: 1 });
  });

  test('what grew is negative, and a new item is no cut', () => {
    expect(cut([now], [before, instantItem], 'cutMaterials')?.count).toBe(-1);
    expect(cut([now], [now, instantItem], 'cutItems')?.count).toBe(0);
  });
});
