import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Log } from '../log/index.ts';
import type { App } from './app.ts';
import { armour } from './armour.ts';
import { answerErrors, answerFrameworkError, answerUnknown } from './errors.ts';
import { guardRequests } from './guard.ts';
import { describeApi, serveApiDescription } from './openapi.ts';
import { shedLoad } from './shed.ts';
import { watchStreams } from './streams.ts';
import { enforcePolicies, type Gate, type RoutePolicy, type Staff } from './policy.ts';

export interface HttpOptions {
  readonly log: Log;
  readonly newId: () => string;
  readonly gate: Gate;
  /** Each module's routes. */
  readonly routes: readonly ((app: App) => void)[];
  /** What is served beside the API: portal and desk. */
  readonly web?: (app: App) => Promise<void>;
  /** Is the database there? Asked by the health route. */
  readonly healthy: () => Promise<boolean>;
  /** Puts on record that somebody signed in was told that they may not. */
  readonly denied?: (denial: Denial) => Promise<void>;
  /** What is wrong although requests are answered; shown by the health route beside its status. */
  readonly alarms?: () => Promise<readonly string[]>;
  /** Requests a minute from one address; 1200 when not told. */
  readonly requestsPerMinute?: number;
  /** Requests worked on at once; 128 when not told. */
  readonly mostAtOnce?: number;
}

export interface HttpServer {
  readonly app: App;
  /** Every route with who may call it. */
  readonly policies: readonly RoutePolicy[];
}

/** More than a hall of a hundred windows asks in one breath; at the measured speed the last of them waits a second. */
const MOST_AT_ONCE = 128;
/** JSON bodies; files come as multipart. */
const BODY_LIMIT = 1_048_576;
const FILE_LIMIT = 20 * 1_048_576;

/** Builds the server without listening. Throws when a route has no policy. */
export async function buildHttp(options: HttpOptions): Promise<HttpServer> {
  const app: App = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => options.newId(),
    requestIdHeader: false,
    // A proxy on this machine may say who asked; what a stranger writes into the header is not believed.
    trustProxy: 'loopback',
    bodyLimit: BODY_LIMIT,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 300 },
    // An address that is no text reaches no hook and no error handler.
    frameworkErrors: answerFrameworkError,
  }).withTypeProvider();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  answerErrors(app);
  app.setNotFoundHandler(answerUnknown);
  logRequests(app);
  shedLoad(app, options.mostAtOnce ?? MOST_AT_ONCE);
  recordDenials(app, options);
  await armour(app);
  await app.register(cookie);
  guardRequests(app);
  await limit(app, options.requestsPerMinute ?? 1200);
  const policies = enforcePolicies(app, options.gate);
  watchStreams(app, options.gate);
  await describeApi(app);
  addRoutes(app, options);
  await options.web?.(app);
  await app.ready();
  return { app, policies };
}

async function limit(app: App, max: number): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 20, fields: 100, fieldSize: 65_536, parts: 120 },
  });
  await app.register(rateLimit, { max, timeWindow: 60_000, allowList: (request) => isAsset(request.url) });
}

/** Assets are the same for everybody and cost nothing to serve. */
function isAsset(url: string): boolean {
  return url.startsWith('/assets/') || url.startsWith('/desk/assets/');
}

function addRoutes(app: App, { routes, healthy, alarms }: HttpOptions): void {
  for (const add of routes) add(app);
  serveApiDescription(app);
  app.get('/api/health', { config: { policy: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    const well = await healthy();
    const heard = well ? ((await alarms?.()) ?? []) : [];
    const told = heard.length === 0 ? {} : { alarms: heard };
    return reply.code(well ? 200 : 503).send({ status: well ? 'ok' : 'database unavailable', ...told });
  });
  app.all('/api/*', { config: { policy: 'public' }, schema: { hide: true } }, answerUnknown);
}

/** A request answered 403: whose, and which route. */
export interface Denial {
  readonly staff: Staff;
  readonly method: string;
  readonly route: string;
  readonly from: string;
}

/** Every 403 of an officer, wherever it was decided: by the route's policy or by the authorisation an act needs. */
function recordDenials(app: App, { denied }: HttpOptions): void {
  if (denied === undefined) return;
  app.addHook('onResponse', async (request, reply) => {
    const { staff, method, ip, routeOptions } = request;
    if (reply.statusCode !== 403 || staff === undefined) return;
    await denied({ staff, method, route: routeOptions.url ?? 'unknown', from: ip }).catch((error: unknown) =>
      request.log.error({ err: error }, 'a refusal could not be recorded'),
    );
  });
}

/** Route and outcome only: addresses carry names and numbers in their query (P30). */
function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const millis = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? 'unknown', status: reply.statusCode, millis }, 'answered');
  });
}
