import type { readFile } from 'node:fs/promises';
import { csvText } from '../platform/csv/index.ts';
import { misuse } from './tool.ts';

/** The text of a file a person named; a file that cannot be read is their mistake, said in words. */
export async function readText(path: string, read: typeof readFile): Promise<string> {
  const bytes = await read(path).catch((error: unknown) => {
    throw misuse('FILE', `无法读取 ${path}`, error instanceof Error ? error.message : String(error));
  });
  const text = csvText(bytes);
  if (text === undefined) throw misuse('FILE', `${path} 不是 UTF-8 或 GB 18030 文本`, 'neither UTF-8 nor GB 18030');
  return text;
}
