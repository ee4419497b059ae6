import { describe, expect, test } from 'vitest';
import { day } from '@yimen/kernel';
import { items } from '@yimen/testkit/cases';
import { diffItems, type ServiceItem } from '../index.ts';

const { licence, aMaterial } = items;
const told = (after: ServiceItem) => diffItems(licence, after).map(({ words, effect }) => [words.zh, effect]);
const promised = (count: number): ServiceItem => ({
  ...licence,
  limits: { ...licence.limits, promised: { ...licence.limits.promised, count } },
});

describe('what differs between two versions', () => {
  test('is nothing where only version and dates do', () => {
    expect(diffItems(licence, { ...licence, version: 9, effectiveFrom: day('2026-01-01') })).toEqual([]);
  });
  test('a limit is told whole, and a longer one is tighter for the citizen', () => {
    expect(told(promised(5))).toEqual([
      ['承诺办结时限由“10个工作日（自受理之日起）”改为“5个工作日（自受理之日起）”', 'looser'],
    ]);
    expect(diffItems(licence, promised(15))[0]?.effect).toBe('tighter');
  });
  test('materials are told by their names: added, taken away, more copies', () => {
    const [first, second, ...rest] = licence.materials;
    if (first === undefined || second === undefined) throw new Error('the licence has materials');
    const materials = [{ ...first, copies: 3 }, ...rest, aMaterial('photos', { name: '照片' })];
    expect(told({ ...licence, materials })).toEqual([
      ['“application材料”的材料份数由“1”改为“3”', 'tighter'],
      ['申请材料取消：plan材料', 'looser'],
      ['申请材料增加：照片', 'tighter'],
    ]);
  });
  test('what is added to a material, or taken from it, says to which', () => {
    const [first, ...rest] = licence.materials;
    if (first === undefined) throw new Error('the licence has materials');
    const noted = { ...licence, materials: [{ ...first, fillNotes: '用黑色签字笔' }, ...rest] };
    expect(told(noted)).toEqual([['“application材料”的填报须知增加：用黑色签字笔', 'neutral']]);
    expect(diffItems(noted, licence)[0]?.words.zh).toBe('“application材料”的填报须知取消：用黑色签字笔');
  });
  test('a material made optional is looser, an optional one added is neither', () => {
    const [first, ...rest] = licence.materials;
    if (first === undefined) throw new Error('the licence has materials');
    expect(told({ ...licence, materials: [{ ...first, necessity: 'optional' }, ...rest] })).toEqual([
      ['“application材料”的材料必要性由“必要”改为“非必要”', 'looser'],
    ]);
    const wished = aMaterial('w', { name: '意见', necessity: 'optional' });
    expect(told({ ...licence, materials: [...licence.materials, wished] })).toEqual([
      ['申请材料增加：意见', 'neutral'],
    ]);
  });
  test('conditions are told line by line, visits by their number', () => {
    const service = { ...licence.implementation?.service, visits: 1 };
    const after = {
      ...licence,
      conditions: [...licence.conditions, '年满十八周岁'],
      implementation: { ...licence.implementation, service },
    };
    expect(told(after)).toEqual([
      ['受理条件增加：年满十八周岁', 'tighter'],
      ['到办事现场次数由“0”改为“1”', 'tighter'],
    ]);
  });
  test('every change has words in English too', () => {
    for (const { words } of diffItems(licence, { ...promised(3), name: '新名', fees: [] }))
      expect(words.en).toMatch(/^[\w ]/);
  });
});
