import { day, type Day } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import { calendarOf, shippedNotices } from '../../calendar/index.ts';
import { itemId } from '../../catalogue/index.ts';
import { authorityId, personId, type Role } from '../../people/index.ts';
import type { CardActor } from '../index.ts';
import {
  coverageRefusals,
  decideRow,
  evolveRow,
  ledgerDuty,
  openRow,
  parseMonth,
  readLedger,
  reconcile,
  rowActs,
  type CoveringCase,
  type LedgerLine,
  type LedgerRow,
  type Month,
  type RowCommand,
  type RowState,
} from './index.ts';

const march = parseMonth('2026-03') as Month;
const items = new Map([
  ['施工许可', 'permit'],
  ['permit', 'permit'],
  ['排水许可', 'drain'],
]);

function line(at: number, serial: string, item = '施工许可', issuedOn = '2026-03-10'): LedgerLine {
  return { line: at, cells: { serial, item, issuedOn, caseNumber: '' } };
}
const around = { month: march, items, elsewhere: new Map([['豫建-009', '2026-02']]), standing: [] };

describe('a ledger is taken whole or not at all', () => {
  test('rows are read with their item and day', () => {
    expect(readLedger([line(2, '豫建-001', 'permit')], around)).toEqual({
      rows: [{ line: 2, serial: '豫建-001', itemId: 'permit', issuedOn: '2026-03-10' }],
      faults: [],
    });
  });
  test.each([
    ['serial_missing', [line(2, '')]],
    ['serial_long', [line(2, '长'.repeat(61))]],
    ['serial_twice', [line(2, '豫建-001'), line(3, '豫建-001')]],
    ['serial_elsewhere', [line(2, '豫建-009')]],
    ['item_missing', [line(2, '豫建-001', '')]],
    ['item_unknown', [line(2, '豫建-001', '养犬许可')]],
    ['day_wrong', [line(2, '豫建-001', 'permit', '2026-02-30')]],
    ['day_other_month', [line(2, '豫建-001', 'permit', '2026-04-01')]],
  ] as const)('%s is told with its line', (code, lines) => {
    const { faults } = readLedger(lines, around);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(faults[0]?.line).toBe(lines.at(-1)?.line);
  });
  test('a correction may not drop a row nobody has explained', () => {
    const { faults } = readLedger([line(2, '豫建-001')], { ...around, standing: ['豫建-001', '豫建-002'] });
    expect(faults.map(({ code, words }) => [code, words.zh])).toEqual([
      ['row_dropped', '更正后的台账缺少原有编号 豫建-002：尚未说明的行不能删去'],
    ]);
  });
});

const row = (serial: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
  line: 2,
  serial,
  itemId: itemId('permit'),
  issuedOn: day('2026-03-10'),
  ...more,
});
const onRecord = (more: Partial<CoveringCase> = {}): CoveringCase => ({
  caseId: 'one',
  caseNumber: '202603020000018',
  itemId: 'permit',
  authority: 'zhujian',
  decidedOn: day('2026-03-09'),
  serials: ['豫建-001'],
  ...more,
});
const reconciled = (rows: readonly LedgerRow[], cases: readonly CoveringCase[], follow = new Map<string, RowState>()) =>
  reconcile({ kind: 'licence', authority: 'zhujian', rows, cases, follow, outputs: [] });

describe('reconciling a ledger with the record', () => {
  test('a serial on record for a decided case of the item is covered', () => {
    expect(reconciled([row('豫建-001')], [onRecord()]).rows[0]).toMatchObject({ standing: 'covered', caseId: 'one' });
  });
  test.each([
    ['no_case', []],
    ['other_department', [onRecord({ authority: 'shuili' })]],
    ['other_item', [onRecord({ itemId: 'drain' })]],
    ['other_serial', [onRecord({ serials: ['豫建-777'] })]],
    ['not_decided', [{ ...onRecord(), decidedOn: undefined } as unknown as CoveringCase]],
    ['before_decision', [onRecord({ decidedOn: day('2026-03-11') })]],
  ] as const)('%s leaves the row unexplained', (mismatch, cases) => {
    const asked = [row('豫建-001', { caseNumber: '202603020000018' })];
    expect(reconciled(asked, cases).rows[0]).toMatchObject({ standing: 'unexplained', mismatch });
  });
  test('a seal may be used before the decision: on the acceptance notice', () => {
    const cases = [onRecord({ decidedOn: day('2026-03-20') })];
    const asked = { kind: 'seal', authority: 'zhujian', rows: [row('豫建-001')], cases, outputs: [] } as const;
    expect(reconcile({ ...asked, follow: new Map() }).total.covered).toBe(1);
  });
  test('coverage counts rows with a case and those entered later over what should have one', () => {
    const follow = new Map<string, RowState>([
      ['b', { at: 'laterEntered' }],
      ['c', { at: 'explained' }],
      ['d', { at: 'carded' }],
      ['f', { at: 'laterProposed' }],
    ]);
    const rows = ['豫建-001', 'b', 'c', 'd', 'e', 'f'].map((serial) => row(serial));
    expect(reconciled(rows, [onRecord()], follow).total).toEqual({
      rows: 6,
      covered: 1,
      laterEntry: 1,
      explained: 1,
      carded: 1,
      unexplained: 2,
      of: 5,
      ratio: 2 / 5,
    });
  });
  test('an empty ledger has no ratio, and what the record issued is missing from it', () => {
    const outputs = [{ serial: '豫建-001', caseNumber: '202603020000018', itemId: 'permit' }];
    const asked = { kind: 'licence', authority: 'zhujian', rows: [], cases: [], follow: new Map() } as const;
    expect(reconcile({ ...asked, outputs })).toMatchObject({ total: { ratio: null }, notInLedger: outputs });
  });
});

