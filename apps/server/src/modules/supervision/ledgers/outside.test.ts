import { ActAnswer, CardView, CoverageView } from '@yimen/contract';
import { items } from '@yimen/demo';
import { monthOf } from '@yimen/core/supervision';
import { day } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cast, intake, proposed } from '../../../test/cases.ts';
import { commandId, intakeCommands, openHall, type TestHall } from '../../../test/hall.ts';
import { ledgersOf, problemOf } from '../../../test/ledgers.ts';
import { lookAtCards } from '../index.ts';
import { measureDepartment } from '../scores/measure.ts';

const permit = items.find(({ id }) => id === 'construction-permit')?.name ?? '';
const drainage = items.find(({ id }) => id === 'drainage-permit')?.name ?? '';
const registration = items.find(({ id }) => id === 'real-estate-registration')?.name ?? '';
const DUTY = '/desk/supervision/duty';

let hall: TestHall;
/** Two cases of the permit, received at the window on the second of March; the first was decided and issued. */
let first = '';
/** Two registrations received the same day; the first was accepted on the fourth. */
let accepted = '';
let received = '';

beforeAll(async () => {
  hall = await openHall();
  hall.at('2026-03-02');
  const one = await intake(hall);
  await proposed(hall, one.caseId);
  await act(hall, cast.chief, one.caseId, { type: 'sign', opinion: '同意' });
  await act(hall, cast.seal, one.caseId, { type: 'seal' });
  await act(hall, cast.seal, one.caseId, { type: 'issue', licenceNumber: '豫建-001' });
  await intake(hall);
  const registering = await receiveRegistration();
  const waiting = await receiveRegistration();
  hall.at('2026-03-04');
  await act(hall, 'lv.na', registering, { type: 'accept' });
  while ((await lookAtCards(hall.supervision)) > 0);
  first = await numberOf(one.caseId);
  accepted = await numberOf(registering);
  received = await numberOf(waiting);
  hall.at('2026-04-07');
});
afterAll(() => hall.close());

async function receiveRegistration(): Promise<string> {
  const commands = intakeCommands('real-estate-registration').slice(0, 2);
  const response = await hall.as('lv.na').post('/desk/cases', { commandId: commandId(), commands });
  expect(response.statusCode, response.body).toBe(201);
  return ActAnswer.parse(response.json()).caseId;
}

async function numberOf(caseId: string): Promise<string> {
  const { rows } = await sql<{
    number: string;
  }>`select number from supervision.watch where case_id = ${caseId}`.execute(hall.shell.db);
  return rows[0]?.number ?? '';
}

const month = '2026-03';
const fees = (person: string, authority = 'zhujian') => ({ person, authority, kind: 'fee', month });
const tickets = (person: string) => ({ person, authority: '@hall', kind: 'ticket', month });
const FEES = '票据号,事项,收费日期,金额,办件编号';
const TICKETS = '号票号,事项,取号时间,办理结果,办件编号';
const sheet = (header: string, ...lines: readonly string[]): string => [header, ...lines].join('\n');
const overview = async (person: string) =>
  CoverageView.parse((await hall.as(person).get(`/desk/supervision/coverage?month=${month}`)).json());
const line = async (person: string, kind: string, authority: string) =>
  (await overview(person)).lines.find((one) => one.kind === kind && one.authority === authority);

