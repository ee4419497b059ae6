import { itemKinds, type ItemKind } from '@yimen/core/catalogue';
import { divisionCode } from '@yimen/core/network';
import { isCreditCode } from '@yimen/core/people';
import type { CsvRow } from '../../../platform/csv/index.ts';
import type { ImportFinding, ImportReason } from './findings.ts';

export const itemColumns = [
  'department',
  'main_item',
  'item_name',
  'task_type_code',
  'task_type',
  'area_code12',
  'item_code_raw',
  'catalog_code',
  'dept_uscc',
  'source_url',
] as const;
type ItemColumn = (typeof itemColumns)[number];
export type ItemRow = CsvRow<ItemColumn>;

const LONGEST_NAME = 200;

type Cells = ItemRow['cells'];
type Check = readonly [ItemColumn, ImportReason, (cells: Cells, jurisdiction: string) => boolean];

/** In the order a clerk would look; the first that holds is told, for it often causes those after it. */
const checks: readonly Check[] = [
  ['department', 'department_missing', ({ department }) => department === ''],
  ['item_name', 'name_missing', ({ item_name }) => item_name === ''],
  ['item_name', 'name_too_long', ({ item_name }) => [...item_name].length > LONGEST_NAME],
  ['task_type', 'unknown_type', (cells) => kindOf(cells) === undefined],
  ['task_type_code', 'type_code_disagrees', (cells) => !codeAgrees(cells)],
  ['area_code12', 'bad_division', ({ area_code12 }) => divisionCode(area_code12) === undefined],
  ['area_code12', 'other_jurisdiction', ({ area_code12 }, jurisdiction) => !area_code12.startsWith(jurisdiction)],
  ['item_code_raw', 'code_missing', ({ item_code_raw }) => item_code_raw === ''],
  ['dept_uscc', 'bad_credit_code', ({ dept_uscc }) => dept_uscc !== '' && !isCreditCode(dept_uscc)],
  ['item_code_raw', 'code_names_other_body', ({ item_code_raw, dept_uscc }) => !item_code_raw.includes(dept_uscc)],
  // The address becomes a link on a public page.
  ['source_url', 'bad_url', ({ source_url }) => !/^https?:\/\/[^\s"'<>]+$/.test(source_url)],
];

const kindByName: ReadonlyMap<string, ItemKind> = new Map(
  Object.keys(itemKinds)
    .filter((kind): kind is ItemKind => kind in itemKinds)
    .map((kind) => [itemKinds[kind].zh, kind]),
);

/** Digits differ from platform to platform (20 is 公共服务 here and 其他 in Guangdong), so the name decides. */
export function kindOf({ task_type }: Cells): ItemKind | undefined {
  return kindByName.get(task_type);
}

function codeAgrees(cells: Cells): boolean {
  const kind = kindOf(cells);
  return kind !== undefined && itemKinds[kind].code === cells.task_type_code.padStart(2, '0');
}

/** Why a row cannot be taken, or undefined. */
export function rowProblem({ line, cells }: ItemRow, jurisdiction: string): ImportFinding | undefined {
  const found = checks.find(([, , wrong]) => wrong(cells, jurisdiction));
  if (found === undefined) return undefined;
  const [column, reason] = found;
  return { row: line, column, reason, value: cells[column], taken: false };
}
