import { isList, isObject, itemElements, toJson, type JsonObject, type PublishedItem } from '@yimen/core/catalogue';
import { canonicalJson, type Json } from '@yimen/kernel';
import { readContent } from './content.ts';
import { overlay, sheetOf, type ElementSheet, type ElementValues } from './overlay.ts';

const FORMAT = 'yimen.implementation-list/1';

/** Why an item of a file was not taken. */
export interface ExchangeFinding {
  /** Of the file's list, from 1; 0 is the file itself. */
  readonly item: number;
  readonly id: string;
  readonly field: string;
  readonly value: string;
}

export interface ExchangeRead {
  readonly items: readonly PublishedItem[];
  readonly findings: readonly ExchangeFinding[];
}

/**
 * An exchange file after GB/T 39554: each item as its national elements, every code with its scheme, and in `extension`
 * what the national list has no place for. Read again it gives the same items.
 */
export function writeExchange(items: readonly PublishedItem[]): string {
  const schemes = itemElements.flatMap(({ part, field, type }) =>
    'scheme' in type ? [[`${part}.${field}`, type.scheme] as const] : [],
  );
  const list = items.map((item) => ({ ...sheetOf(toJson(item)), extension: toJson(item) }));
  const file = toJson({ format: FORMAT, shapedAfter: 'GB/T 39554', schemes: Object.fromEntries(schemes), items: list });
  // One order of members, whoever wrote the item: equal lists are equal bytes.
  return `${JSON.stringify(JSON.parse(canonicalJson(file)), null, 1)}\n`;
}

/** Reads an exchange file. The elements win over the extension, so that what another platform changed is what counts. */
export function readExchange(text: string): ExchangeRead {
  const file = parsed(text);
  const listed = isObject(file) && file['format'] === FORMAT ? file['items'] : undefined;
  if (!isList(listed)) return { items: [], findings: [{ item: 0, id: '', field: 'format', value: FORMAT }] };
  const items: PublishedItem[] = [];
  const findings: ExchangeFinding[] = [];
  const seen = new Set<string>();
  for (const [at, one] of listed.entries()) {
    const read = isObject(one) ? readOne(one) : { field: '', value: '' };
    if ('field' in read) findings.push({ item: at + 1, id: '', ...read });
    else if (seen.has(read.id)) findings.push({ item: at + 1, id: read.id, field: 'id', value: read.id });
    else items.push(read);
    if ('id' in read) seen.add(read.id);
  }
  return { items, findings };
}

function readOne(one: JsonObject): PublishedItem | { readonly field: string; readonly value: string } {
  const base = isObject(one['extension']) ? one['extension'] : {};
  const laid = overlay(base, sheetIn(one));
  if (!laid.ok) return { field: laid.error.field, value: laid.error.value };
  const read = readContent(laid.value);
  return read.ok ? read.value : read.error;
}

function sheetIn(one: JsonObject): ElementSheet {
  return {
    elements: isObject(one['elements']) ? one['elements'] : {},
    materials: rowsIn(one['materials']),
    fees: rowsIn(one['fees']),
    questions: rowsIn(one['questions']),
  };
}

function rowsIn(value: Json | undefined): readonly ElementValues[] {
  return isList(value) ? value.filter(isObject) : [];
}

function parsed(text: string): Json | undefined {
  try {
    return toJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}