describe('receipts of a department', () => {
  const HANDED = sheet(
    FEES,
    `0001,${permit},2026-03-05,"1,234.50",NUMBER`,
    `0002,${permit},2026-03-05,80.05,`,
    `0003,${permit},2026-03-05,0.10,NUMBER`,
  );
  const handed = () => HANDED.replaceAll('NUMBER', first);
  test.each([
    ['no amount', `0001,${permit},2026-03-05,八十,`, /不是金额/],
    ['a third decimal', `0001,${permit},2026-03-05,80.005,`, /最多两位小数/],
    ['another department’s item', `0001,${registration},2026-03-05,80,`, /没有“不动产/],
  ] as const)('with %s are refused by their line', async (_name, row, words) => {
    const { faults } = await ledgersOf(hall).preview(fees(cast.head), sheet(FEES, row));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.words.zh).toMatch(words);
  });
  test('are kept by the department, never by the hall', async () => {
    const nobodys = { ...fees(cast.dutyManager), authority: '@hall' };
    expect((await ledgersOf(hall).open(nobodys)).statusCode).toBe(404);
    expect(await problemOf(ledgersOf(hall).handIn(nobodys, handed()))).toMatchObject({
      code: 'ledger_other_department',
    });
  });
  test('for an item whose list says it costs nothing are each a finding, with the list’s words and the articles', async () => {
    const done = await ledgersOf(hall).handIn(fees(cast.head), handed());
    expect(done.statusCode, done.body).toBe(200);
    const { rows, amounts, coverage } = await ledgersOf(hall).view(fees(cast.supervisor));
    expect(rows.map(({ standing, mismatch, amount }) => [standing, mismatch?.zh, amount])).toEqual([
      ['unexplained', '收费无依据', '1234.50'],
      ['unexplained', '收费无依据', '80.05'],
      ['unexplained', '收费无依据', '0.10'],
    ]);
    expect(rows[0]?.caseNumber).toBe(first);
    expect(rows[0]?.listed?.zh).toContain('载明不收费');
    expect(rows[0]?.listed?.zh).toContain('行政许可法第五十八条、第五十九条');
    expect(amounts).toEqual({ all: '1314.65', unexplained: '1314.65' });
    expect(coverage).toMatchObject({ rows: 3, covered: 0, ratio: 0 });
  });
  test('the exact sum is the database’s own', async () => {
    const { rows } = await sql<{ sum: string }>`select (sum(amount_fen) / 100.0)::numeric(12, 2)::text as sum
      from supervision.ledger_rows where kind = 'fee' and current`.execute(hall.shell.db);
    expect(rows[0]?.sum).toBe('1314.65');
  });
  test('the card for one cites the rule of fees and what the list said', async () => {
    const carded = await ledgersOf(hall).follow(fees(cast.supervisor), '0001', {
      type: 'cardRow',
      reason: '已退费待核',
    });
    expect(carded.statusCode, carded.body).toBe(200);
    const { cardId } = carded.json<{ cardId: string }>();
    const card = CardView.parse((await hall.as(cast.head).get(`/desk/supervision/cards/${cardId}`)).json());
    expect(card).toMatchObject({ rule: 'C02', level: 'red', caseNumber: '0001' });
    expect(card.basis.article).toContain('第五十八条');
    expect(card.working.map(({ zh }) => zh).join()).toContain('载明不收费');
  });
  test('where the list charges, a receipt names an accepted case, and no fee comes before acceptance', async () => {
    const own = fees('yan.zhen', 'ziran');
    const rows = [
      `z1,${registration},2026-03-04,80,${accepted}`,
      `z2,${registration},2026-03-03,80.00,${accepted}`,
      `z3,${registration},2026-03-04,550,${received}`,
      `z4,${registration},2026-03-04,80,`,
      `z5,${registration},2026-03-04,80,${first}`,
    ];
    const done = await ledgersOf(hall).handIn(own, sheet(FEES, ...rows));
    expect(done.statusCode, done.body).toBe(200);
    const shown = await ledgersOf(hall).view(own);
    expect(shown.rows.map(({ serial, mismatch }) => [serial, mismatch?.zh])).toEqual([
      ['z1', undefined],
      ['z2', '收费早于办件的受理日'],
      ['z3', '对应办件没有受理，即已收费'],
      ['z4', '票据没有写明办件编号'],
      ['z5', '对应办件属于其他部门'],
    ]);
    expect(shown.rows[0]?.listed?.zh).toContain('不动产登记费');
    expect(shown.amounts).toEqual({ all: '870.00', unexplained: '790.00' });
  });
});

