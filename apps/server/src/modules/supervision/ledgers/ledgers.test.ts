import { CoverageView, FiguresAnswer } from '@yimen/contract';
import { items } from '@yimen/demo';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, cast, intake, proposed } from '../../../test/cases.ts';
import { openHall, type TestHall } from '../../../test/hall.ts';
import { ledgersOf, problemOf } from '../../../test/ledgers.ts';
import { lookAtCards } from '../index.ts';

let hall: TestHall;
let caseNumber = '';
const permit = items.find(({ id }) => id === 'construction-permit')?.name ?? '';

beforeAll(async () => {
  hall = await openHall();
  hall.at('2026-03-02');
  const { caseId } = await intake(hall);
  await proposed(hall, caseId);
  await act(hall, cast.chief, caseId, { type: 'sign', opinion: '同意' });
  await act(hall, cast.seal, caseId, { type: 'seal' });
  await act(hall, cast.seal, caseId, { type: 'issue', licenceNumber: '豫建-001' });
  await hall.makePapers(caseId);
  await look();
  const { rows } = await sql<{ number: string }>`select number from supervision.watch`.execute(hall.shell.db);
  caseNumber = rows[0]?.number ?? '';
  hall.at('2026-04-07');
});
afterAll(() => hall.close());

async function look(): Promise<void> {
  while ((await lookAtCards(hall.supervision)) > 0);
}

const march = { authority: 'zhujian', kind: 'licence', month: '2026-03' };
const by = (person: string, kind = 'licence', month = '2026-03') => ({ ...march, person, kind, month });
const preview = (bytes: Uint8Array | string) => ledgersOf(hall).preview(by(cast.head), bytes);
const handIn = (bytes: Uint8Array | string, reason = '') => ledgersOf(hall).handIn(by(cast.head), bytes, reason);
const view = (person: string) => ledgersOf(hall).view(by(person));

const HEADER = '证照编号,事项,发证日期,办件编号';
const sheet = (...lines: readonly string[]): string => [HEADER, ...lines].join('\n');
const MARCH = sheet(
  `豫建-001,${permit},2026-03-05,`,
  `豫建-002,${permit},2026-03-09,`,
  `豫建-003,${permit},2026-03-10,`,
  `豫建-004,${permit},2026-03-11,`,
);

const rowOf = async (serial: string, person: string = cast.supervisor) =>
  (await view(person)).rows.find((row) => row.serial === serial);
const acting = (person: string, serial: string, command: object) => ledgersOf(hall).follow(by(person), serial, command);

async function workbook(name: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(name);
  page.addRow(HEADER.split(','));
  page.addRow(['豫建-001', permit, new Date('2026-03-05'), '']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('nothing leaves the hall without a case', () => {
  test('a paper’s number and a licence’s serial stand in the ledger under their case', async () => {
    const { rows } = await sql<{
      kind: string;
      case_id: string | null;
    }>`select kind, case_id from supervision.outputs`.execute(hall.shell.db);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['licence', 'document']));
    const { rows: stray } = await sql<{ n: number }>`select count(*)::int as n from supervision.outputs o
      where not exists (select from ledger.heads h where h.jurisdiction = o.jurisdiction and h.stream = 'case:' || o.case_id)`.execute(
      hall.shell.db,
    );
    expect(stray[0]?.n).toBe(0);
  });
  test('the database itself refuses a paper, numbered or sealed, that is of no case', async () => {
    const stray =
      sql`insert into documents.papers (jurisdiction, paper_id, revision, kind, ordinal, requested_at, state, number)
      values ('410500', 'p', 1, 'licence', 1, now(), 'numbered', '安住建许准字〔2026〕99号')`.execute(hall.shell.db);
    await expect(stray).rejects.toThrow(/case_id/);
  });
});

