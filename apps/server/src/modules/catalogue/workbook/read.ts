import ExcelJS from 'exceljs';
import {
  elementLists,
  fieldLabel,
  isGuideEntry,
  isList,
  isObject,
  readPath,
  sameJson,
  toJson,
  writePath,
} from '@yimen/core/catalogue';
import type { ItemElement, JsonObject, PublishedItem } from '@yimen/core/catalogue';
import type { Json } from '@yimen/kernel';
import { readZip } from '../../../platform/uploads/index.ts';
import { csvText } from '../../../platform/csv/index.ts';
import {
  readSheet,
  sheetOfCsv,
  type ReadSheet,
  type SheetRow,
  type WorkbookFinding,
} from '../../../platform/workbook/index.ts';
import { readContent } from '../exchange/content.ts';
import { overlayOne, type ElementValues } from '../exchange/overlay.ts';
import { columnsOf, idColumns, sheetNames, valueOf, type RowPart } from './layout.ts';

export interface ReadWorkbook {
  readonly items: readonly PublishedItem[];
  /** Rows with a finding are not among the items. */
  readonly findings: readonly WorkbookFinding[];
}

const [ITEM_ID = '', MATERIAL_ID = ''] = idColumns.material;

/** What a file holds: a CSV file is the sheet of items alone, and says nothing of materials and fees. */
interface Sheets {
  readonly item: ReadSheet;
  readonly material?: ReadSheet;
  readonly fee?: ReadSheet;
}

const ZIP = [0x50, 0x4b];

/**
 * Reads a workbook of items, or the sheet of items saved as CSV (UTF-8 or GB 18030), by what the bytes are. `standing` gives
 * what is known of an item that the file has no hidden part for.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  standing: (id: string) => PublishedItem | undefined,
): Promise<ReadWorkbook> {
  if (!ZIP.every((byte, at) => bytes[at] === byte)) return fromCsv(bytes, standing);
  const workbook = await opened(bytes);
  if (workbook === undefined) return notReadable;
  const sheets = {
    item: readSheet(workbook, sheetNames.item, idColumns.item),
    material: readSheet(workbook, sheetNames.material, idColumns.material),
    fee: readSheet(workbook, sheetNames.fee, idColumns.fee),
  };
  return assemble(sheets, restOf(workbook), standing);
}

const notReadable: ReadWorkbook = {
  items: [],
  findings: [{ sheet: '', row: 0, column: '', code: 'not_a_workbook', value: '' }],
};

function fromCsv(bytes: Uint8Array, standing: (id: string) => PublishedItem | undefined): ReadWorkbook {
  const text = csvText(bytes);
  if (text === undefined || text.trim() === '' || text.includes('\0')) return notReadable;
  return assemble({ item: sheetOfCsv(text, sheetNames.item, idColumns.item) }, new Map(), standing);
}

/** A spreadsheet is an archive: one that would unpack to more than it may is not opened at all. */
async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook | undefined> {
  if (!readZip(bytes).ok) return undefined;
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
    return workbook;
  } catch {
    return undefined;
  }
}

/** The hidden sheet: each item as it was when it was exported. */
function restOf(workbook: ExcelJS.Workbook): ReadonlyMap<string, JsonObject> {
  const parts = new Map<string, string>();
  workbook.getWorksheet(sheetNames.rest)?.eachRow((row, number) => {
    const id = row.getCell(1).text;
    if (number > 1) parts.set(id, (parts.get(id) ?? '') + row.getCell(3).text);
  });
  return new Map([...parts].flatMap(([id, text]) => parsed(text).map((item) => [id, item] as const)));
}

function parsed(text: string): readonly JsonObject[] {
  try {
    return [toJson(JSON.parse(text))].filter(isObject);
  } catch {
    return [];
  }
}

interface Assembling {
  readonly findings: WorkbookFinding[];
  readonly sheets: Sheets;
}

function assemble(
  sheets: Sheets,
  rest: ReadonlyMap<string, JsonObject>,
  standing: (id: string) => PublishedItem | undefined,
): ReadWorkbook {
  const findings = [sheets.item, sheets.material, sheets.fee].flatMap((sheet) => sheet?.findings ?? []);
  const at: Assembling = { findings, sheets };
  const rowsById = { material: byItem(sheets.material), fee: byItem(sheets.fee) };
  const items: PublishedItem[] = [];
  const seen = new Map<string, number>();
  for (const row of sheets.item.rows) {
    const id = row.cells.get(ITEM_ID) ?? '';
    if (id === '' || seen.has(id)) {
      tell(at, 'item', { row: row.row, column: ITEM_ID, code: id === '' ? 'id_missing' : 'duplicate_code', value: id });
      continue;
    }
    seen.set(id, row.row);
    const rows = { material: rowsById.material.get(id) ?? [], fee: rowsById.fee.get(id) ?? [] };
    const item = itemOf(at, row, rest.get(id) ?? known(standing(id), id), rows);
    if (item !== undefined) items.push(item);
  }
  strangers(at, seen);
  return withoutCircles(items, at, seen);
}

function known(item: PublishedItem | undefined, id: string): JsonObject {
  const json = item === undefined ? undefined : toJson(item);
  return isObject(json) ? json : { id };
}

function byItem(sheet: ReadSheet | undefined): ReadonlyMap<string, readonly SheetRow[]> {
  return Map.groupBy(sheet?.rows ?? [], ({ cells }) => cells.get(ITEM_ID) ?? '');
}

type Told = Omit<WorkbookFinding, 'sheet'>;

function tell({ findings }: Assembling, part: RowPart, told: Told): void {
  findings.push({ sheet: sheetNames[part], ...told });
}

