import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compressed } from './compress.ts';
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router';
import type { App } from './app.ts';
import { refusalOf } from './errors.ts';
import { missingBuildPage } from './missing.ts';
import { letThrough } from './letThrough.ts';
import { problemOf } from './problems.ts';

/** What the portal gets for one request; its own `visit.ts` states the same shape. */
interface Visit {
  readonly api: (path: string, init?: RequestInit) => Promise<Response>;
  readonly nonce: string;
  readonly demo: boolean;
}

/** The portal's build, as `entry.server.tsx` of the portal exports it. */
type PortalBuild = ServerBuild & {
  readonly entry: { readonly module: { readonly contextFor: (visit: Visit) => RouterContextProvider } };
};

export interface PortalOptions {
  /** `apps/portal/build`. */
  readonly folder: string;
  readonly demo: boolean;
}

type Handle = (request: Request, context: RouterContextProvider) => Promise<Response>;

type Render = (request: FastifyRequest, reply: FastifyReply, asked: Request) => Promise<FastifyReply>;

/** A form with scans sent by a browser without scripts. */
const FORM_LIMIT = 64 * 1_048_576;
const METHODS = ['GET', 'HEAD', 'POST'] as const;
/** Belong to one connection, not to the message. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'upgrade']);

/**
 * Answers every address that is not the API's or the desk's with the portal's server-rendered pages. The portal reaches
 * data only through the API, called in this process with the visitor's own cookies and address.
 */
export async function servePortal(app: App, { folder, demo }: PortalOptions): Promise<void> {
  const entry = join(folder, 'server', 'index.js');
  if (!existsSync(entry)) {
    app.get('/*', { config: { policy: 'public' }, schema: { hide: true } }, (_request, reply) =>
      missingBuildPage(reply, 'portal'),
    );
    return;
  }
  const build = (await import(pathToFileURL(entry).href)) as PortalBuild;
  const handle: Handle = createRequestHandler(build, 'production');
  const render: Render = async (request, reply, asked) => {
    const visit: Visit = { api: apiFor(app, request), nonce: request.nonce, demo };
    const response = await handle(asked, build.entry.module.contextFor(visit));
    return sendWebResponse(reply, response, request.headers['accept-encoding']);
  };
  const client = join(folder, 'client');
  const files = filesBelow(client);
  await app.register((scope, _options, done) => {
    answerWithPages(scope, render);
    scope.removeAllContentTypeParsers();
    // The portal reads its forms itself.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FORM_LIMIT }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.route({
      method: [...METHODS],
      url: '/*',
      config: { policy: 'public' },
      schema: { hide: true },
      handler: async (request, reply) => {
        const path = new URL(request.url, 'http://portal').pathname;
        if (files.has(join(client, path))) return sendAsset(reply, path, client);
        return render(request, reply, toWebRequest(request, reply));
      },
    });
    done();
  });
}

function filesBelow(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(entries.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)));
}

/** What is refused before the portal is asked gets the portal's page for it, not a document for programs. */
function answerWithPages(scope: FastifyInstance, render: Render): void {
  scope.setErrorHandler(async (error, request, reply) => {
    const { status } = problemOf(refusalOf(error), request.id);
    if (status === 413) await letThrough(request);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'broke');
    const headers = endToEnd(request.headers);
    for (const name of ['content-type', 'transfer-encoding']) headers.delete(name);
    return render(request, reply, new Request(`http://portal/problem/${String(status)}`, { headers }));
  });
}

/** Assets carry a hash of their content in their name. */
export function sendAsset(reply: FastifyReply, path: string, folder: string): FastifyReply {
  const immutable = path.includes('/assets/');
  reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  return reply.sendFile(path, folder, { cacheControl: false });
}

function toWebRequest(request: FastifyRequest, reply: FastifyReply): Request {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  const body = request.body instanceof Buffer ? new Uint8Array(request.body) : null;
  return new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers: endToEnd(request.headers),
    signal: controller.signal,
    ...(body === null ? {} : { body }),
  });
}

/** Headers of the message itself, without those of the connection it came over. */
function endToEnd(headers: Readonly<Record<string, string | number | readonly string[] | undefined>>): Headers {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) if (one !== undefined && !HOP_BY_HOP.has(name)) kept.append(name, String(one));
  }
  return kept;
}

async function sendWebResponse(reply: FastifyReply, response: Response, accepted = ''): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const bytes = Buffer.from(await response.arrayBuffer());
  const sent = await compressed(bytes, { type: response.headers.get('content-type') ?? '', accepted });
  reply.header('vary', 'accept-encoding');
  if (sent.encoding !== undefined) reply.header('content-encoding', sent.encoding);
  return reply.send(sent.bytes);
}

/** The API as the portal calls it: no network, the visitor's cookies, and the visitor's address for the rate limits. */
function apiFor(app: App, visitor: FastifyRequest): Visit['api'] {
  return async (path, init = {}) => {
    if (!path.startsWith('/api/v1/')) throw new Error(`not an address of the API: ${path}`);
    const sent = new Request(new URL(path, 'http://api'), init);
    const cookie = visitor.headers.cookie;
    const answer = await app.inject({
      // The contract has no other methods.
      method: sent.method as 'GET' | 'POST' | 'PATCH' | 'DELETE',
      url: path,
      headers: { ...Object.fromEntries(sent.headers), ...(cookie === undefined ? {} : { cookie }) },
      remoteAddress: visitor.ip,
      ...(sent.body === null ? {} : { payload: Buffer.from(await sent.arrayBuffer()) }),
    });
    const headers = endToEnd(answer.headers);
    const bodyless = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(bodyless ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers });
  };
}
