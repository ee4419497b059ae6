import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeJson, toJson, writePath } from './index.ts';

const form = { id: 'a', name: '申请书' };
const plan = { id: 'b', name: '平面图' };
const base = {
  name: '许可',
  limits: { promised: { count: 10 }, statutory: { count: 20 } },
  materials: [form, plan],
};
const changed = (path: string, value: string | number) => writePath(base, path, value);

describe('two editors of one draft', () => {
  test('who touch different things lose nothing', () => {
    const merged = mergeJson({ base, mine: changed('name', '许可证'), theirs: changed('limits.promised.count', 5) });
    expect(merged.conflicts).toEqual([]);
    expect(merged.value).toEqual({ ...base, name: '许可证', limits: { ...base.limits, promised: { count: 5 } } });
  });
  test('who touch different materials of one list keep both, and what each added', () => {
    const mine = { ...base, materials: [{ id: 'a', name: '申请表' }, plan, { id: 'c', name: '照片' }] };
    const theirs = { ...base, materials: [form, { id: 'd', name: '合同' }] };
    const merged = mergeJson({ base, mine, theirs });
    expect(merged.conflicts).toEqual([]);
    expect(merged.value).toMatchObject({ materials: [{ id: 'a', name: '申请表' }, { id: 'd' }, { id: 'c' }] });
  });
  test('who change the same thing differently are told, with both values', () => {
    const merged = mergeJson({ base, mine: changed('name', '甲'), theirs: changed('name', '乙') });
    expect(merged.conflicts).toEqual([{ field: 'name', base: '许可', mine: '甲', theirs: '乙' }]);
    expect(merged.value).toMatchObject({ name: '乙' });
  });
  test('a material one changed and the other took away is a conflict, not a loss', () => {
    const mine = { ...base, materials: [{ id: 'a', name: '申请表' }, plan] };
    const theirs = { ...base, materials: [plan] };
    expect(mergeJson({ base, mine, theirs }).conflicts).toMatchObject([{ field: 'materials.a', theirs: undefined }]);
  });
  test('with one editor the merge is what the editor wrote, whatever that is', () => {
    const json = fc.jsonValue();
    fc.assert(
      fc.property(json, json, (before, after) => {
        const [was, is] = [toJson(before), toJson(after)];
        expect(mergeJson({ base: was, mine: is, theirs: was })).toEqual({ value: is, conflicts: [] });
        expect(mergeJson({ base: was, mine: was, theirs: is })).toEqual({ value: is, conflicts: [] });
      }),
    );
  });
});