describe('tickets of the queue machine', () => {
  const row = (at: string, item: string, outcome: string, number = '') =>
    `${at},${item},2026-03-02 09:0${at.slice(-1)},${outcome},${number}`;
  const march = () =>
    sheet(
      TICKETS,
      row('A001', permit, '办件', first),
      row('A002', permit, '办件'),
      row('A003', drainage, '办件'),
      row('A004', '', '咨询'),
      row('A005', permit, '过号'),
    );
  test('are a duty of the hall once it is laid down; its owner is an officer of the hall', async () => {
    expect(await line(cast.supervisor, 'ticket', '@hall')).toBeUndefined();
    expect(await ledgersOf(hall).view(tickets(cast.supervisor))).toMatchObject({ owed: false });
    const owner = { owner: cast.windowHead, dueDay: 5 };
    const named = (person: string) => ledgersOf(hall).layDown(tickets(cast.supervisor), { ...owner, owner: person });
    expect((await named(cast.head)).statusCode).toBe(422);
    expect((await named(cast.windowHead)).statusCode).toBe(204);
    expect(await line(cast.supervisor, 'ticket', '@hall')).toMatchObject({ state: 'awaited', name: '安阳市市民之家' });
    expect(await ledgersOf(hall).view(tickets(cast.windowHead))).toMatchObject({ owed: true, mayHandIn: true });
    expect((await hall.as(cast.windowHead).get(DUTY)).json()).toMatchObject({ ledgers: 1 });
  });
  test('are handed in by the hall alone', async () => {
    const refused = await problemOf(ledgersOf(hall).handIn(tickets(cast.head), march()));
    expect(refused).toMatchObject({ code: 'ledger_of_hall' });
    const stray = { ...tickets(cast.dutyManager), authority: 'zhujian' };
    expect((await ledgersOf(hall).open(stray)).statusCode).toBe(404);
    const done = await ledgersOf(hall).handIn(tickets(cast.windowHead), march());
    expect(done.statusCode, done.body).toBe(200);
  });
  test('a matter handled has a case of that day and item; questions and who did not come need none', async () => {
    const { rows, coverage } = await ledgersOf(hall).view(tickets(cast.supervisor));
    expect(rows.map(({ serial, standing }) => [serial, standing])).toEqual([
      ['2026-03-02 A001', 'covered'],
      ['2026-03-02 A002', 'covered'],
      ['2026-03-02 A003', 'unexplained'],
      ['2026-03-02 A004', 'exempt'],
      ['2026-03-02 A005', 'exempt'],
    ]);
    expect(coverage).toMatchObject({ rows: 5, exempt: 2, of: 3, covered: 2 });
  });
  test('cases received at the window without a ticket of that day are listed, whoever’s they are', async () => {
    const { notInLedger } = await ledgersOf(hall).view(tickets(cast.supervisor));
    const numbers = notInLedger.map(({ caseNumber }) => caseNumber);
    expect(numbers.toSorted()).toEqual([accepted, received].toSorted());
    const { rows } = await sql<{ number: string }>`select number from supervision.watch w where w.channel = 'window'
      and not exists (select from supervision.ledger_rows r where r.kind = 'ticket' and r.item_id = w.item_id
        and r.issued_on = w.received_on)`.execute(hall.shell.db);
    expect(rows.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted());
  });
  test('a head sees the tickets of the own department, and answers for them', async () => {
    const own = await ledgersOf(hall).view(tickets(cast.head));
    expect(own.rows).toHaveLength(4);
    expect(own.notInLedger).toEqual([]);
    expect((await ledgersOf(hall).view(tickets('yan.zhen'))).notInLedger).toHaveLength(2);
    expect(own.rows[2]?.acts).toEqual(['proposeLaterEntry']);
    const carded = await ledgersOf(hall).follow(tickets(cast.supervisor), '2026-03-02 A003', {
      type: 'cardRow',
      reason: '收了材料没有登记',
    });
    const card = await hall.as(cast.head).get(`/desk/supervision/cards/${carded.json<{ cardId: string }>().cardId}`);
    expect(card.json()).toMatchObject({ rule: 'O01', mine: true, caseId: 'ledger:@hall:ticket:2026-03' });
  });
});

