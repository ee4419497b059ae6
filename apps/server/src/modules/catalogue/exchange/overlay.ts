import {
  elementLists,
  isList,
  isObject,
  itemElements,
  readElement,
  readPath,
  writeElement,
  writePath,
  type ItemElement,
  type JsonObject,
} from '@yimen/core/catalogue';
import { ok, refuse, type Json, type Result } from '@yimen/kernel';

/** The elements of one holder by their national field names. */
export type ElementValues = { readonly [field: string]: Json | undefined };

/** An item as its elements: what platforms exchange. */
export interface ElementSheet {
  readonly elements: ElementValues;
  readonly materials: readonly ElementValues[];
  readonly fees: readonly ElementValues[];
  readonly questions: readonly ElementValues[];
}

export interface OverlayProblem {
  readonly part: ItemElement['part'];
  /** Which material, fee or question, from 0. */
  readonly at: number;
  readonly field: string;
  readonly value: string;
}

export const elementsOf = (part: ItemElement['part']): readonly ItemElement[] =>
  itemElements.filter((element) => element.part === part);

function valuesOf(holder: Json, part: ItemElement['part']): ElementValues {
  const values = elementsOf(part).map((element) => [element.field, readElement(holder, element)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function listOf(item: Json, part: 'material' | 'fee' | 'question'): readonly ElementValues[] {
  const rows = readPath(item, elementLists[part]);
  return isList(rows) ? rows.map((row) => valuesOf(row, part)) : [];
}

/** Every element an item has something to say of. */
export function sheetOf(item: Json): ElementSheet {
  return {
    elements: valuesOf(item, 'item'),
    materials: listOf(item, 'material'),
    fees: listOf(item, 'fee'),
    questions: listOf(item, 'question'),
  };
}

/** Writes elements over what an item said before; what the elements do not know stays. */
export function overlay(base: JsonObject, sheet: ElementSheet): Result<JsonObject, OverlayProblem> {
  const own = overlayOne(base, sheet.elements, 'item', 0);
  if (!own.ok) return own;
  let item = own.value;
  const lists = [
    ['material', sheet.materials],
    ['fee', sheet.fees],
    ['question', sheet.questions],
  ] as const;
  for (const [part, rows] of lists) {
    const written = overlayList(item, part, rows);
    if (!written.ok) return written;
    item = written.value;
  }
  return ok(item);
}

function overlayList(
  item: JsonObject,
  part: 'material' | 'fee' | 'question',
  rows: readonly ElementValues[],
): Result<JsonObject, OverlayProblem> {
  const path = elementLists[part];
  const before = readPath(item, path);
  const known = isList(before) ? before : [];
  if (rows.length === 0 && known.length === 0) return ok(item);
  const written: JsonObject[] = [];
  for (const [at, row] of rows.entries()) {
    const holder = known[at];
    const one = overlayOne(isObject(holder) ? holder : newRow(part, at), row, part, at);
    if (!one.ok) return one;
    written.push(one.value);
  }
  return ok(writePath(item, path, written));
}

/** What a row means that says nothing else. */
function newRow(part: 'material' | 'fee' | 'question', at: number): JsonObject {
  if (part !== 'material') return {};
  const id = `m${String(at + 1)}`;
  return {
    id,
    basis: '',
    source: 'applicant',
    form: 'original',
    copies: 1,
    necessity: 'required',
    acceptanceRules: [],
  };
}

export function overlayOne(
  holder: JsonObject,
  values: ElementValues,
  part: ItemElement['part'],
  at: number,
): Result<JsonObject, OverlayProblem> {
  let written = holder;
  for (const element of elementsOf(part)) {
    const next = writeElement(written, element, values[element.field]);
    if (!next.ok) return refuse({ part, at, ...next.error });
    written = next.value;
  }
  return ok(written);
}
