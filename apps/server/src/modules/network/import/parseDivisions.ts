import {
  checkDivision,
  divisionCode,
  type divisionLevels,
  type Division,
  type DivisionFinding,
  type DivisionLevel,
} from '@yimen/core/network';
import { readCsv, type CsvProblem, type CsvRow } from '../../../platform/csv/index.ts';

const columns = ['code12', 'name', 'level', 'parent_code12'] as const;
type Row = CsvRow<(typeof columns)[number]>;

/** What is wrong with a row of a table of divisions. */
export const divisionReasons = {
  not_csv: { column: undefined, zh: '不是可读的CSV文本', en: 'not readable as CSV' },
  column_missing: {
    column: undefined,
    zh: '缺少列，应有 code12、name、level、parent_code12',
    en: 'a column is missing; there must be code12, name, level, parent_code12',
  },
  cell_count: { column: undefined, zh: '单元格数量与表头不一致', en: 'more or fewer cells than the header' },
  bad_code: { column: 'code12', zh: '不是十二位区划代码', en: 'not a twelve-digit division code' },
  duplicate_code: { column: 'code12', zh: '区划代码与前面的行重复', en: 'an earlier row has the same code' },
  name_missing: { column: 'name', zh: '缺少名称', en: 'the name is missing' },
  bad_level: { column: 'level', zh: '级别不在1至5之间', en: 'the level is none of 1 to 5' },
  wrong_level: { column: 'level', zh: '级别与代码不符', en: 'the level is not the code’s' },
  wrong_parent: { column: 'parent_code12', zh: '上级代码与代码不符', en: 'the parent is not the code’s' },
  parent_missing: {
    column: 'parent_code12',
    zh: '上级不在表中或者未被采用',
    en: 'the parent is not in the table, or was refused',
  },
} as const satisfies {
  readonly [R in DivisionFinding | CsvProblem['reason'] | 'duplicate_code' | 'bad_level']: {
    readonly column: (typeof columns)[number] | undefined;
    readonly zh: string;
    readonly en: string;
  };
};
export type DivisionReason = keyof typeof divisionReasons;

export interface DivisionProblem {
  /** Line of the file; the header is 1. */
  readonly row: number;
  readonly column?: string;
  readonly reason: DivisionReason;
  readonly value?: string;
}

export interface ParsedDivisions {
  /** Coarse before fine, so that each parent is there before its children. */
  readonly divisions: readonly Division[];
  readonly problems: readonly DivisionProblem[];
}

/** Reads a table of divisions to the village (统计用区划代码). A row under a refused one is refused with it. */
export function parseDivisions(text: string): ParsedDivisions {
  const table = readCsv(text, columns);
  if (!table.ok) return { divisions: [], problems: [unread(table.error)] };
  const coarseFirst = table.value.rows.toSorted((left, right) => rankOf(left) - rankOf(right));
  const divisions: Division[] = [];
  const problems: DivisionProblem[] = table.value.problems.map(unread);
  const taken = new Set<string>();
  for (const row of coarseFirst) {
    const division = divisionOf(row);
    const reason = typeof division === 'string' ? division : problemOf(division, taken);
    if (typeof division === 'string' || reason !== undefined) problems.push(problem(row, reason ?? 'bad_code'));
    else {
      taken.add(division.code);
      divisions.push(division);
    }
  }
  return { divisions, problems: problems.toSorted((left, right) => left.row - right.row) };
}

function divisionOf({ cells }: Row): Division | DivisionReason {
  const code = divisionCode(cells.code12);
  if (code === undefined) return 'bad_code';
  const level = levelOf(cells.level);
  if (level === undefined) return 'bad_level';
  if (cells.parent_code12 === '') return { code, name: cells.name, level };
  const parent = divisionCode(cells.parent_code12);
  return parent === undefined ? 'wrong_parent' : { code, name: cells.name, level, parent };
}

/** Rows without a level come last; they are refused wherever they stand. */
function rankOf({ cells }: Row): number {
  return levelOf(cells.level) ?? 9;
}

function levelOf(text: string): DivisionLevel | undefined {
  return levels.find((level) => String(level) === text);
}
const levels = [1, 2, 3, 4, 5] as const satisfies readonly (keyof typeof divisionLevels)[];

function problemOf(division: Division, taken: ReadonlySet<string>): DivisionReason | undefined {
  return taken.has(division.code) ? 'duplicate_code' : checkDivision(division, taken)[0];
}

function problem({ line, cells }: Row, reason: DivisionReason): DivisionProblem {
  const { column } = divisionReasons[reason];
  return { row: line, reason, ...(column === undefined ? {} : { column, value: cells[column] }) };
}

function unread({ line, column, reason }: CsvProblem): DivisionProblem {
  return { row: line, reason, ...(column === undefined ? {} : { column }) };
}
