import { parseDay, type Day } from '@yimen/kernel';
import { itemId } from '../../catalogue/index.ts';
import type { Words } from '../words.ts';
import { parseYuan } from './fen.ts';
import type { FeeStatement } from './feeStatement.ts';
import { columnsOf, ledgerKinds, type LedgerColumn, type LedgerKind } from './kinds.ts';
import { isTicketOutcome, type LedgerRow } from './ledgerRow.ts';
import { monthOf, type Month } from './month.ts';

/** A line of the sheet as it was typed, '' where the kind has no such column; the header's line is 1. */
export interface LedgerLine {
  readonly line: number;
  readonly cells: Readonly<Record<LedgerColumn, string>>;
}

const ledgerFaults = {
  serial_missing: { zh: '缺少编号', en: 'the serial is missing' },
  serial_long: { zh: '编号超过六十个字符', en: 'the serial is longer than sixty characters' },
  serial_twice: { zh: '编号与第 {line} 行重复', en: 'the serial stands on line {line} already' },
  serial_elsewhere: { zh: '编号已在 {month} 的台账中', en: 'the serial stands in the ledger of {month} already' },
  item_missing: { zh: '缺少事项', en: 'the item is missing' },
  item_unknown: { zh: '报送单位没有“{value}”这个事项', en: 'there is no item “{value}” here' },
  item_unclear: {
    zh: '有几个事项都叫“{value}”，请写事项编码',
    en: 'several items are called “{value}”; write the code of the one meant',
  },
  day_wrong: { zh: '“{value}”不是日期，应当写成 2026-03-02', en: '“{value}” is no day; write it as 2026-03-02' },
  day_other_month: { zh: '日期 {value} 不在本月', en: 'the day {value} is not in this month' },
  amount_wrong: {
    zh: '“{value}”不是金额，应当是以元计的正数，最多两位小数',
    en: '“{value}” is no amount: yuan above nothing, two decimals at most',
  },
  outcome_wrong: {
    zh: '办理结果“{value}”应当是办件、咨询或者过号',
    en: 'the outcome “{value}” should be 办件, 咨询 or 过号',
  },
  row_dropped: {
    zh: '更正后的台账缺少原有编号 {value}：尚未说明的行不能删去',
    en: 'the corrected ledger leaves out {value}, which has not been explained',
  },
} as const;

export interface LedgerFault {
  readonly line: number;
  readonly column: LedgerColumn;
  readonly code: keyof typeof ledgerFaults;
  readonly words: Words;
}

export interface ListedItem {
  readonly itemId: string;
  readonly authority: string;
}

export interface LedgerAround {
  readonly kind: LedgerKind;
  readonly month: Month;
  /** The items it may name, by code, id and name; several where a name is not one item's alone. */
  readonly items: ReadonlyMap<string, readonly ListedItem[]>;
  /** What the published list said of an item's fees on a day. */
  readonly feesOn: (itemId: string, on: Day) => FeeStatement | undefined;
  /** Serials of the department's other months, with the month. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** Serials of the ledger this one corrects that nobody has explained. */
  readonly standing: readonly string[];
}

const MOST = 60;

function fault(
  { line }: { readonly line: number },
  column: LedgerColumn,
  code: LedgerFault['code'],
  told = '',
): LedgerFault {
  const { zh, en } = ledgerFaults[code];
  const fill = (text: string): string => text.replaceAll(/\{\w+\}/g, told.slice(0, MOST));
  return { line, column, code, words: { zh: fill(zh), en: fill(en) } };
}

/** The day of a cell; a machine's time of day behind it is passed over. */
const dayPart = (text: string): string =>
  /^(?<on>\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}(?::\d{2})?$/.exec(text)?.groups?.['on'] ?? text;

/** What the row of this line is known by. */
export function serialOf(kind: LedgerKind, { cells }: LedgerLine): string {
  const known = { ...cells, issuedOn: dayPart(cells.issuedOn) };
  return cells.serial === '' ? '' : ledgerKinds[kind].knownBy.map((column) => known[column]).join(' ');
}

