import { day, type Day } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import { itemId } from '../../catalogue/index.ts';
import {
  allLedgerKinds,
  amountsOf,
  coverageTogether,
  inYuan,
  mismatches,
  parseYuan,
  reconcile,
  ruleOfMismatch,
  sideBySide,
  type CoveringCase,
  type LedgerKind,
  type LedgerRow,
  type OutputOnRecord,
  type RowState,
} from './index.ts';

const NUMBER = '202603020000018';
const row = (serial: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
  line: 2,
  serial,
  itemId: itemId('permit'),
  department: 'zhujian',
  issuedOn: day('2026-03-10'),
  caseNumbers: [],
  ...more,
});
const naming = (more: Partial<LedgerRow> = {}): LedgerRow => row('豫建-001', { caseNumbers: [NUMBER], ...more });
const onRecord = (more: Partial<CoveringCase> = {}): CoveringCase => ({
  caseId: 'one',
  caseNumber: NUMBER,
  itemId: 'permit',
  authority: 'zhujian',
  receivedOn: day('2026-03-10'),
  acceptedOn: day('2026-03-09'),
  decidedOn: day('2026-03-09'),
  serials: ['豫建-001'],
  ...more,
});
const without = (name: 'decidedOn' | 'acceptedOn' | 'receivedOn'): CoveringCase => {
  const { [name]: _left, ...rest } = onRecord();
  return rest;
};

interface Asked {
  readonly kind?: LedgerKind;
  readonly cases?: readonly CoveringCase[];
  readonly follow?: ReadonlyMap<string, RowState>;
  readonly outputs?: readonly OutputOnRecord[];
}
const reconciled = (
  rows: readonly LedgerRow[],
  { kind = 'licence', cases = [], follow = new Map(), outputs = [] }: Asked = {},
) => reconcile({ kind, rows, cases, follow, outputs });

describe('reconciling a ledger with the record', () => {
  test('a serial on record for a decided case of the item is covered', () => {
    const { rows } = reconciled([row('豫建-001')], { cases: [onRecord()] });
    expect(rows[0]).toMatchObject({ standing: 'covered', caseId: 'one' });
  });
  const failing: readonly (readonly [keyof typeof mismatches, LedgerKind, LedgerRow, readonly CoveringCase[]])[] = [
    ['no_case', 'licence', naming(), []],
    ['other_department', 'licence', naming(), [onRecord({ authority: 'shuili' })]],
    ['other_item', 'licence', naming(), [onRecord({ itemId: 'drain' })]],
    ['other_serial', 'licence', naming(), [onRecord({ serials: ['豫建-777'] })]],
    ['not_decided', 'licence', naming(), [without('decidedOn')]],
    ['before_decision', 'licence', naming(), [onRecord({ decidedOn: day('2026-03-11') })]],
    ['other_serial', 'seal', naming(), [onRecord({ serials: ['豫建-777'] })]],
    ['number_missing', 'fee', row('0001'), [onRecord()]],
    ['not_accepted', 'fee', naming(), [without('acceptedOn')]],
    ['before_acceptance', 'fee', naming(), [onRecord({ acceptedOn: day('2026-03-11') })]],
    ['fee_unfounded', 'fee', naming({ listed: { version: 1, licence: true, fees: [] } }), [onRecord()]],
    ['other_day', 'ticket', naming(), [onRecord({ receivedOn: day('2026-03-11') })]],
    ['other_item', 'ticket', naming(), [onRecord({ itemId: 'drain' })]],
  ];
  test.each(failing)('%s leaves a row of kind %s unexplained', (mismatch, kind, one, cases) => {
    expect(reconciled([one], { kind, cases }).rows[0]).toMatchObject({ standing: 'unexplained', mismatch });
  });
  test('every way of not agreeing has a case above', () => {
    const met = new Set(failing.map(([mismatch]) => mismatch));
    expect(Object.keys(mismatches).filter((one) => !met.has(one as keyof typeof mismatches))).toEqual([]);
  });
  test('a seal may be used before the decision: on the acceptance notice', () => {
    const cases = [onRecord({ decidedOn: day('2026-03-20') })];
    expect(reconciled([row('豫建-001')], { kind: 'seal', cases }).total.covered).toBe(1);
  });
  test('coverage counts rows with a case and those entered later over what should have one', () => {
    const follow = new Map<string, RowState>([
      ['b', { at: 'laterEntered' }],
      ['c', { at: 'explained' }],
      ['d', { at: 'carded' }],
      ['f', { at: 'laterProposed' }],
    ]);
    const rows = ['豫建-001', 'b', 'c', 'd', 'e', 'f'].map((serial) => row(serial));
    expect(reconciled(rows, { cases: [onRecord()], follow }).total).toEqual({
      rows: 6,
      covered: 1,
      laterEntry: 1,
      explained: 1,
      carded: 1,
      unexplained: 2,
      exempt: 0,
      of: 5,
      ratio: 2 / 5,
    });
  });
  test('an empty ledger has no ratio, and what the record issued is missing from it', () => {
    const outputs = [
      { serial: '豫建-001', caseId: 'one', caseNumber: NUMBER, itemId: 'permit', on: day('2026-03-10') },
    ];
    expect(reconciled([], { outputs })).toMatchObject({ total: { ratio: null }, notInLedger: outputs });
    expect(reconciled([row('豫建-001')], { outputs }).notInLedger).toEqual([]);
  });
});

