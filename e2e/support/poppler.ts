import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Tool = 'pdfsig' | 'pdftotext';

/** Whether a program of poppler-utils is on this machine; without it a test must say that it did not test. */
export const has = (tool: Tool): boolean => spawnSync(tool, ['-v']).error === undefined;

/** What a program that knows nothing of Yimen prints of a PDF. */
export function saidOf(pdf: Buffer, tool: Tool, argumentsFor: (file: string) => readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-poppler-'));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  const { stdout } = spawnSync(tool, argumentsFor(file), { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout;
}
