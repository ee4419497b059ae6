import { CsvError, parse } from 'csv-parse/sync';
import { ok, refuse, type Result } from '@yimen/kernel';

/** One record and where it stands: the line of the file a person would look at, the header's being 1. */
export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface CsvProblem {
  readonly line: number;
  readonly column?: string;
  readonly reason: 'not_csv' | 'column_missing' | 'cell_count';
}

export interface CsvTable<Column extends string> {
  readonly rows: readonly CsvRow<Column>[];
  /** Records that have more or fewer cells than the header; they are not among the rows. */
  readonly problems: readonly CsvProblem[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a table with a header. Columns may stand in any order and others beside them are passed over; cells are
 * trimmed. Refused as a whole when a column is missing or the text is no CSV.
 */
export function readCsv<Column extends string>(
  text: string,
  columns: readonly Column[],
): Result<CsvTable<Column>, CsvProblem> {
  const parsed = parseText(text);
  if (!parsed.ok) return parsed;
  const [header, ...records] = parsed.value;
  const titles = header?.record ?? [];
  const missing = columns.find((column) => !titles.includes(column));
  if (missing !== undefined) return refuse({ line: 1, column: missing, reason: 'column_missing' });
  const whole = records.filter(({ record }) => record.length === titles.length);
  const torn = records.filter(({ record }) => record.length !== titles.length);
  return ok({
    rows: whole.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(record, titles, columns) })),
    problems: torn.map(({ info }) => ({ line: info.lines, reason: 'cell_count' })),
  });
}

/** A table whatever its columns: the titles as they stand, and each record by them. */
export interface CsvSheet {
  readonly titles: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, string> }[];
  /** Lines with more or fewer cells than the header; they are not among the rows. */
  readonly torn: readonly number[];
}

/** Reads a table by the titles it has; empty cells are left out. Refused where the text is no CSV. */
export function readCsvSheet(text: string): Result<CsvSheet, CsvProblem> {
  const parsed = parseText(text);
  if (!parsed.ok) return parsed;
  const [header, ...records] = parsed.value;
  const titles = header?.record ?? [];
  const isWhole = ({ record }: Parsed): boolean => record.length === titles.length;
  const byTitle = (record: readonly string[]) =>
    new Map(titles.map((title, at) => [title, record[at] ?? ''] as const).filter(([, cell]) => cell !== ''));
  return ok({
    titles,
    rows: records.filter(isWhole).map(({ record, info }) => ({ line: info.lines, cells: byTitle(record) })),
    torn: records.filter((one) => !isWhole(one)).map(({ info }) => info.lines),
  });
}

/** Spreadsheets on Chinese Windows save CSV in GB 18030: what is no UTF-8 is read as that; undefined where it is neither. */
export function csvText(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return undefined;
}

function parseText(text: string): Result<readonly Parsed[], CsvProblem> {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;
    return ok(parse(text, options) as unknown as readonly Parsed[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error;
    return refuse({ line: typeof lines === 'number' ? lines : 1, reason: 'not_csv' });
  }
}

function cellsOf<Column extends string>(
  record: readonly string[],
  titles: readonly string[],
  columns: readonly Column[],
): Readonly<Record<Column, string>> {
  const cells = columns.map((column) => [column, record[titles.indexOf(column)] ?? ''] as const);
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(cells) as Record<Column, string>;
}

const cell = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file (RFC 4180), with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\n`;
}