describe('a fee', () => {
  const charges = { version: 1, licence: false, fees: [{ name: '费', standard: '80元', law: '法', article: '一' }] };
  test('is covered by an accepted case of the item that the receipt names, from the day of acceptance on', () => {
    const paid = naming({ listed: charges, issuedOn: day('2026-03-09') });
    expect(reconciled([paid], { kind: 'fee', cases: [onRecord()] }).total.covered).toBe(1);
  });
  test('for an item that charges nothing is a finding of its own, though the case is there', () => {
    const [found] = reconciled([naming({ listed: { ...charges, fees: [] } })], {
      kind: 'fee',
      cases: [onRecord()],
    }).rows;
    expect(found).toMatchObject({ standing: 'unexplained', mismatch: 'fee_unfounded', caseId: 'one' });
    expect(ruleOfMismatch(found?.mismatch)).toBe('C02');
    expect(ruleOfMismatch('before_acceptance')).toBe('O01');
  });
  test('sums are exact: ten times ten 分 are one yuan', () => {
    const amount = parseYuan('0.10');
    const rows = Array.from({ length: 10 }, (_, at) =>
      row(String(at), { ...(amount !== undefined && { amount }), ...(at === 0 && { caseNumbers: [NUMBER] }) }),
    );
    const sums = amountsOf(reconciled(rows, { kind: 'fee', cases: [onRecord()] }).rows);
    expect([sums?.all, sums?.unexplained].map((sum) => sum !== undefined && inYuan(sum))).toEqual(['1.00', '0.90']);
    expect(amountsOf(reconciled([row('a')]).rows)).toBeUndefined();
  });
});

describe('queue tickets', () => {
  const visit = (caseNumber: string, on: Day = day('2026-03-10'), item = 'permit'): OutputOnRecord => ({
    caseId: `case ${caseNumber}`,
    caseNumber,
    itemId: item,
    on,
  });
  const ticket = (serial: string, more: Partial<LedgerRow> = {}) => row(serial, { outcome: '办件', ...more });
  const held = (rows: readonly LedgerRow[], outputs: readonly OutputOnRecord[], cases: readonly CoveringCase[] = []) =>
    reconciled(rows, { kind: 'ticket', outputs, cases });

  test('a question and who did not come need no case', () => {
    const { itemId: _none, ...question } = ticket('A002', { outcome: '咨询' });
    const { total } = held([ticket('A001', { outcome: '过号' }), question], []);
    expect(total).toMatchObject({ rows: 2, exempt: 2, of: 0, ratio: null });
  });
  test('what was handled without a case of that day and item is received outside the record (收而不受)', () => {
    const tickets = [ticket('A001'), ticket('A002'), ticket('A003')];
    const found = held(tickets, [visit('1'), visit('2', day('2026-03-11')), visit('3', day('2026-03-10'), 'drain')]);
    expect(found.rows.map(({ standing }) => standing)).toEqual(['covered', 'unexplained', 'unexplained']);
  });
  test('a case received at the window without a ticket of that day is told the other way round (F12)', () => {
    const found = held([ticket('A001')], [visit('1'), visit('2')]);
    expect(found.notInLedger.map(({ caseNumber }) => caseNumber)).toEqual(['2']);
  });
  test('a case a ticket names is not given to another ticket', () => {
    const visits = [visit(NUMBER)];
    const named = ticket('A002', { caseNumbers: [NUMBER] });
    const found = held([ticket('A001'), named], visits, [onRecord({ serials: [] })]);
    expect(found.rows.map(({ standing }) => standing)).toEqual(['unexplained', 'covered']);
    expect(found.notInLedger).toEqual([]);
  });
  test('one ticket may stand for several cases handed in together', () => {
    const cases = [onRecord({ serials: [] }), onRecord({ caseNumber: '2', serials: [] })];
    const both = ticket('A001', { caseNumbers: [NUMBER, '2'] });
    expect(held([both], [visit(NUMBER), visit('2')], cases).notInLedger).toEqual([]);
  });
  test('a number that is no case’s is not made up for by counting', () => {
    const wrong = ticket('A001', { caseNumbers: ['999'] });
    expect(held([wrong], [visit('1')]).rows[0]).toMatchObject({ standing: 'unexplained', mismatch: 'no_case' });
  });
});

describe('the kinds side by side', () => {
  const licences = reconciled([row('豫建-001'), row('b')], { cases: [onRecord()] }).rows;
  const fees = reconciled([naming({ itemId: itemId('drain') })], { kind: 'fee' }).rows;
  const tickets = reconciled([row('A001', { department: 'shuili', itemId: itemId('water'), outcome: '办件' })], {
    kind: 'ticket',
  }).rows;
  const ledgers = [
    { kind: 'licence', rows: licences },
    { kind: 'fee', rows: fees },
    { kind: 'ticket', rows: tickets },
  ] as const;

  test('each department has its ratio in each kind that has rows of it, and one over all', () => {
    const found = sideBySide(ledgers, ({ row: { department } }) => department);
    expect(found.map(({ key, kinds, total }) => [key, [...kinds.keys()], total.covered, total.of])).toEqual([
      ['zhujian', ['licence', 'fee'], 1, 3],
      ['shuili', ['ticket'], 0, 1],
    ]);
  });
  test('so has each item; counts add up to those of the ledgers', () => {
    const found = sideBySide(ledgers, ({ row: { itemId: item } }) => item);
    expect(found.map(({ key }) => key)).toEqual(['permit', 'drain', 'water']);
    expect(coverageTogether(found.map(({ total }) => total))).toMatchObject({
      rows: 4,
      covered: 1,
      of: 4,
      ratio: 1 / 4,
    });
  });
  test('there are four kinds', () => {
    expect(allLedgerKinds).toEqual(['licence', 'seal', 'fee', 'ticket']);
  });
});
