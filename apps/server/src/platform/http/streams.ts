import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { staffOf, type Gate } from './policy.ts';

/** A session that was ended closes its streams within five seconds (P24): asked this often, for all of them at once. */
const CHECK_MS = 3000;

/**
 * Longer than a session may be idle: the browser then connects again and is asked for its session, which an officer who
 * left has lost. A shorter life would keep every session awake.
 */
const LIFE_MS = 16 * 60_000;

interface OpenStream {
  readonly sessionId: string;
  readonly raw: ServerResponse;
}

declare module 'fastify' {
  interface FastifyInstance {
    openStreams: Set<OpenStream>;
  }
}

/** Ends the streams of sessions that signed out, idled out or were disabled. Looking does not keep a session awake. */
export function watchStreams(app: App, { alive }: Gate): void {
  const open = new Set<OpenStream>();
  app.decorate('openStreams', open);
  if (alive === undefined) return;
  const check = async (): Promise<void> => {
    if (open.size === 0) return;
    const living = await alive([...new Set([...open].map(({ sessionId }) => sessionId))]);
    for (const { sessionId, raw } of open) if (!living.has(sessionId)) raw.end();
  };
  const timer = setInterval(() => {
    check().catch((error: unknown) => app.log.warn({ err: error }, 'open streams could not be checked'));
  }, CHECK_MS);
  app.addHook('onClose', () => clearInterval(timer));
}

/** Begins server-sent events for the officer calling; closed with their session, and after a while in any case. */
export function openEvents(request: FastifyRequest, reply: FastifyReply): ServerResponse {
  const { openStreams } = request.server;
  const stream = { sessionId: staffOf(request).sessionId, raw: reply.raw };
  reply.hijack();
  stream.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  openStreams.add(stream);
  const end = setTimeout(() => stream.raw.end(), LIFE_MS);
  stream.raw.on('close', () => {
    clearTimeout(end);
    openStreams.delete(stream);
  });
  return stream.raw;
}
