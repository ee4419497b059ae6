import { choicesOf, codeFor, readCoded, wordOf, type ItemElement } from '@yimen/core/catalogue';
import type { Json } from '@yimen/kernel';
import { elementsOf } from '../exchange/overlay.ts';

/** The sheets of a workbook of items; the last is hidden and holds what has no column. */
export const sheetNames = { item: '事项', material: '材料', fee: '收费', rest: '_其他要素', choices: '_选项' } as const;
export type RowPart = 'item' | 'material' | 'fee';

/** The first column of every sheet: which item, and which material. */
export const idColumns: Readonly<Record<RowPart, readonly string[]>> = {
  item: ['事项编号'],
  material: ['事项编号', '材料编号'],
  fee: ['事项编号'],
};

/** Structure that no cell can hold goes to the hidden sheet; what follows from the rest is not asked for. */
const inCells = ({ type, paths }: ItemElement): boolean =>
  paths.length > 0 && type.kind !== 'value' && type.kind !== 'file';

export const columnsOf = (part: RowPart): readonly ItemElement[] => elementsOf(part).filter(inCells);

/** What a cell may be chosen from; undefined where it is typed. */
export function choicesFor({ type }: ItemElement): readonly string[] | undefined {
  if (type.kind === 'flag') return ['是', '否'];
  return type.kind === 'code' ? choicesOf(type.scheme).map(({ zh }) => zh) : undefined;
}

const SEVERAL = '、';

/** An element's value as the words of a cell. */
export function wordsOf(value: Json | undefined, { type }: ItemElement): string | number {
  if (value === undefined) return '';
  if (type.kind === 'flag') return value === '1' ? '是' : '否';
  if (type.kind === 'code') return labelOf(type.scheme, value);
  if (type.kind === 'codes') {
    const codes = typeof value === 'string' ? value.split('^') : [];
    return codes.map((code) => labelOf(type.scheme, code)).join(SEVERAL);
  }
  return typeof value === 'number' ? value : wordOf(value);
}

/** The value of a cell's words; undefined where they are not to be understood. An empty cell says nothing. */
export function valueOf(words: string, { type }: ItemElement): Json | undefined {
  if (type.kind === 'flag') return words === '是' ? '1' : words === '否' ? '0' : undefined;
  if (type.kind === 'code') return codeOf(type.scheme, words);
  if (type.kind === 'codes') {
    const codes = words.split(/[、，,^]/).map((word) => codeOf(type.scheme, word.trim()));
    return codes.every((code) => code !== undefined) ? codes.join('^') : undefined;
  }
  if (type.kind === 'number') return /^\d{1,9}$/.test(words) ? Number(words) : undefined;
  if (type.kind === 'day') return dayIn(words);
  return words;
}

type Coded = Extract<ItemElement['type'], { readonly scheme: unknown }>['scheme'];

function labelOf(scheme: Coded, code: Json): string {
  const read = readCoded({ scheme, code: wordOf(code) });
  const found = choicesOf(scheme).find(({ is }) => read.ok && is === read.value);
  return found?.zh ?? wordOf(code);
}

function codeOf(scheme: Coded, label: string): string | undefined {
  const found = choicesOf(scheme).find(({ zh }) => zh === label);
  return found === undefined ? undefined : codeFor(scheme, found.is);
}

/** People write days as 2026-1-5, 2026/1/5, 2026年1月5日 or 2026.1.5. */
function dayIn(words: string): string | undefined {
  const read = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(words);
  if (read === null) return undefined;
  const [, year = '', month = '', date = ''] = read;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