describe('a ledger is handed in whole or not at all', () => {
  test.each([
    ['a serial twice', sheet(`豫建-001,${permit},2026-03-05,`, `豫建-001,${permit},2026-03-06,`), 3, /与第 2 行重复/],
    ['another month', sheet(`豫建-001,${permit},2026-04-01,`), 2, /不在本月/],
    ['another department’s item', sheet('豫水-001,取水许可,2026-03-05,'), 2, /没有“取水许可”/],
    ['a column missing', '编号,事项\n1,2', 1, /缺少列：证照编号/],
    ['a row with cells missing', `${HEADER}\n豫建-001,${permit}`, 2, /单元格数/],
  ] as const)('%s is told with its line', async (_name, text, line, words) => {
    const { faults } = await preview(text);
    expect(faults[0]?.line).toBe(line);
    expect(faults[0]?.words.zh).toMatch(words);
  });
  test('the wrong sheet of a workbook, and a file that is no ledger', async () => {
    expect((await preview(await workbook('Sheet1'))).faults[0]?.words.zh).toBe('缺少工作表：台账');
    expect((await preview(await workbook('台账'))).faults).toEqual([]);
    expect(await problemOf(handIn(Buffer.from('PK\u0003\u0004 no zip')))).toMatchObject({ code: 'ledger_unreadable' });
    expect(await problemOf(handIn(Buffer.from([0, 1, 2, 0])))).toMatchObject({ code: 'ledger_unreadable' });
  });
  test('with one fault nothing of it is imported; a preview keeps nothing', async () => {
    const refused = await problemOf(handIn(`${MARCH}\n,${permit},2026-03-12,`));
    expect(refused).toMatchObject({ code: 'ledger_faults' });
    expect(refused.fields?.[0]).toMatchObject({ field: 'rows.6' });
    expect((await preview(MARCH)).coverage).toMatchObject({ rows: 4, covered: 1, unexplained: 3 });
    const { rows } = await sql`select 1 from supervision.ledger_rows`.execute(hall.shell.db);
    expect(rows).toEqual([]);
  });
  test('only by its own department, and when the month is over', async () => {
    const sent = (person: string) => ledgersOf(hall).handIn(by(person), MARCH);
    expect(await problemOf(sent('jiang.tao'))).toMatchObject({ code: 'ledger_other_department' });
    expect(await problemOf(sent(cast.clerk))).toMatchObject({ code: 'ledger_other_department' });
    const april = by(cast.head, 'licence', '2026-04');
    expect(await problemOf(ledgersOf(hall).handIn(april, MARCH))).toMatchObject({ code: 'ledger_month_running' });
    expect((await ledgersOf(hall).open(by('jiang.tao'))).statusCode).toBe(404);
  });
  test('saved by a Chinese spreadsheet as GB 18030, it is read all the same', async () => {
    // “证照编号,事项,发证日期,办件编号” in GB 18030, and no rows: an empty ledger is a ledger.
    const bytes = Buffer.from('d6a4d5d5b1e0bac52ccac2cfee2cb7a2d6a4c8d5c6da2cb0ecbcfeb1e0bac5', 'hex');
    expect(await preview(bytes)).toMatchObject({ rows: 0, faults: [] });
  });
});

describe('the duty of the month', () => {
  test('waits, is shown to its owner, and is overdue after the fifth working day', async () => {
    const line = async () =>
      CoverageView.parse((await hall.as(cast.supervisor).get('/desk/supervision/coverage')).json()).lines.find(
        ({ authority }) => authority === 'zhujian',
      );
    expect(await line()).toMatchObject({ state: 'awaited', dueOn: '2026-04-08', kind: 'licence' });
    const duty = await hall.as(cast.head).get('/desk/supervision/duty');
    expect(duty.json()).toMatchObject({ ledgers: 1 });
    hall.at('2026-04-09');
    expect(await line()).toMatchObject({ state: 'overdue' });
    const laid = await ledgersOf(hall).layDown(by(cast.supervisor), { owner: cast.chief, dueDay: 8 });
    expect(laid.statusCode, laid.body).toBe(204);
    expect(await line()).toMatchObject({ state: 'awaited', dueOn: '2026-04-13' });
    expect((await hall.as(cast.chief).get('/desk/supervision/duty')).json()).toMatchObject({ ledgers: 1 });
    const refused = await ledgersOf(hall).layDown(by(cast.supervisor), { owner: 'jiang.tao', dueDay: 8 });
    expect(refused.statusCode).toBe(422);
  });
});

