import { day } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import {
  allLedgerKinds,
  columnsOf,
  feeStatementWords,
  inYuan,
  parseMonth,
  parseYuan,
  readLedger,
  type FeeStatement,
  type LedgerKind,
  type LedgerLine,
  type Month,
} from './index.ts';

const march = parseMonth('2026-03') as Month;
const permit = { itemId: 'permit', authority: 'zhujian' };
const items = new Map([
  ['施工许可', [permit]],
  ['permit', [permit]],
  ['排水许可', [{ itemId: 'drain', authority: 'zhujian' }]],
  ['变更登记', [permit, { itemId: 'change', authority: 'shijian' }]],
]);
const free: FeeStatement = { version: 2, licence: true, fees: [] };
const aroundOf = (kind: LedgerKind) => ({
  kind,
  month: march,
  items,
  feesOn: (id: string) => (id === 'permit' ? free : undefined),
  elsewhere: new Map([['豫建-009', '2026-02']]),
  standing: [] as readonly string[],
});
const around = aroundOf('licence');

type Cells = Partial<LedgerLine['cells']>;
const line = (at: number, cells: Cells): LedgerLine => ({
  line: at,
  cells: {
    serial: '豫建-001',
    item: '施工许可',
    issuedOn: '2026-03-10',
    amount: '',
    outcome: '',
    caseNumber: '',
    ...cells,
  },
});
const codes = (kind: LedgerKind, ...lines: readonly LedgerLine[]) =>
  readLedger(lines, aroundOf(kind)).faults.map((fault) => `${String(fault.line)} ${fault.code}`);

describe('a ledger is taken whole or not at all', () => {
  test('rows are read with their item, its department and the day', () => {
    expect(readLedger([line(2, { item: 'permit' })], around)).toEqual({
      rows: [
        {
          line: 2,
          serial: '豫建-001',
          itemId: 'permit',
          department: 'zhujian',
          issuedOn: '2026-03-10',
          caseNumbers: [],
        },
      ],
      faults: [],
    });
  });
  test.each([
    ['serial_missing', [{ serial: '' }]],
    ['serial_long', [{ serial: '长'.repeat(61) }]],
    ['serial_twice', [{}, {}]],
    ['serial_elsewhere', [{ serial: '豫建-009' }]],
    ['item_missing', [{ item: '' }]],
    ['item_unknown', [{ item: '养犬许可' }]],
    ['item_unclear', [{ item: '变更登记' }]],
    ['day_wrong', [{ issuedOn: '2026-02-30' }]],
    ['day_other_month', [{ issuedOn: '2026-04-01' }]],
  ] as const)('%s is told with its line', (code, cells) => {
    const lines = cells.map((one: Cells, at) => line(at + 2, one));
    expect(codes('licence', ...lines)).toEqual([`${String(lines.length + 1)} ${code}`]);
  });
  test('a correction may not drop a row nobody has explained', () => {
    const { faults } = readLedger([line(2, {})], { ...around, standing: ['豫建-001', '豫建-002'] });
    expect(faults.map(({ code, words }) => [code, words.zh])).toEqual([
      ['row_dropped', '更正后的台账缺少原有编号 豫建-002：尚未说明的行不能删去'],
    ]);
  });
  test('one row may name several cases, in groups of four or not', () => {
    const { rows } = readLedger([line(2, { caseNumber: '2026 0302 0000 018、202603020000019' })], around);
    expect(rows[0]?.caseNumbers).toEqual(['202603020000018', '202603020000019']);
  });
  test('every kind has a heading for each column it is known by', () => {
    for (const kind of allLedgerKinds) {
      const titles = columnsOf(kind).map(([, title]) => title);
      expect(new Set(titles).size).toBe(titles.length);
      expect(titles.at(-1)).toBe('办件编号');
    }
  });
});

describe('amounts are exact', () => {
  test.each([
    ['80', 8000],
    ['80.5', 8050],
    ['0.07', 7],
    ['1,234.50', 123_450],
    ['4.35', 435],
    ['9999999999.99', 999_999_999_999],
  ] as const)('%s yuan is so many 分', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });
  test.each(['', '0', '0.00', '-80', '80.005', '1,23', '八十', '8e1', '80元', '10000000000'])(
    '“%s” is no amount',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
      expect(codes('fee', line(2, { amount: text }))).toEqual(['2 amount_wrong']);
    },
  );
  test('and are told in yuan again', () => {
    const told = ['0.07', '80.5', '1,234.50'].flatMap((text) => parseYuan(text) ?? []).map(inYuan);
    expect(told).toEqual(['0.07', '80.50', '1234.50']);
  });
});

describe('a fee is read with what the list said of the item on that day', () => {
  test('where the list says nothing of fees, nothing is known', () => {
    const read = (item: string) => readLedger([line(2, { item, amount: '80' })], aroundOf('fee')).rows[0];
    expect(read('permit')).toMatchObject({ amount: 8000, listed: free });
    expect(read('排水许可')).not.toHaveProperty('listed');
  });
  test('a licence that costs nothing cites Articles 58 and 59; other items do not', () => {
    expect(feeStatementWords(free).zh).toBe(
      '实施清单第 2 版载明不收费；实施行政许可不得收取任何费用，法律、行政法规另有规定的除外；收费应当按照公布的法定项目和标准（行政许可法第五十八条、第五十九条）',
    );
    expect(feeStatementWords({ ...free, licence: false }).zh).toBe('实施清单第 2 版载明不收费');
  });
  test('one that costs something says what, and by which article', () => {
    const fee = { name: '不动产登记费', standard: '住宅类每件80元', law: '民法典', article: '第二百二十三条' };
    expect(feeStatementWords({ version: 1, licence: false, fees: [fee] }).zh).toBe(
      '实施清单第 1 版载明收费：不动产登记费，住宅类每件80元（《民法典》第二百二十三条）',
    );
  });
});

describe('tickets of the queue machine', () => {
  const ticket = (at: number, cells: Cells) => line(at, { serial: 'A001', outcome: '办件', ...cells });
  test('are known by day and number: the machine begins at one every morning', () => {
    const lines = [ticket(2, { issuedOn: '2026-03-02 09:15:22' }), ticket(3, { issuedOn: '2026-03-03T9:02' })];
    const { rows, faults } = readLedger(lines, aroundOf('ticket'));
    expect(faults).toEqual([]);
    expect(rows.map(({ serial, issuedOn }) => [serial, issuedOn])).toEqual([
      ['2026-03-02 A001', day('2026-03-02')],
      ['2026-03-03 A001', day('2026-03-03')],
    ]);
    expect(codes('ticket', ticket(2, {}), ticket(3, {}))).toEqual(['3 serial_twice']);
  });
  test('a question or who did not come needs no item; a matter handled does', () => {
    expect(codes('ticket', ticket(2, { outcome: '咨询', item: '' }))).toEqual([]);
    expect(codes('ticket', ticket(2, { outcome: '过号', item: '综合咨询' }))).toEqual([]);
    expect(codes('ticket', ticket(2, { item: '' }))).toEqual(['2 item_missing']);
  });
  test('end in one of three ways', () => {
    expect(codes('ticket', ticket(2, { outcome: '完成' }))).toEqual(['2 outcome_wrong']);
  });
});
