import { spawnSync } from 'node:child_process';

/** Poppler's tools, by which the tests judge papers; `null` where the machine has none, and the test says so by name. */
export function popplerTool(name: 'pdfsig' | 'pdftotext' | 'pdfinfo'): ((...args: readonly string[]) => string) | null {
  // Poppler prints its version on standard error and exits with 0 or 99, depending on the tool.
  const absent = spawnSync(name, ['-v']).error !== undefined;
  // pdfsig exits with 1 on an invalid signature; what it prints is the answer.
  return absent ? null : (...args) => spawnSync(name, args, { encoding: 'utf8' }).stdout;
}

/** `pdfsig …` where the tool is there, else `not tested: pdfsig absent (…)`. */
export const testName = (tool: string, present: unknown, name: string): string =>
  present === null ? `not tested: ${tool} absent (${name})` : name;
