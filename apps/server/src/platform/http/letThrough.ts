import { finished } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';

/** Nobody who meant well sends more than this; the others lose their connection. */
const MOST = 512 * 1_048_576;

/**
 * What is still coming of a body that was refused for its size is let through to nowhere. A browser reads the answer only once it has
 * sent everything: closed before, the connection breaks under its hands and nobody learns why. Ends with the time a request may take.
 */
export async function letThrough({ raw }: FastifyRequest): Promise<void> {
  if (raw.readableEnded || Number(raw.headers['content-length'] ?? 0) > MOST) return;
  raw.resume();
  // Whoever gives up half way is answered to nobody.
  await finished(raw, { writable: false }).catch(() => undefined);
}
