import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { Refused } from './problems.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** NUL and half a surrogate pair: neither is text to PostgreSQL, and neither can be typed. */
// oxlint-disable-next-line no-control-regex -- the control character is the point
const UNSTORABLE = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const DEEPEST = 40;

/**
 * What holds for every request before any route sees it. A changing request that another site's page sent is refused
 * although its cookie would not have come along (SameSite): browsers have been wrong before. Text the database cannot
 * hold is the caller's mistake, not a failure of ours (P27).
 */
export function guardRequests(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (!SAFE.has(request.method) && isForeign(request)) throw new Refused({ code: 'other_site' });
    if (UNSTORABLE.test(decoded(request.url))) throw new Refused({ code: 'invalid' });
  });
  app.addHook('preValidation', async (request) => {
    const field = unstorable(request.body, []);
    if (field !== undefined) throw new Refused({ code: 'invalid', field: field.join('.') });
  });
}

function isForeign({ headers, host }: FastifyRequest): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin } = headers;
  return origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== host;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // Not ours to judge: the router refuses it.
    return url;
  }
}

/** Where in the body unstorable text stands; nesting nobody needs counts as such. */
function unstorable(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null || !isPlain(value)) return undefined;
  if (path.length > DEEPEST) return path;
  for (const [key, member] of Object.entries(value)) {
    const found = UNSTORABLE.test(key) ? path : unstorable(member, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Files and streams are not looked into. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
