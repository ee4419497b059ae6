import { day } from '@yimen/kernel';
import { authorityId, jurisdiction } from '@yimen/core/people';
import { items } from '@yimen/testkit/cases';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adopt,
  checkItem,
  itemId,
  localDifferences,
  readImplementationCode,
  templateChanges,
  templateRole,
  toJson,
  upstreamProposal,
  type FeeLine,
  type LocalSeat,
  type ServiceItem,
} from '../index.ts';

const { licence, aMaterial } = items;
const seat: LocalSeat = {
  jurisdiction: jurisdiction('410523'),
  level: 'county',
  authority: authorityId('zhujian'),
  authorityName: '汤阴县住房和城乡建设局',
  creditCode: '11440100007483172Q',
  service: { windows: ['1'], address: '县政务大厅', hours: '8:30–17:00', phone: '0372-1', complaintPhone: '0372-2' },
  effectiveFrom: day('2026-03-01'),
};
const fee = (more: Partial<FeeLine> = {}): FeeLine => ({
  name: '工本费',
  standard: '10元',
  basis: { law: '示例条例', article: '第二十条', rank: 'administrativeRegulation' },
  ...more,
});
const template: ServiceItem = { ...licence, fees: [fee()] };
const county: ServiceItem = {
  ...adopt(template, seat),
  remedies: { reconsiderationBody: '汤阴县人民政府', court: '汤阴县人民法院' },
};

const promised = (item: ServiceItem, count: number): ServiceItem => ({
  ...item,
  limits: { ...item.limits, promised: { ...item.limits.promised, count } },
});
const first = (item: ServiceItem, more: Partial<ServiceItem['materials'][number]>): ServiceItem => ({
  ...item,
  materials: item.materials.map((one, at) => (at === 0 ? { ...one, ...more } : one)),
});
const barred = (item: ServiceItem): readonly (readonly [string, string])[] =>
  checkItem(item, undefined, template)
    .filter(({ rule }) => rule.startsWith('template_'))
    .map(({ rule, field }) => [rule, field]);

describe('a county adopts the template of its city', () => {
  test('all of it, with its own place, body and codes; who hears an appeal is asked for and never guessed', () => {
    const draft = adopt(template, seat);
    expect(draft).toMatchObject({ id: template.id, version: 1, level: 'county', service: seat.service });
    expect(draft).toMatchObject({ conditions: template.conditions, bases: template.bases, fees: template.fees });
    expect(readImplementationCode(draft.codes.implementation ?? '')).toMatchObject({
      level: 'county',
      basicCode: '440106043001',
    });
    expect(checkItem(draft, undefined, template).map(({ rule }) => rule)).toContain('remedies_missing');
  });
  test('and whose item it is is no difference', () => {
    expect(localDifferences(template, adopt(template, seat)).map(({ field }) => field.split('.')[0])).toEqual(
      expect.not.arrayContaining(['jurisdiction', 'level', 'codes', 'implementation']),
    );
    expect(barred(county)).toEqual([]);
  });
  test('window, address, telephone and remedies differ freely', () => {
    const local = localDifferences(template, county);
    expect(local.map(({ field }) => field)).toContain('service.phone');
    expect(local.filter(({ allowed }) => !allowed)).toEqual([]);
  });
});

