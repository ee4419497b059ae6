import { readFile } from 'node:fs/promises';
import type { PublishedItem } from '@yimen/core/catalogue';
import { readExchange, readWorkbook, workbookProblems } from '../modules/catalogue/index.ts';
import { misuse } from './tool.ts';

/** A file of whole items, and what of it could not be read, a line each. */
export interface ItemsFile {
  readonly items: readonly PublishedItem[];
  readonly problems: readonly string[];
}

export const isItemsFile = (path: string): boolean => /\.(xlsx|json)$/i.test(path);

/** Reads a workbook or an exchange file; `standing` is what the hall publishes. */
export async function readItemsFile(path: string, standing: readonly PublishedItem[]): Promise<ItemsFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw misuse('FILE', `无法读取 ${path}`, error instanceof Error ? error.message : String(error));
  });
  if (path.toLowerCase().endsWith('.json')) return fromExchange(bytes.toString('utf8'));
  const known = new Map(standing.map((item) => [String(item.id), item]));
  const { items, findings } = await readWorkbook(bytes, (id) => known.get(id));
  const problems = findings.map(({ sheet, row, column, code, value }) => {
    const { zh, en } = workbookProblems[code];
    return `${sheet} 第 ${String(row)} 行 row ${String(row)} ${column}: ${zh} / ${en}${value === '' ? '' : ` (${value})`}`;
  });
  return { items, problems };
}

function fromExchange(text: string): ItemsFile {
  const { items, findings } = readExchange(text);
  const problems = findings.map(
    ({ item, id, field, value }) =>
      `第 ${String(item)} 项 item ${String(item)} ${id} ${field}: 不能理解该值 / not understood (${value})`,
  );
  return { items, problems };
}
