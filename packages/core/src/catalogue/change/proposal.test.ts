import { authorityId } from '@yimen/core/people';
import { items, revisedLine, waterBureau, waterSeat } from '@yimen/testkit/cases';
import { describe, expect, test } from 'vitest';
import { itemId, type ServiceItem } from '../index.ts';
import {
  beyondCorrection,
  changeKinds,
  changeTriggers,
  checkProposal,
  touchesFee,
  type ChangeKind,
  type ChangeLine,
  type ChangeProposal,
} from './index.ts';

const housing = authorityId('zhujian');
const line = (id: string, act: ChangeLine['act'], more: Partial<ChangeLine> = {}): ChangeLine => ({
  ...revisedLine,
  itemId: itemId(id),
  name: id,
  act,
  ...more,
});
const created = (id: string): ChangeLine => ({
  itemId: itemId(id),
  name: id,
  act: 'create',
  base: 0,
  to: waterSeat,
  touchesFee: false,
});
const proposal: ChangeProposal = {
  kind: 'change',
  trigger: 'lawAmended',
  basis: { title: '取水许可和水资源费征收管理条例', place: '第十九条' },
  reason: '压缩承诺时限',
  lines: [revisedLine],
};

describe('调整类型: what each kind may be about', () => {
  const refused = (more: Partial<ChangeProposal>): string | undefined =>
    checkProposal({ ...proposal, ...more }, [waterBureau])?.code;
  test.each<readonly [ChangeKind, readonly ChangeLine[], string | undefined]>([
    ['add', [created('new')], undefined],
    ['add', [revisedLine], 'change_line_act'],
    ['change', [line('a', 'revise', { to: { ...waterSeat, level: 'county' } })], 'change_is_transfer'],
    ['split', [line('a', 'end'), created('b'), created('c')], undefined],
    ['split', [line('a', 'revise'), created('b')], undefined],
    ['split', [line('a', 'end'), created('b')], 'change_line_count'],
    ['merge', [line('a', 'end'), line('b', 'end'), created('c')], undefined],
    ['merge', [line('a', 'end'), line('b', 'revise')], undefined],
    ['merge', [line('a', 'end'), created('c')], 'change_line_count'],
    ['handDown', [line('a', 'revise', { to: { authority: housing, level: 'county' } })], undefined],
    ['handDown', [line('a', 'revise')], 'change_not_lower'],
    ['handDown', [line('a', 'end')], 'change_receiver_missing'],
    ['transferOut', [line('a', 'revise', { to: { ...waterSeat, authority: housing } })], undefined],
    ['transferOut', [line('a', 'revise')], 'change_stays'],
    ['transferIn', [line('a', 'revise', { from: { ...waterSeat, authority: housing } })], undefined],
    ['transferIn', [line('a', 'revise', { to: { ...waterSeat, authority: housing } })], 'change_not_own'],
    ['suspend', [line('a', 'suspend')], undefined],
    ['abolish', [line('a', 'end')], undefined],
    ['abolish', [line('a', 'end', { from: { ...waterSeat, authority: housing } })], 'change_not_own'],
    ['abolish', [line('a', 'end'), line('a', 'end')], 'change_item_twice'],
    ['abolish', [], 'change_line_count'],
  ])('%s %o', (kind, lines, code) => {
    const trigger = kind === 'suspend' || kind === 'abolish' ? 'lawRepealed' : 'lawMade';
    expect(refused({ kind, trigger, lines })).toBe(code);
  });
  test('a new item needs the law: a document below it brings nothing new about (Art. 14–17)', () => {
    for (const trigger of ['superior', 'functions', 'pilot', 'service', 'lawRepealed'] as const)
      expect(refused({ kind: 'add', trigger, lines: [created('new')] })).toBe('change_trigger');
    expect(refused({ basis: { title: '条例', place: '' } })).toBe('change_basis_missing');
    expect(refused({ reason: '' })).toBe('change_reason_missing');
  });
  test('every kind has a trigger, and every trigger a kind', () => {
    const named = new Set(Object.values(changeTriggers).flatMap(({ kinds }) => kinds));
    expect([...named].toSorted()).toEqual(Object.keys(changeKinds).toSorted());
  });
});

describe('更正: what one editor may put right alone', () => {
  const { licence } = items;
  const beyond = (more: Partial<ServiceItem>): readonly string[] =>
    beyondCorrection(licence, { ...licence, ...more }).map(({ field }) => field);
  test('the telephone, the hours, the words it is found by, and how a text is set', () => {
    expect(beyond({ service: { ...licence.service, phone: '0372-0000999', hours: '9:00—17:00' } })).toEqual([]);
    expect(beyond({ everydayWords: ['打井'] })).toEqual([]);
    expect(beyond({ name: ` ${licence.name} ` })).toEqual([]);
  });
  test('no element of the list: limits, materials, fees, conditions, the name', () => {
    const promised = { ...licence.limits.promised, count: 5 };
    expect(beyond({ limits: { ...licence.limits, promised } })).toEqual(['limits.promised']);
    expect(beyond({ name: `${licence.name}等` })).toEqual(['name']);
    expect(beyond({ conditions: [] }).every((field) => field.startsWith('conditions'))).toBe(true);
    expect(beyond({ materials: [] }).length).toBeGreaterThan(0);
    expect(beyond({ quantityLimit: '每年10件' })).toEqual(['quantityLimit']);
  });
  test('a decimal point is a figure and no mark', () => {
    const change = { ...licence, quantityLimit: '1.5' };
    expect(beyondCorrection(change, { ...change, quantityLimit: '15' })).toHaveLength(1);
  });
  test('a fee is touched where it comes, goes or changes, by the difference', () => {
    const basis = licence.bases[0];
    if (basis === undefined) throw new Error('the licence has a basis');
    const paid = { ...licence, fees: [{ name: '工本费', standard: '10元', basis }] };
    expect(touchesFee(licence, { ...licence, name: '别名' })).toBe(false);
    expect([touchesFee(licence, paid), touchesFee(paid, licence), touchesFee(paid, undefined)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