describe('what a county may not make of it (优化营商环境条例 Art. 35)', () => {
  test('another name, condition, basis or statutory limit', () => {
    const statutory = { ...county.limits.statutory, count: 15 };
    expect(barred({ ...county, name: '另一许可' })).toEqual([['template_binding', 'name']]);
    expect(barred({ ...county, conditions: [...county.conditions, '本县户籍'] })).toEqual([
      ['template_binding', 'conditions.1'],
    ]);
    expect(barred({ ...county, limits: { ...county.limits, statutory } })).toEqual([
      ['template_binding', 'limits.statutory'],
    ]);
  });
  test('a promise longer than the city’s; a shorter one it may, and in the same unit only', () => {
    expect(barred(promised(county, 11))).toEqual([['template_tighter', 'limits.promised']]);
    expect(barred(promised(county, 8))).toEqual([]);
    const unit = { ...county.limits.promised, count: 9, unit: 'calendarDay' } as const;
    expect(barred({ ...county, limits: { ...county.limits, promised: unit } })).toEqual([
      ['template_tighter', 'limits.promised'],
    ]);
    const basis = { law: '汤阴县承诺', article: '第一条' };
    expect(barred({ ...county, limits: { ...county.limits, promised: { ...county.limits.promised, basis } } })).toEqual(
      [],
    );
  });
  test('more copies or an optional material demanded; fewer, or none at all, it may', () => {
    expect(barred(first(county, { copies: 2 }))).toEqual([['template_tighter', 'materials.0.copies']]);
    expect(barred(first(county, { necessity: 'acceptOnPromise' }))).toEqual([]);
    expect(barred({ ...county, materials: county.materials.slice(1) })).toEqual([]);
    expect(barred({ ...county, handling: 'instant' })).toEqual([]);
  });
  test('a material beside the template without a local basis of its own', () => {
    const added = (more: object): ServiceItem => ({
      ...county,
      materials: [...county.materials, aMaterial('x', more)],
    });
    expect(barred(added({}))).toEqual([['template_material', 'materials.4']]);
    expect(barred(added({ localBasis: ' ' }))).toEqual([['template_material', 'materials.4']]);
    expect(barred(added({ localBasis: '安阳市城市绿化条例第九条' }))).toEqual([]);
  });
  test('a fee the template has not, or on another basis; how much it is may be local', () => {
    expect(barred({ ...county, fees: [fee({ standard: '8元' })] })).toEqual([]);
    expect(barred({ ...county, fees: [] })).toEqual([]);
    expect(barred({ ...county, fees: [fee(), fee({ name: '加急费' })] })).toEqual([['template_fee', 'fees.1']]);
    const basis = { law: '县价格通知', article: '第一条', rank: 'normativeDocument' } as const;
    expect(barred({ ...county, fees: [fee({ basis })] })).toEqual([['template_fee', 'fees.0']]);
  });
  test('each is an error with an article and a mend', () => {
    const [found] = checkItem({ ...county, name: '另一许可' }, undefined, template).filter(
      ({ rule }) => rule === 'template_binding',
    );
    expect(found).toMatchObject({ severity: 'error', article: '优化营商环境条例第三十五条' });
    expect(found?.words.zh).toBe('全市统一的内容与上级模板不一致：事项名称由“示例许可”改为“另一许可”');
    expect(found?.mend.zh).toContain('恢复');
  });
});

describe('the table', () => {
  test('takes the longest row that fits, and what it does not name is binding', () => {
    expect(templateRole('implementation.service.online')).toBe('local');
    expect(templateRole('implementation.service.visits')).toBe('better');
    expect(templateRole('materials.lease.copies')).toBe('better');
    expect(templateRole('materials.lease')).toBe('marked');
    expect(templateRole('procedure.examination.examine.limitDays')).toBe('local');
    expect(templateRole('procedure.specialProcedures.0')).toBe('binding');
    expect(templateRole('quantityLimit')).toBe('binding');
  });
});