interface Reading extends LedgerAround {
  /** The first line of each serial. */
  readonly first: ReadonlyMap<string, number>;
}
type Codes = readonly (readonly [LedgerFault['code'], string?])[];
type CellCheck = (one: LedgerLine, reading: Reading) => Codes;

const serialCheck: CellCheck = (one, { kind, first, elsewhere }) => {
  const serial = serialOf(kind, one);
  const earlier = first.get(serial) ?? one.line;
  const month = elsewhere.get(serial);
  if (serial === '') return [['serial_missing']];
  if (serial.length > MOST) return [['serial_long']];
  return [
    ...(earlier < one.line ? [['serial_twice', String(earlier)] as const] : []),
    ...(month === undefined ? [] : [['serial_elsewhere', month] as const]),
  ];
};

/** Only what must have a case must name its item. */
const mayLackItem = ({ outcome }: LedgerLine['cells']): boolean => isTicketOutcome(outcome) && outcome !== '办件';

const itemCheck: CellCheck = ({ cells }, { items }) => {
  if (mayLackItem(cells)) return [];
  if (cells.item === '') return [['item_missing']];
  const found = items.get(cells.item)?.length ?? 0;
  if (found === 0) return [['item_unknown', cells.item]];
  return found > 1 ? [['item_unclear', cells.item]] : [];
};

const dayCheck: CellCheck = ({ cells: { issuedOn } }, { month }) => {
  const on = parseDay(dayPart(issuedOn));
  if (!on.ok) return [['day_wrong', issuedOn]];
  return monthOf(on.value) === month ? [] : [['day_other_month', on.value]];
};

/** How a cell of each column is checked, in whatever kinds have it. */
const cellChecks: Readonly<Record<LedgerColumn, CellCheck>> = {
  serial: serialCheck,
  item: itemCheck,
  issuedOn: dayCheck,
  amount: ({ cells: { amount } }) => (parseYuan(amount) === undefined ? [['amount_wrong', amount]] : []),
  outcome: ({ cells: { outcome } }) => (isTicketOutcome(outcome) ? [] : [['outcome_wrong', outcome]]),
  caseNumber: () => [],
};

/** Reads a ledger whole: every fault with its line, and the rows. With a single fault nothing of it may be taken. O(rows). */
export function readLedger(
  lines: readonly LedgerLine[],
  around: LedgerAround,
): { readonly rows: readonly LedgerRow[]; readonly faults: readonly LedgerFault[] } {
  const { kind, standing } = around;
  const first = new Map<string, number>();
  for (const one of lines.toReversed()) first.set(serialOf(kind, one), one.line);
  const dropped = standing
    .filter((serial) => !first.has(serial))
    .map((serial) => fault({ line: 0 }, 'serial', 'row_dropped', serial));
  const columns = columnsOf(kind).map(([column]) => column);
  const found = lines.flatMap((one) =>
    columns.flatMap((column) =>
      cellChecks[column](one, { ...around, first }).map(([code, told]) => fault(one, column, code, told)),
    ),
  );
  return { rows: lines.flatMap((one) => rowOf(one, around)), faults: [...dropped, ...found] };
}

function rowOf(one: LedgerLine, around: LedgerAround): readonly LedgerRow[] {
  const { line, cells } = one;
  const on = parseDay(dayPart(cells.issuedOn));
  const item = around.items.get(cells.item)?.[0];
  if (!on.ok) return [];
  const amount = parseYuan(cells.amount);
  const outcome = isTicketOutcome(cells.outcome) ? cells.outcome : undefined;
  const listed = amount === undefined || item === undefined ? undefined : around.feesOn(item.itemId, on.value);
  return [
    {
      line,
      serial: serialOf(around.kind, one),
      issuedOn: on.value,
      caseNumbers: cells.caseNumber.split(/[、,，;；]/).flatMap(numberIn),
      ...(item === undefined ? {} : { itemId: itemId(item.itemId), department: item.authority }),
      ...(amount === undefined ? {} : { amount }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(listed === undefined ? {} : { listed }),
    },
  ];
}

/** Numbers are written in groups of four as often as not. */
function numberIn(text: string): readonly string[] {
  const number = text.replaceAll(/\s/g, '');
  return number === '' ? [] : [number];
}