describe('all kinds side by side', () => {
  test('each department by kind and over all; the sum is that of its ledgers', async () => {
    const { departments, kinds, total } = await overview(cast.supervisor);
    const own = departments.find(({ department }) => department === 'zhujian');
    const counts = own?.kinds.map(({ kind, authority, coverage }) => [
      kind,
      authority,
      coverage?.covered,
      coverage?.of,
    ]);
    expect(counts).toEqual([
      ['licence', 'zhujian', undefined, undefined],
      ['seal', 'zhujian', undefined, undefined],
      ['fee', 'zhujian', 0, 3],
      ['ticket', '@hall', 2, 3],
    ]);
    expect(own?.total).toMatchObject({ covered: 2, of: 6 });
    expect(total.of).toBe(kinds.reduce((sum, kind) => sum + kind.total.of, 0));
    expect(total).toMatchObject({ covered: 3, of: 11 });
  });
  test('each item of a department, too', async () => {
    const { items: lines } = await overview(cast.head);
    expect(lines.map(({ itemName, total }) => [itemName, total.covered, total.of])).toEqual([
      [permit, 2, 5],
      [drainage, 0, 1],
    ]);
  });
  test('the score of a department counts every kind', async () => {
    const asked = { jurisdiction: '410500', authority: 'zhujian', month: monthOf(day('2026-03-01')) };
    const measured = await hall.shell.db.transaction().execute((tx) => measureDepartment(tx, asked));
    expect(measured.coverage).toBe(2 / 6);
  });
});

describe('serials of certificates', () => {
  const licences = (person: string, authority = 'zhujian') => ({ person, authority, kind: 'licence', month });
  const LICENCES = '证照编号,事项,发证日期,办件编号';
  const handIn = async (person: string, authority: string, ...rows: readonly string[]) => {
    const done = await ledgersOf(hall).handIn(licences(person, authority), sheet(LICENCES, ...rows));
    expect(done.statusCode, done.body).toBe(200);
  };
  const water = items.find(({ authority }) => authority === 'shuili')?.name ?? '';

  test('left out of their sequence are told (缺号), but not what the record has of them', async () => {
    const serials = ['002', '003', '006', '007'];
    await handIn(cast.head, 'zhujian', ...serials.map((at) => `豫建-${at},${permit},2026-03-05,`));
    const { gaps, notInLedger } = await ledgersOf(hall).view(licences(cast.supervisor));
    expect(gaps).toEqual([{ first: '豫建-004', last: '豫建-005', count: 2 }]);
    expect(notInLedger.map(({ serial }) => serial)).toEqual(['豫建-001']);
  });
  test('listed by two departments are marked in both, with the other’s name and month', async () => {
    await handIn('jiang.tao', 'shuili', `豫建-003,${water},2026-03-06,`);
    const doubles = async (person: string, authority: string) =>
      (await ledgersOf(hall).view(licences(person, authority))).rows.flatMap(({ serial, doubled }) =>
        doubled === undefined ? [] : [[serial, doubled.department, doubled.month]],
      );
    expect(await doubles(cast.head, 'zhujian')).toEqual([['豫建-003', '安阳市水利局', month]]);
    expect(await doubles('jiang.tao', 'shuili')).toEqual([['豫建-003', '安阳市住房和城乡建设局', month]]);
  });
  test('that stand in another month are refused, naming it', async () => {
    const february = { ...licences(cast.head), month: '2026-02' };
    const { faults } = await ledgersOf(hall).preview(february, sheet(LICENCES, `豫建-003,${permit},2026-02-06,`));
    expect(faults.map(({ words }) => words.zh)).toEqual(['编号已在 2026-03 的台账中']);
  });
});