describe('a new version of the template', () => {
  const next: ServiceItem = first(promised({ ...template, version: 4, conditions: ['有固定场所', '有管理制度'] }, 9), {
    copies: 2,
  });
  const proposed = (item: ServiceItem, after = next) => upstreamProposal(template, after, item);

  test('is proposed with its difference in words', () => {
    expect(proposed(county).changes.map(({ words }) => words.zh)).toEqual([
      '受理条件增加：有管理制度',
      '“application材料”的材料份数由“1”改为“2”',
      '承诺办结时限由“10个工作日（自受理之日起）”改为“9个工作日（自受理之日起）”',
    ]);
  });
  test('comes into the county’s item, which keeps its window, its telephone and its shorter promise', () => {
    const { content, conflicts } = proposed(promised(county, 8));
    expect(conflicts).toEqual([]);
    expect(content).toMatchObject({
      conditions: next.conditions,
      service: seat.service,
      limits: { promised: { count: 8 } },
      materials: [{ copies: 2 }, {}, {}, {}],
    });
  });
  test('takes the place of a promise that it makes longer than the city’s own', () => {
    const much = promised(next, 7);
    expect(proposed(promised(county, 8), much).content).toMatchObject({ limits: { promised: { count: 7 } } });
  });
  test('keeps a material the county marked as its own, and says where both changed the same', () => {
    const own = { ...county, materials: [...county.materials, aMaterial('x', { localBasis: '条例第九条' })] };
    expect(proposed(own).content).toMatchObject({ materials: [{}, {}, {}, {}, { id: 'x' }] });
    const { conflicts } = proposed(first(county, { copies: 0 }));
    expect(conflicts).toMatchObject([{ field: 'materials.application.copies', mine: 0, theirs: 2 }]);
  });
  test('of the city’s telephone alone concerns nobody below; that the city suspends it does', () => {
    expect(templateChanges(template, { ...template, service: { ...template.service, phone: '1' } })).toEqual([]);
    expect(templateChanges(template, { ...template, availability: 'guideOnly' })).toHaveLength(1);
  });

  type Edit = (item: ServiceItem) => ServiceItem;
  const cityEdits: readonly Edit[] = [
    (item) => promised(item, 7),
    (item) => ({ ...item, name: '新名称' }),
    (item) => ({ ...item, conditions: [...item.conditions, '新条件'] }),
    (item) => first(item, { copies: 3, name: '新材料名' }),
    (item) => ({ ...item, materials: [...item.materials, aMaterial('new')] }),
    (item) => ({ ...item, materials: item.materials.slice(1) }),
    (item) => ({ ...item, fees: [fee({ standard: '5元' })] }),
    (item) => ({ ...item, handling: 'instant' }),
    (item) => ({ ...item, service: { ...item.service, phone: '9' } }),
  ];
  const countyEdits: readonly Edit[] = [
    (item) => promised(item, 8),
    (item) => ({ ...item, everydayWords: ['土话'] }),
    (item) => ({ ...item, materials: [...item.materials, aMaterial('own', { localBasis: '条例第九条' })] }),
    (item) => ({ ...item, materials: item.materials.map((one) => ({ ...one, necessity: 'optional' as const })) }),
    (item) => ({ ...item, service: { ...item.service, hours: '8:00' } }),
    (item) => ({ ...item, remedies: { reconsiderationBody: '县政府', court: '县法院' } }),
    (item) => ({ ...item, id: itemId(item.id) }),
  ];
  const applied = (item: ServiceItem, edits: readonly Edit[]): ServiceItem => edits.reduce((so, one) => one(so), item);

  test('without conflicts, whatever the city changed, leaves the county with nothing it may not have', () => {
    fc.assert(
      fc.property(fc.subarray([...cityEdits]), fc.subarray([...countyEdits]), (up, down) => {
        const [after, item] = [applied(template, up), applied(county, down)];
        const { content, conflicts } = upstreamProposal(template, after, item);
        const made = content as unknown as ServiceItem;
        const worse = localDifferences(after, made).filter(({ allowed }) => !allowed);
        if (conflicts.length === 0) expect(worse.map(({ words }) => words.zh)).toEqual([]);
        expect(made).toMatchObject({ jurisdiction: seat.jurisdiction, service: toJson(item.service) });
        const alike = upstreamProposal(template, template, item);
        expect(alike).toEqual({ changes: [], content: toJson(item), conflicts: [] });
      }),
      { numRuns: 30 },
    );
  }, 30_000);
});
