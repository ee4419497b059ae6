import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import { endOfZip, latin1 } from './mixed.ts';
import type { UploadRefusal } from './refusals.ts';

const inflated = promisify<Buffer, { maxOutputLength: number; finishFlush: number }, Buffer>(inflate);

/** Bytes of packed objects one file may unpack to, and one stream of it. */
const MOST_UNPACKED = 64 * 1_048_576;
const MOST_OF_ONE = 16 * 1_048_576;
/** Opening one costs 50 µs however small it is; a document of 20 MB has some hundreds. */
const MOST_STREAMS = 5000;
const MOST_AFTER_END = 1024;
/** Browsers that guess look at this much of a file. */
const GUESSED_FROM = 1024;
const PAGE = /<(?:!doctype|html|head|body|script|svg|iframe|\?php)/i;

/** A name of a PDF in all its spellings: any letter may be written `#4a`. */
function nameIn(...names: readonly string[]): RegExp {
  const letter = (char: string): string => `(?:${char}|#${hexOf(char)})`;
  const words = names.map((name) => Array.from(name, letter).join(''));
  return new RegExp(`/(?:${words.join('|')})(?![^\\s\\0()<>[\\]{}/%])`, '');
}

const hexOf = (char: string): string =>
  Array.from(char.charCodeAt(0).toString(16), (digit) =>
    /[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit,
  ).join('');

/** What makes a PDF do something or carry something. An action needs its name, so `/JS` alone need not be looked for. */
const ACTIVE = nameIn(
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'XFA',
);
const ENCRYPTED = nameIn('Encrypt');
const PACKED = nameIn('ObjStm', 'First');
const FLATE_ALONE = /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])(?![A-Za-z])/;
const FILTERED = nameIn('Filter', 'F');
const PREDICTED = nameIn('Predictor');

/**
 * Why a PDF is not taken. Looks at the whole file as text and into its packed objects; not into what pages draw, and not at
 * what a reader would make of a file broken on purpose. Linear in the size of the file.
 */
export async function pdfProblem(bytes: Uint8Array): Promise<UploadRefusal | undefined> {
  const text = latin1(bytes);
  return (
    shapeProblem(text) ??
    (endOfZip(bytes) === undefined ? undefined : 'file_mixed') ??
    (await contentProblem(bytes, text))
  );
}

function shapeProblem(text: string): UploadRefusal | undefined {
  const end = text.lastIndexOf('%%EOF');
  if (!/^%PDF-[12]\.\d/.test(text) || end === -1) return 'file_damaged';
  const rest = text.slice(end + 5);
  if (PAGE.test(text.slice(0, GUESSED_FROM)) || rest.length > MOST_AFTER_END || /[^\s\0]/.test(rest))
    return 'file_mixed';
  const whole = /\d\s+\d+\s+obj\b/.test(text) && /\btrailer\b|\bstartxref\b/.test(text);
  return whole ? undefined : 'file_damaged';
}

async function contentProblem(bytes: Uint8Array, text: string): Promise<UploadRefusal | undefined> {
  if (ENCRYPTED.test(text)) return 'pdf_encrypted';
  if (ACTIVE.test(text)) return 'pdf_active';
  let left = MOST_UNPACKED;
  let streams = 0;
  for (const { at, sure, readable } of packedIn(text)) {
    if (!readable) return 'file_damaged';
    streams += 1;
    if (streams > MOST_STREAMS) return 'file_bomb';
    const objects = await unpack(bytes.subarray(at), Math.min(MOST_OF_ONE, left));
    if (typeof objects !== 'string') {
      left -= objects.length;
      if (ACTIVE.test(latin1(objects))) return 'pdf_active';
    } else if (sure) return objects;
    if (left <= 0) return 'file_bomb';
  }
  return undefined;
}

interface Packed {
  readonly at: number;
  /** Whether it certainly packs objects; else it stands behind something that looks like it. */
  readonly sure: boolean;
  readonly readable: boolean;
}

/** Streams that pack objects, told by `/First`, without which no reader can open one, or by their type. */
function* packedIn(text: string): Generator<Packed> {
  const keyword = /stream\r?\n/g;
  let from = 0;
  for (let found = keyword.exec(text); found !== null; found = keyword.exec(text)) {
    const before = text.slice(from, found.index);
    from = keyword.lastIndex;
    if (before.endsWith('end') || !PACKED.test(before)) continue;
    const dictionary = before.slice(Math.max(0, before.lastIndexOf('obj')));
    const sure = PACKED.test(dictionary);
    const flate = FLATE_ALONE.test(dictionary) && !PREDICTED.test(dictionary);
    // Without a filter it is plain text, and was read with the rest.
    if (flate || FILTERED.test(dictionary)) yield { at: from, sure, readable: flate || !sure };
  }
}

async function unpack(bytes: Uint8Array, most: number): Promise<Buffer | UploadRefusal> {
  try {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await inflated(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return isTooLarge(error) ? 'file_bomb' : 'file_damaged';
  }
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
