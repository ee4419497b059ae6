import { describe, expect, it } from 'vitest';
import { items as demoItems } from '@yimen/demo';
import { isGuideEntry } from '@yimen/core/catalogue';
import { readExchange, writeExchange } from './file.ts';

const all = demoItems.map((item) => ({ ...item, availability: 'applicable' as const }));
const text = writeExchange(all);
const changed = (change: (items: Record<string, Record<string, unknown>>[]) => void): string => {
  const file = JSON.parse(text) as { items: Record<string, Record<string, unknown>>[] };
  change(file.items);
  return JSON.stringify(file);
};

describe('an exchange file', () => {
  it('goes out and in again without a difference, every demonstration item', () => {
    expect(readExchange(text)).toEqual({ items: all, findings: [] });
    expect(writeExchange(readExchange(text).items)).toBe(text);
  });
  it('says for every coded element by which scheme', () => {
    const { schemes } = JSON.parse(text) as { schemes: Record<string, string> };
    expect(schemes['item.project_type']).toBe('cn.projectType');
    expect(schemes['material.is_need']).toBe('gd.materialNeed');
  });
  it('takes what another platform changed in the elements', () => {
    const read = readExchange(changed(([first]) => Object.assign(first?.['elements'] ?? {}, { promise_day: 3 })));
    const [item] = read.items;
    expect(item !== undefined && !isGuideEntry(item) && item.limits.promised.count).toBe(3);
  });
  it('refuses a code its scheme does not have, a second item of the same id, and another format, in words', () => {
    const wrong = changed(([first]) => Object.assign(first?.['elements'] ?? {}, { task_type: '77' }));
    expect(readExchange(wrong).findings).toEqual([{ item: 1, id: '', field: 'task_type', value: '77' }]);
    const twice = changed((items) => items.push(items[0] ?? {}));
    expect(readExchange(twice).findings).toMatchObject([{ field: 'id' }]);
    expect(readExchange('{').findings).toMatchObject([{ item: 0, field: 'format' }]);
    expect(readExchange('[]').findings).toMatchObject([{ item: 0, field: 'format' }]);
  });
});
