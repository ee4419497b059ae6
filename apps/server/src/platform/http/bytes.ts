import type { FastifyReply } from 'fastify';
import { dispositionOf } from '../uploads/index.ts';

/** A file of our own making for the browser: shown in its own frame, never guessed at. */
export function sendBytes(
  reply: FastifyReply,
  file: { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string },
): FastifyReply {
  return reply
    .type(file.mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', dispositionOf('inline', file.name))
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
}
