import { describe, expect, test } from 'vitest';
import { day, type Result } from '@yimen/kernel';
import type { ServiceItem } from '@yimen/core/catalogue';
import { aCase, cast, commands, items, type GivenCase } from '@yimen/testkit/cases';
import { entriesOf, evolve, migrate, previewMigration, type MigrationEffect, type Migrating } from './index.ts';

const { completing } = commands;
const { licence, licenceWith } = items;
type Change = (item: ServiceItem) => Partial<ServiceItem>;

/** The item after a change of the list, in force since the first of March. */
const newer = (change: Change = () => ({})): ServiceItem => ({
  ...licence,
  effectiveFrom: day('2026-03-01'),
  ...change(licence),
  version: licence.version + 1,
});
const to = (given: GivenCase, item: ServiceItem): Migrating => ({ ...given.context(), from: given.item, to: item });
const effects = (given: GivenCase, change: Change): Result<readonly MigrationEffect[], { readonly code: string }> =>
  previewMigration(given.state, to(given, newer(change)));
const told = (given: GivenCase, change: Change): readonly string[] => {
  const previewed = effects(given, change);
  return previewed.ok ? previewed.value.map((one) => `${one.effect}：${one.words.zh}`) : [previewed.error.code];
};
const promised =
  (count: number): Change =>
  ({ limits }) => ({
    limits: { ...limits, promised: { ...limits.promised, count } },
  });
const material =
  (id: string): Change =>
  ({ materials }) => ({ materials: [...materials, items.aMaterial(id)] });
const ground = { reason: '压缩承诺时限', basis: '' };

describe('what a new version would do to an unfinished case', () => {
  test('a shorter promise is better and a longer one worse, by the days that fall due', () => {
    expect(told(aCase.accepted(), promised(5))).toEqual(['better：承诺办结时限由2026-03-16改为2026-03-09']);
    expect(told(aCase.accepted(), promised(15))).toEqual(['worse：承诺办结时限由2026-03-16改为2026-03-23']);
  });
  test('a material nobody asked for before is worse; one dropped is better while it may still be asked for', () => {
    expect(told(aCase.received(), material('survey'))).toEqual(['worse：须补交“survey材料”']);
    expect(told(aCase.received(), ({ materials }) => ({ materials: materials.slice(1) }))).toEqual([]);
  });
  test('a fee is worse, a fee that falls is better, and one whose condition is not met is neither', () => {
    const basis = { law: '示例条例', article: '第九条', rank: 'administrativeRegulation' } as const;
    const fee =
      (more: object): Change =>
      () => ({ fees: [{ name: '工本费', standard: '10元', basis, ...more }] });
    expect(told(aCase.accepted(), fee({}))).toEqual(['worse：增加收费“工本费 10元”']);
    expect(told(aCase.accepted(), fee({ condition: 'rented = yes' }))).toEqual([]);
  });
  test.each([
    ['住宅每件80元，其他每件550元', '住宅每件60元，其他每件550元', 'better'],
    ['住宅每件80元，其他每件550元', '住宅每件60元，其他每件600元', 'worse'],
    ['每件10元', '每平方米10元', 'worse'],
    ['每件10元', '每件10元', undefined],
  ])(
    'a fee of “%s” that becomes “%s” is %s: only figures, and none of them greater, is better',
    (was, is, expected) => {
      const basis = { law: '示例条例', article: '第九条', rank: 'administrativeRegulation' } as const;
      const given = aCase.accepted();
      const charging = (standard: string): Partial<ServiceItem> => ({ fees: [{ name: '登记费', standard, basis }] });
      const moving = {
        ...to(
          given,
          newer(() => charging(is)),
        ),
        from: { ...given.item, ...charging(was) },
      };
      const previewed = previewMigration(given.state, moving);
      expect(previewed.ok && previewed.value.map(({ effect }) => effect)).toEqual(
        expected === undefined ? [] : [expected],
      );
    },
  );
  test('steps are the authority’s own work: said, and neither', () => {
    const procedure: Change = () =>
      licenceWith({ examination: [items.examineStep, items.consultStep, items.approveStep] });
    expect(told(aCase.accepted(), procedure)).toEqual(['neutral：增加环节“征求消防意见”']);
  });
});

describe('a case keeps its version (信赖保护，行政许可法第八条)', () => {
  test.each<readonly [string, GivenCase, Change]>([
    ['version_not_in_force', aCase.accepted(), () => ({ effectiveFrom: day('2026-04-01') })],
    [
      'version_other_authority',
      aCase.accepted(),
      () => ({ authority: items.consultStep.authority ?? licence.authority }),
    ],
    ['version_decided', aCase.sealed(), promised(5)],
    ['version_decided', aCase.closed(), promised(5)],
    [
      'version_step_open',
      aCase.accepted(),
      () => licenceWith({ examination: [items.consultStep, items.examineStep, items.approveStep] }),
    ],
    ['version_step_open', aCase.accepted(), () => licenceWith({ examination: [items.approveStep] })],
  ])('%s', (code, given, change) => {
    expect(effects(given, change)).toMatchObject({ ok: false, error: { code } });
  });
  test('it does not go back to an older one', () => {
    const given = aCase.accepted();
    expect(previewMigration(given.state, to(given, licence))).toMatchObject({ error: { code: 'version_not_later' } });
  });
  test('nobody is made worse off without a law that demands it, named', () => {
    const given = aCase.accepted();
    const worse = to(given, newer(promised(15)));
    expect(migrate(given.state, worse, ground)).toMatchObject({
      error: { code: 'version_worse', article: '立法法第一百零四条、行政许可法第八条' },
    });
    expect(migrate(given.state, worse, { ...ground, basis: '某法第三条第二款' })).toMatchObject({
      value: [{ type: 'versionMoved', basis: '某法第三条第二款', effects: [{ effect: 'worse' }] }],
    });
  });
  test('and not without a reason', () => {
    const given = aCase.accepted();
    expect(migrate(given.state, to(given, newer(promised(5))), { reason: ' ', basis: '' })).toMatchObject({
      error: { code: 'version_reason_missing' },
    });
  });
});

describe('a case that is moved', () => {
  test('has one entry with all that changed for the applicant, and goes on under the new version', () => {
    const given = aCase.accepted();
    const made = migrate(given.state, to(given, newer(promised(5))), ground);
    if (!made.ok) throw new Error(made.error.words.en);
    expect(made.value).toEqual([
      {
        type: 'versionMoved',
        from: 3,
        to: 4,
        reason: '压缩承诺时限',
        effects: [{ words: '承诺办结时限由2026-03-16改为2026-03-09', effect: 'better' }],
      },
    ]);
    const { actor, now } = given.context();
    const moved = entriesOf(made.value, { actor, at: now }, given.entries.length).reduce(evolve, given.state);
    expect(moved).toMatchObject({ stage: 'examining', application: { itemVersion: 4 } });
  });
  test('opens a step the new procedure has beside the one that is open', () => {
    const given = aCase.accepted();
    const parallel = licenceWith({
      examination: [
        { kind: 'parallel', id: 'both', branches: [[items.examineStep], [items.consultStep]] },
        items.approveStep,
      ],
    });
    const made = migrate(
      given.state,
      to(
        given,
        newer(() => parallel),
      ),
      ground,
    );
    expect(made).toMatchObject({
      value: [{ type: 'versionMoved' }, { type: 'stepOpened', stepId: 'consult', round: 1 }],
    });
  });
  test('a step begun and completed before stays done', () => {
    const given = aCase.accepted().does(completing('examine')).by(cast.approver);
    expect(told(given, promised(5))).toHaveLength(1);
  });
});
