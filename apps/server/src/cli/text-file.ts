import type { readFile } from 'node:fs/promises';
import { misuse } from './tool.ts';

/** The text of a file a person named; a file that cannot be read is their mistake, said in words. */
export async function readText(path: string, read: typeof readFile): Promise<string> {
  try {
    return await read(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw misuse('FILE', `无法读取 ${path}`, reason);
  }
}
