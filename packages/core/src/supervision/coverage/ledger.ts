import { parseDay, type Day } from '@yimen/kernel';
import { itemId, type ItemId } from '../../catalogue/index.ts';
import type { Words } from '../words.ts';
import { monthOf, type Month } from './month.ts';

/** What departments keep a ledger of, and with which headings its sheet is handed in. */
export const ledgerKinds = {
  licence: {
    name: { zh: '证照台账', en: 'Licences' },
    columns: { serial: '证照编号', item: '事项', issuedOn: '发证日期', caseNumber: '办件编号' },
  },
  seal: {
    name: { zh: '用印台账', en: 'Seal uses' },
    columns: { serial: '文号', item: '事项', issuedOn: '用印日期', caseNumber: '办件编号' },
  },
} as const;
export type LedgerKind = keyof typeof ledgerKinds;
export type LedgerColumn = 'serial' | 'item' | 'issuedOn' | 'caseNumber';

/** A line of the sheet as it was typed; the header's line is 1. */
export interface LedgerLine {
  readonly line: number;
  readonly cells: Readonly<Record<LedgerColumn, string>>;
}

/** A row that was taken: what left the department, when, and under which item. Nobody's name. */
export interface LedgerRow {
  readonly line: number;
  readonly serial: string;
  readonly itemId: ItemId;
  readonly issuedOn: Day;
  readonly caseNumber?: string;
}

const ledgerFaults = {
  serial_missing: { zh: '缺少编号', en: 'the serial is missing' },
  serial_long: { zh: '编号超过六十个字符', en: 'the serial is longer than sixty characters' },
  serial_twice: { zh: '编号与第 {line} 行重复', en: 'the serial stands on line {line} already' },
  serial_elsewhere: { zh: '编号已在 {month} 的台账中', en: 'the serial stands in the ledger of {month} already' },
  item_missing: { zh: '缺少事项', en: 'the item is missing' },
  item_unknown: { zh: '本部门没有“{value}”这个事项', en: 'the department has no item “{value}”' },
  day_wrong: { zh: '“{value}”不是日期，应当写成 2026-03-02', en: '“{value}” is no day; write it as 2026-03-02' },
  day_other_month: { zh: '日期 {value} 不在本月', en: 'the day {value} is not in this month' },
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

export interface LedgerAround {
  readonly month: Month;
  /** The department's items by code, id and name. */
  readonly items: ReadonlyMap<string, string>;
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
  const fill = (text: string): string => text.replaceAll(/\{\w+\}/g, told);
  return { line, column, code, words: { zh: fill(zh), en: fill(en) } };
}

function serialFaults(one: LedgerLine, first: ReadonlyMap<string, number>, { elsewhere }: LedgerAround) {
  const { serial } = one.cells;
  const earlier = first.get(serial);
  const month = elsewhere.get(serial);
  if (serial === '') return [fault(one, 'serial', 'serial_missing')];
  if (serial.length > MOST) return [fault(one, 'serial', 'serial_long')];
  return [
    ...(earlier !== undefined && earlier < one.line ? [fault(one, 'serial', 'serial_twice', String(earlier))] : []),
    ...(month === undefined ? [] : [fault(one, 'serial', 'serial_elsewhere', month)]),
  ];
}

function otherFaults(one: LedgerLine, { month, items }: LedgerAround): readonly LedgerFault[] {
  const { item, issuedOn } = one.cells;
  const on = parseDay(issuedOn);
  return [
    ...(item === '' ? [fault(one, 'item', 'item_missing')] : []),
    ...(item !== '' && !items.has(item) ? [fault(one, 'item', 'item_unknown', item.slice(0, MOST))] : []),
    ...(on.ok ? [] : [fault(one, 'issuedOn', 'day_wrong', issuedOn.slice(0, MOST))]),
    ...(on.ok && monthOf(on.value) !== month ? [fault(one, 'issuedOn', 'day_other_month', issuedOn)] : []),
  ];
}

/** Reads a ledger whole: every fault with its line, and the rows. With a single fault nothing of it may be taken. O(rows). */
export function readLedger(
  lines: readonly LedgerLine[],
  around: LedgerAround,
): { readonly rows: readonly LedgerRow[]; readonly faults: readonly LedgerFault[] } {
  const first = new Map<string, number>();
  for (const { line, cells } of lines) if (!first.has(cells.serial)) first.set(cells.serial, line);
  const dropped = around.standing
    .filter((serial) => !first.has(serial))
    .map((serial) => fault({ line: 0 }, 'serial', 'row_dropped', serial));
  const faults = lines.flatMap((one) => [...serialFaults(one, first, around), ...otherFaults(one, around)]);
  return { rows: lines.flatMap((one) => rowOf(one, around)), faults: [...dropped, ...faults] };
}

function rowOf({ line, cells }: LedgerLine, { items }: LedgerAround): readonly LedgerRow[] {
  const on = parseDay(cells.issuedOn);
  const item = items.get(cells.item);
  if (!on.ok || item === undefined) return [];
  const { serial, caseNumber } = cells;
  const row = { line, serial, itemId: itemId(item), issuedOn: on.value };
  return [caseNumber === '' ? row : { ...row, caseNumber: caseNumber.replaceAll(/\s/g, '') }];
}
