import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/** Pages and the data of pages; papers and pictures are compressed already. `text/x-script` is React Router's data. */
const TEXT = /^(text\/|application\/(json|javascript))/;
/** Below this the headers weigh more than what is saved. */
const LEAST = 512;
/** A page is made for one visitor: quick rather than small. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
/** Of gzip the smallest costs a millisecond more for a page. */
const SMALL = { level: constants.Z_BEST_COMPRESSION };

export interface Compressed {
  readonly bytes: Buffer;
  readonly encoding?: 'br' | 'gzip';
}

/**
 * The bytes as the browser takes them smallest. A page repeats nothing a stranger can put into it beside a secret (keys
 * are in strict cookies, which other sites cannot make a browser send), so that its length tells nobody anything.
 */
export async function compressed(
  bytes: Buffer,
  { type, accepted }: { readonly type: string; readonly accepted: string | readonly string[] },
): Promise<Compressed> {
  const encodings = String(accepted);
  if (bytes.length < LEAST || !TEXT.test(type)) return { bytes };
  if (/\bbr\b/.test(encodings)) return { bytes: await brotliOf(bytes, QUICK), encoding: 'br' };
  if (/\bgzip\b/.test(encodings)) return { bytes: await gzipOf(bytes, SMALL), encoding: 'gzip' };
  return { bytes };
}
