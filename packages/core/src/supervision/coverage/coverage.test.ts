import { day, type Day } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import { calendarOf, shippedNotices } from '../../calendar/index.ts';
import { authorityId, personId, type Role } from '../../people/index.ts';
import type { CardActor } from '../index.ts';
import {
  allLedgerKinds,
  coverageRefusals,
  decideRow,
  evolveRow,
  HALL,
  keepsKind,
  ledgerDuty,
  openRow,
  owesLedger,
  parseMonth,
  rowActs,
  whyNotHandIn,
  type Month,
  type RowCommand,
  type RowState,
} from './index.ts';

const march = parseMonth('2026-03') as Month;

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
    const atUpload = ['ledger_of_hall', 'ledger_month_running', 'ledger_unreadable', 'ledger_faults', 'ledger_there'];
    const met = new Set([...atUpload, ...cases.map(([code]) => code)]);
    expect(Object.keys(coverageRefusals).filter((code) => !met.has(code))).toEqual([]);
  });
  test('a screen shows only what can be done', () => {
    expect(rowActs(openRow, contextOf({ by: head }))).toEqual(['proposeLaterEntry']);
    expect(rowActs(openRow, contextOf({ by: supervisor }))).toEqual(['explainRow', 'cardRow']);
    expect(rowActs(proposed, contextOf({ by: supervisor }))).toEqual(['approveLaterEntry', 'rejectLaterEntry']);
  });
});

describe('who keeps a ledger', () => {
  const windowHead = actor('luo', ['windowHead']);
  const clerk = actor('zhou', ['windowClerk'], 'zhujian');
  const chief = actor('zhao', ['chiefRepresentative'], 'zhujian');
  const own = { kind: 'fee', authority: 'zhujian' } as const;
  const ofHall = { kind: 'ticket', authority: HALL } as const;
  test.each([
    ['the head of the department', head, own, undefined],
    ['who represents it in the hall', chief, own, undefined],
    ['a clerk of the department', clerk, own, 'ledger_other_department'],
    ['a clerk who was named its owner', clerk, { ...own, owner: 'zhou' }, undefined],
    ['the representative, when somebody else was named', chief, { ...own, owner: 'zhou' }, 'ledger_other_department'],
    ['the head, whoever was named', head, { ...own, owner: 'zhou' }, undefined],
    ['the head of another department', actor('jiang', ['authorityHead'], 'shuili'), own, 'ledger_other_department'],
    ['the duty manager, of a department', manager, own, 'ledger_other_department'],
    ['the duty manager, of the hall', manager, ofHall, undefined],
    ['the window head, of the hall', windowHead, ofHall, undefined],
    ['the head of a department, of the hall', head, ofHall, 'ledger_of_hall'],
    ['a supervisor, of the hall', supervisor, ofHall, 'ledger_of_hall'],
  ] as const)('%s', (_name, who, ledger, code) => {
    expect(whyNotHandIn(who, ledger)?.code).toBe(code);
  });
  test('licences are owed every month by the head; the others once they are laid down', () => {
    expect(allLedgerKinds.filter((kind) => owesLedger(head, kind, undefined))).toEqual(['licence']);
    expect(owesLedger(head, 'fee', {})).toBe(true);
    expect(owesLedger(head, 'fee', { owner: 'zhou' })).toBe(false);
    expect(owesLedger(clerk, 'fee', { owner: 'zhou' })).toBe(true);
    expect(owesLedger(manager, 'ticket', {})).toBe(true);
  });
  test('the hall keeps tickets and nothing else, departments all but tickets', () => {
    expect(allLedgerKinds.filter((kind) => keepsKind(HALL, kind))).toEqual(['ticket']);
    expect(allLedgerKinds.filter((kind) => keepsKind('zhujian', kind))).toEqual(['licence', 'seal', 'fee']);
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
