import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendBytes } from './bytes.ts';

/** Whether the caller has this very content already, by its hash (RFC 9110 If-None-Match); sets the tag either way. */
export function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const etag = `"${tag}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  const asked = request.headers['if-none-match'] ?? '';
  return asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** Answers that nothing changed; past the route's own response shapes. */
export function notModified(reply: FastifyReply): FastifyReply {
  return reply.code(304).send();
}

/** Makes and sends a file unless the caller has it: 304 costs neither the making nor the sending. */
export async function sendUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  make: () => Promise<Parameters<typeof sendBytes>[1]>,
): Promise<FastifyReply> {
  if (isKnown(request, reply, tag)) return notModified(reply);
  return sendBytes(reply, await make());
}