function actor(person: string, roles: readonly Role[], ...authorities: readonly string[]): CardActor {
  return { person: personId(person), name: person, roles, authorities: authorities.map(authorityId) };
}
const head = actor('gao', ['authorityHead'], 'zhujian');
const supervisor = actor('yu', ['supervisor']);
const manager = actor('peng', ['dutyManager']);

interface By {
  readonly by: CardActor;
  readonly covered?: boolean;
  readonly importedBy?: string;
}
const contextOf = ({ by, covered = false, importedBy = 'gao' }: By) => ({
  today: day('2026-04-07'),
  actor: by,
  authority: 'zhujian',
  importedBy,
  issuedOn: day('2026-03-10'),
  covered,
});
const refusedAs = (state: RowState, command: RowCommand, by: By): string | undefined => {
  const decided = decideRow(state, command, contextOf(by));
  return decided.ok ? undefined : decided.error.code;
};
function done(state: RowState, command: RowCommand, by: By): RowState {
  const decided = decideRow(state, command, contextOf(by));
  if (!decided.ok) throw new Error(decided.error.code);
  return evolveRow(state, decided.value);
}

const explain: RowCommand = { type: 'explainRow', reason: '空白证作废', record: '销毁登记第3号' };
const card: RowCommand = { type: 'cardRow', reason: '没有任何申请材料' };
const later: RowCommand = {
  type: 'proposeLaterEntry',
  receivedOn: day('2026-03-02'),
  decidedOn: day('2026-03-09'),
  reason: '窗口停电，手工受理',
};
const approve: RowCommand = { type: 'approveLaterEntry', opinion: '停电登记属实' };
const reject: RowCommand = { type: 'rejectLaterEntry', reason: '没有纸质材料' };
const proposed = done(openRow, later, { by: head });

describe('following up a row', () => {
  test('it is explained on record, carded, or entered later with another’s approval', () => {
    expect(done(openRow, explain, { by: supervisor }).at).toBe('explained');
    expect(done(openRow, card, { by: manager }).at).toBe('carded');
    expect(done(proposed, approve, { by: supervisor })).toMatchObject({
      at: 'laterEntered',
      reason: '窗口停电，手工受理',
    });
    expect(done(proposed, reject, { by: supervisor }).at).toBe('open');
  });
  const both = actor('wu', ['supervisor'], 'zhujian');
  const cases: readonly (readonly [string, RowState, RowCommand, By])[] = [
    ['row_not_overseer', openRow, explain, { by: head }],
    ['row_own_ledger', openRow, card, { by: supervisor, importedBy: 'yu' }],
    ['row_covered', openRow, explain, { by: supervisor, covered: true }],
    ['row_followed', proposed, card, { by: supervisor }],
    ['coverage_reason_missing', openRow, { ...card, reason: ' ' }, { by: supervisor }],
    ['coverage_record_missing', openRow, { ...explain, record: '' }, { by: supervisor }],
    ['ledger_other_department', openRow, later, { by: supervisor }],
    ['later_entry_dates', openRow, { ...later, decidedOn: day('2026-03-01') }, { by: head }],
    ['later_entry_own', done(openRow, later, { by: both }), approve, { by: both }],
    ['row_no_later_entry', openRow, approve, { by: supervisor }],
  ];
  test.each(cases)('%s', (code, state, command, by) => {
    expect(refusedAs(state, command, by)).toBe(code);
  });
  test('every refusal of an act has a case; the others are told by the upload', () => {
    const atUpload = ['ledger_month_running', 'ledger_unreadable', 'ledger_faults', 'ledger_there'];
    const met = new Set([...atUpload, ...cases.map(([code]) => code)]);
    expect(Object.keys(coverageRefusals).filter((code) => !met.has(code))).toEqual([]);
  });
  test('a screen shows only what can be done', () => {
    expect(rowActs(openRow, contextOf({ by: head }))).toEqual(['proposeLaterEntry']);
    expect(rowActs(openRow, contextOf({ by: supervisor }))).toEqual(['explainRow', 'cardRow']);
    expect(rowActs(proposed, contextOf({ by: supervisor }))).toEqual(['approveLaterEntry', 'rejectLaterEntry']);
  });
});

describe('the monthly duty', () => {
  const calendar = calendarOf(shippedNotices);
  const state = (today: string, importedOn?: Day) =>
    ledgerDuty(march, { today: day(today), dueDay: 5, importedOn }, calendar).state;
  test('is due on the fifth working day of the next month, Qingming left out', () => {
    expect(ledgerDuty(march, { today: day('2026-04-01'), dueDay: 5 }, calendar).dueOn).toBe('2026-04-08');
    expect(['2026-03-31', '2026-04-01', '2026-04-08', '2026-04-09'].map((today) => state(today))).toEqual([
      'running',
      'awaited',
      'awaited',
      'overdue',
    ]);
  });
  test('is done in time or late', () => {
    expect(state('2026-05-01', day('2026-04-08'))).toBe('delivered');
    expect(state('2026-05-01', day('2026-04-09'))).toBe('deliveredLate');
  });
});
