import { has, saidOf } from './poppler.ts';

/** Whether a judge of PDF signatures is on this machine; without one a test must say that it did not test. */
export const hasPdfsig = has('pdfsig');

/** What `pdfsig` says of the file's signature: a program that knows nothing of Yimen. */
export function signatureOf(pdf: Buffer): 'valid' | 'invalid' | 'not tested' {
  if (!hasPdfsig) return 'not tested';
  const said = saidOf(pdf, 'pdfsig', (file) => ['-nocert', file]);
  return /Signature Validation: Signature is Valid/.test(said) ? 'valid' : 'invalid';
}
