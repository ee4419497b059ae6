import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableLog } from './problem.ts';

export interface TextOptions {
  /** Unpacked bytes; a small file may unpack into more than any disk holds. */
  readonly maxBytes: number;
  readonly encoding: string;
}

const GZIP = [0x1f, 0x8b] as const;

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === GZIP[0] && buffer[1] === GZIP[1];
  } finally {
    await file.close();
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The text of a file piece by piece, unpacked where it is gzip. Throws {@link UnreadableLog}, with the line it came to. */
export async function* textOf(path: string, { maxBytes, encoding }: TextOptions): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let [bytes, line] = [0, 1];
  try {
    for await (const chunk of await chunksOf(path)) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new UnreadableLog({ code: 'too_big', line });
      const text = decoder.decode(chunk, { stream: true });
      yield text;
      line += countLines(text);
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof UnreadableLog ? error : asProblem(error, line);
  }
}

async function chunksOf(path: string): Promise<AsyncIterable<Buffer>> {
  const zipped = await isGzip(path);
  const file = createReadStream(path);
  if (!zipped) return file;
  // A pipeline closes the file too when nobody reads on; its error comes out of the last stream.
  return pipeline(file, createGunzip(), () => undefined);
}

function asProblem(error: unknown, line: number): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code.startsWith('Z_')) return new UnreadableLog({ code: 'truncated', line, detail: error.message });
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new UnreadableLog({ code: 'not_text', line });
  if (/^E[A-Z]+$/.test(code)) return new UnreadableLog({ code: 'unreadable', detail: error.message });
  return error;
}
