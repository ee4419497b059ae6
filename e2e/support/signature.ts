import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a judge of PDF signatures is on this machine; without one a test must say that it did not test. */
export const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;

/** What `pdfsig` says of the file's signature: a program that knows nothing of Yimen. */
export function signatureOf(pdf: Buffer): 'valid' | 'invalid' | 'not tested' {
  if (!hasPdfsig) return 'not tested';
  const folder = mkdtempSync(join(tmpdir(), 'yimen-pdfsig-'));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  const said = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout;
  rmSync(folder, { recursive: true });
  return /Signature Validation: Signature is Valid/.test(said) ? 'valid' : 'invalid';
}
