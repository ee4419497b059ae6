import { ok, refuse, type Result } from '@yimen/kernel';
import { LARGEST_FILE } from './refusals.ts';

/** Bytes of files under way that are held in memory at once, all callers together. */
const MOST_HELD = 400 * 1_048_576;

/** Takes one file off the network; the bytes count until `done` says that they are no longer needed. */
export interface Receiver {
  readonly receive: <T>(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    use: (bytes: Uint8Array) => Promise<T>,
  ) => Promise<Result<T, 'too_large' | 'uploads_busy'>>;
}

/**
 * Reads files up to the limit and not a byte further, and only as many at once as memory allows. What counts is what has
 * arrived: somebody who sends slowly keeps nobody else out.
 */
export function createReceiver(largest = LARGEST_FILE, mostHeld = MOST_HELD): Receiver {
  let held = 0;
  return {
    receive: async (source, use) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      try {
        for await (const chunk of source) {
          length += chunk.length;
          held += chunk.length;
          if (length > largest) return refuse('too_large');
          if (held > mostHeld) return refuse('uploads_busy');
          chunks.push(chunk);
        }
        return ok(await use(Buffer.concat(chunks, length)));
      } finally {
        held -= length;
      }
    },
  };
}