describe('reconciling', () => {
  test('rows with a case are covered, the others stand unexplained', async () => {
    const done = await handIn(MARCH);
    expect(done.statusCode, done.body).toBe(200);
    expect((await view(cast.supervisor)).rows.map(({ serial, standing }) => [serial, standing])).toEqual([
      ['豫建-001', 'covered'],
      ['豫建-002', 'unexplained'],
      ['豫建-003', 'unexplained'],
      ['豫建-004', 'unexplained'],
    ]);
    expect(await problemOf(handIn(MARCH))).toMatchObject({ code: 'ledger_there' });
  });
  test('a correction keeps every row nobody has explained', async () => {
    const without = sheet(`豫建-001,${permit},2026-03-05,`);
    const refused = await problemOf(handIn(without, '漏'));
    expect(refused.fields?.map(({ words }) => words.zh).join()).toContain('缺少原有编号 豫建-002');
    expect((await handIn(MARCH, '更正')).statusCode).toBe(200);
    expect((await view(cast.supervisor)).handedIn?.times).toBe(2);
  });
  test('one row is explained on record', async () => {
    expect(await problemOf(acting(cast.head, '豫建-002', explain))).toMatchObject({ code: 'row_not_overseer' });
    expect((await acting(cast.supervisor, '豫建-002', explain)).statusCode).toBe(200);
    expect(await rowOf('豫建-002')).toMatchObject({ standing: 'explained', record: '销毁登记第3号', acts: [] });
  });
  test('one becomes a red card of the department', async () => {
    const carded = await acting(cast.dutyManager, '豫建-003', { type: 'cardRow', reason: '没有任何申请材料' });
    expect(carded.statusCode, carded.body).toBe(200);
    const { cardId } = carded.json<{ cardId: string }>();
    const shown = await hall.as(cast.head).get(`/desk/supervision/cards/${cardId}`);
    expect(shown.json()).toMatchObject({ rule: 'O01', level: 'red', caseNumber: '豫建-003', mine: true });
  });
  test('one is entered later, approved by another; speed does not move and coverage does', async () => {
    const figures = async () =>
      FiguresAnswer.parse(
        (await hall.as(cast.supervisor).get('/desk/supervision/figures?from=2026-03-01&to=2026-04-30')).json(),
      ).figures.filter(({ unit }) => unit === 'case' || unit === 'share' || unit === 'day');
    const before = await figures();
    const proposal = { type: 'proposeLaterEntry', receivedOn: '2026-03-06', decidedOn: '2026-03-11', reason: '停电' };
    expect((await acting(cast.head, '豫建-004', proposal)).statusCode).toBe(200);
    const approval = { type: 'approveLaterEntry', opinion: '停电登记属实' };
    expect((await acting(cast.head, '豫建-004', approval)).json()).toMatchObject({ code: 'later_entry_own' });
    expect((await acting(cast.supervisor, '豫建-004', approval)).statusCode).toBe(200);
    await look();
    expect(await rowOf('豫建-004')).toMatchObject({ standing: 'laterEntry', receivedOn: '2026-03-06' });
    expect(await figures()).toEqual(before);
    const { coverage } = await view(cast.supervisor);
    expect(coverage).toEqual({
      rows: 4,
      covered: 1,
      laterEntry: 1,
      explained: 1,
      carded: 1,
      unexplained: 0,
      exempt: 0,
      of: 3,
      ratio: 2 / 3,
    });
  });
  test('the ratio is what the test’s own SQL counts', async () => {
    const { rows } = await sql<{ counted: number; of: number }>`
      select count(*) filter (where exists (select from ledger.entries e where e.type = 'resultIssued'
            and e.body->>'licenceNumber' = r.serial)
          or exists (select from ledger.entries e where e.type = 'laterEntryApproved' and e.body->>'serial' = r.serial))::int as counted,
        (count(*) - count(*) filter (where exists (select from ledger.entries e where e.type = 'rowExplained'
          and e.body->>'serial' = r.serial)))::int as of
      from supervision.ledger_rows r where r.month = '2026-03' and r.current`.execute(hall.shell.db);
    const { coverage } = await view(cast.supervisor);
    expect(coverage?.ratio).toBe((rows[0]?.counted ?? 0) / (rows[0]?.of ?? 1));
  });
  test('a row that names another’s case is not covered by it, and what the record issued is missed', async () => {
    const seal = by(cast.head, 'seal');
    const text = `文号,事项,用印日期,办件编号\n无此文号,${permit},2026-03-05,${caseNumber}`;
    expect((await ledgersOf(hall).handIn(seal, text)).statusCode).toBe(200);
    const shown = await ledgersOf(hall).view(seal);
    expect(shown.rows[0]?.mismatch?.zh).toBe('办件记录的编号与台账不同');
    expect(shown.notInLedger.length).toBeGreaterThan(0);
  });
});

const explain = { type: 'explainRow', reason: '空白证作废', record: '销毁登记第3号' };
