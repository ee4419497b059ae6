import type { Day } from '@yimen/kernel';
import { itemId, type GuideEntry, type ServiceItem } from '@yimen/core/catalogue';
import { authorityId, type Jurisdiction } from '@yimen/core/people';
import { readCsv } from '../../../platform/csv/index.ts';
import { itemColumns, kindOf, rowProblem, type ItemRow } from './checkRow.ts';
import { departmentsIn, type ListedDepartment } from './departmentsIn.ts';
import type { ImportFinding } from './findings.ts';

export interface ItemsImportOptions {
  /** Six digits; rows of another jurisdiction are refused. */
  readonly jurisdiction: Jurisdiction;
  readonly level: ServiceItem['level'];
  /** The day from which the entries are published; the list has none of its own. */
  readonly from: Day;
  /** Items the hall lists in full: what it handles itself changes in five steps, and by no copy of another's list. */
  readonly inFull?: ReadonlySet<string>;
}

export interface ParsedItems {
  readonly entries: readonly GuideEntry[];
  readonly departments: readonly ListedDepartment[];
  /** Every row that was not taken, and every row taken without something; by line. */
  readonly findings: readonly ImportFinding[];
}

/**
 * Reads a district's published list of items. Rows that can be taken become guide entries; of every other the line, the
 * column and the reason are told. Nothing the list does not say is filled in: no limit, no material, no code.
 */
export function parseItemsCsv(text: string, options: ItemsImportOptions): ParsedItems {
  const table = readCsv(text, itemColumns);
  if (!table.ok) return { entries: [], departments: [], findings: [unread(table.error)] };
  const { good, refused } = sorted(table.value.rows, options);
  const incomplete = good.filter(({ cells }) => cells.dept_uscc === '').map(withoutCreditCode);
  const findings = [...table.value.problems.map(unread), ...refused, ...incomplete];
  return {
    entries: good.map((row) => entryOf(row, options)),
    departments: departmentsIn(good),
    findings: findings.toSorted((left, right) => left.row - right.row),
  };
}

function sorted(
  rows: readonly ItemRow[],
  { jurisdiction, inFull = new Set() }: ItemsImportOptions,
): { good: readonly ItemRow[]; refused: readonly ImportFinding[] } {
  const good: ItemRow[] = [];
  const refused: ImportFinding[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const problem =
      rowProblem(row, jurisdiction) ?? coded(row, seen, 'duplicate_code') ?? coded(row, inFull, 'listed_in_full');
    seen.add(row.cells.item_code_raw);
    if (problem === undefined) good.push(row);
    else refused.push(problem);
  }
  return { good, refused };
}

function coded(
  { line, cells }: ItemRow,
  codes: ReadonlySet<string>,
  reason: 'duplicate_code' | 'listed_in_full',
): ImportFinding | undefined {
  const value = cells.item_code_raw;
  return codes.has(value) ? { row: line, column: 'item_code_raw', reason, value, taken: false } : undefined;
}

function withoutCreditCode({ line }: ItemRow): ImportFinding {
  return { row: line, column: 'dept_uscc', reason: 'credit_code_missing', taken: true };
}

type Unread = Pick<ImportFinding, 'column' | 'reason'> & { readonly line: number };

function unread({ line, column, reason }: Unread): ImportFinding {
  return { row: line, ...(column === undefined ? {} : { column }), reason, taken: false };
}

function entryOf({ cells }: ItemRow, { jurisdiction, level, from }: ItemsImportOptions): GuideEntry {
  const kind = kindOf(cells);
  if (kind === undefined) throw new Error(`an unknown kind was let through: ${cells.task_type}`);
  return {
    jurisdiction,
    id: itemId(cells.item_code_raw),
    version: 1,
    effectiveFrom: from,
    availability: 'guideOnly',
    name: cells.item_name,
    kind,
    level,
    authority: authorityId(cells.department),
    authorityName: cells.department,
    ...(cells.main_item === '' ? {} : { mainItem: cells.main_item }),
    codes: {
      local: cells.item_code_raw,
      ...(cells.catalog_code === '' ? {} : { catalogue: cells.catalog_code }),
      ...(cells.dept_uscc === '' ? {} : { body: cells.dept_uscc }),
    },
    sourceUrl: cells.source_url,
  };
}
