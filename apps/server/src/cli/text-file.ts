import type { readFile } from 'node:fs/promises';
import { misuse } from './tool.ts';

/** The text of a file a person named; a file that cannot be read is their mistake, said in words. */
export async function readText(path: string, read: typeof readFile): Promise<string> {
  try {
    return decoded(await read(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw misuse('FILE', `无法读取 ${path}`, reason);
  }
}

/** Spreadsheets here save CSV in GB18030; what is no UTF-8 is read as that. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
