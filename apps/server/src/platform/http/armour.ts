import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { App } from './app.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Goes on every script and style a page of this answer carries itself. */
    nonce: string;
  }
}

/**
 * Browser armour (P32): nothing from another origin, no inline script or style without this answer's nonce, framing only by
 * ourselves (papers are shown in a frame of the desk). Answers are not stored unless their route says otherwise, because
 * nearly all of them are about a person.
 */
export async function armour(app: App): Promise<void> {
  app.decorateRequest('nonce', '');
  app.addHook('onRequest', async (request) => {
    request.nonce = randomBytes(16).toString('base64');
  });
  await app.register(helmet, {
    contentSecurityPolicy: false,
    // Over plain HTTP on this machine it would lock the browser out of every other program on localhost.
    strictTransportSecurity: false,
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (!reply.hasHeader('content-security-policy')) {
      const part = isPart(request.url, String(reply.getHeader('content-type')));
      reply.header('content-security-policy', part ? PART : policyFor(request.nonce));
    }
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    reply.header('x-request-id', request.id);
    return payload;
  });
}

/** A script or style of the portal is a part of a page: opened alone it loads nothing and stands in no frame. */
const PART = "default-src 'none'; frame-ancestors 'none'";

/** Two dozen parts make a page: the long policy on each would weigh more than the style sheet. */
const isPart = (url: string, type: string): boolean =>
  url.startsWith('/assets/') && /^(application\/javascript|text\/(css|javascript))/.test(type);

function policyFor(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