/** Rows of materials and fees whose item is not in the workbook. */
function strangers(at: Assembling, seen: ReadonlyMap<string, number>): void {
  for (const part of ['material', 'fee'] as const) {
    for (const { row, cells } of at.sheets[part]?.rows ?? []) {
      const value = cells.get(ITEM_ID) ?? '';
      if (!seen.has(value)) tell(at, part, { row, column: ITEM_ID, code: 'unknown_item', value });
    }
  }
}

interface PartRows {
  readonly material: readonly SheetRow[];
  readonly fee: readonly SheetRow[];
}

function itemOf(at: Assembling, row: SheetRow, base: JsonObject, rows: PartRows): PublishedItem | undefined {
  const before = at.findings.length;
  const own = laid(at, 'item', row, base);
  const withMaterials = listOf(at, 'material', rows.material, own);
  const whole = listOf(at, 'fee', rows.fee, withMaterials);
  if (at.findings.length > before || brokenRow(at, row, rows)) return undefined;
  const read = readContent(whole);
  if (read.ok) return read.value;
  const field = read.error.field.split('.');
  const code = field[0] === 'authority' ? 'department_missing' : 'content';
  tell(at, 'item', { row: row.row, column: fieldLabel(field).zh, code, value: '' });
  return undefined;
}

/** A formula or merged cell of the item, its materials or fees: what was left of the row is not taken. */
function brokenRow({ findings }: Assembling, row: SheetRow, rows: PartRows): boolean {
  const of = (part: RowPart, numbers: readonly SheetRow[]): boolean =>
    findings.some(({ sheet, row: at }) => sheet === sheetNames[part] && numbers.some((one) => one.row === at));
  return of('item', [row]) || of('material', rows.material) || of('fee', rows.fee);
}

/** One row over what was known: a cell says what stands in it; an emptied cell takes the value away. */
function laid(at: Assembling, part: RowPart, { row, cells }: SheetRow, base: JsonObject): JsonObject {
  const values: Record<string, Json> = {};
  let holder = base;
  for (const element of columnsOf(part)) {
    const words = cells.get(element.zh);
    if (words === undefined) {
      // A column somebody deleted says nothing; an emptied cell of one that is there does.
      if (at.sheets[part]?.headers.has(element.zh) === true) holder = emptied(holder, element);
      continue;
    }
    const value = valueOf(words, element);
    if (value === undefined) tell(at, part, { row, column: element.zh, code: 'not_understood', value: words });
    else values[element.field] = value;
  }
  const written = overlayOne(holder, values satisfies ElementValues, part, row);
  if (written.ok) return written.value;
  tell(at, part, { row, column: written.error.field, code: 'not_understood', value: written.error.value });
  return holder;
}

const keptEmpty: ReadonlySet<ItemElement['type']['kind']> = new Set(['flag', 'number', 'day']);

/** Text and lists may be emptied; what an item cannot be without keeps its value. */
function emptied(holder: JsonObject, { paths: [path = ''], type, obligation }: ItemElement): JsonObject {
  const before = readPath(holder, path);
  if (before === undefined || keptEmpty.has(type.kind) || (type.kind === 'code' && obligation === 'M')) return holder;
  const empty = isList(before) ? [] : obligation === 'M' ? '' : undefined;
  return sameJson(before, empty) || before === '' ? holder : writePath(holder, path, empty);
}

function listOf(at: Assembling, part: 'material' | 'fee', rows: readonly SheetRow[], item: JsonObject): JsonObject {
  const path = elementLists[part];
  const before = readPath(item, path);
  const known = isList(before) ? before.filter(isObject) : [];
  if (at.sheets[part] === undefined || (rows.length === 0 && known.length === 0)) return item;
  const used = new Set<string>();
  const written = rows.map((row, index) => {
    const id = row.cells.get(MATERIAL_ID) ?? '';
    if (part === 'material' && (id === '' || used.has(id))) {
      const code = id === '' ? 'id_missing' : 'duplicate_code';
      tell(at, part, { row: row.row, column: MATERIAL_ID, code, value: id });
    }
    used.add(id);
    const old = part === 'material' ? known.find((one) => one['id'] === id) : known[index];
    return laid(at, part, row, old ?? (part === 'material' ? newMaterial(id) : newFee));
  });
  return writePath(item, path, written);
}

const newFee: JsonObject = { standard: '', basis: { law: '', article: '', rank: 'law' } };
const newMaterial = (id: string): JsonObject => ({
  id,
  basis: '',
  source: 'applicant',
  form: 'original',
  copies: 1,
  necessity: 'required',
  acceptanceRules: [],
});

/** No item is above itself, however long the way. */
function withoutCircles(
  items: readonly PublishedItem[],
  at: Assembling,
  rows: ReadonlyMap<string, number>,
): ReadWorkbook {
  const parents = new Map(
    items.flatMap((item) => {
      const parent = isGuideEntry(item) ? undefined : item.implementation?.tree?.parent;
      return parent === undefined ? [] : [[String(item.id), parent] as const];
    }),
  );
  const circling = (id: string): boolean => {
    const seen = new Set<string>();
    for (let up = parents.get(id); up !== undefined && !seen.has(up); up = parents.get(up)) {
      if (up === id) return true;
      seen.add(up);
    }
    return false;
  };
  for (const { id } of items.filter(({ id: one }) => circling(one))) {
    tell(at, 'item', { row: rows.get(id) ?? 0, column: ITEM_ID, code: 'circular', value: id });
  }
  return { items: items.filter(({ id }) => !circling(id)), findings: at.findings };
}
