import { FactorWanted, SignInWays } from '@yimen/contract';
import type { ProviderRefusal } from '@yimen/core/people';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { notFound, SESSION_COOKIE, setSessionCookie, type App } from '../../../platform/http/index.ts';
import { factorsOf } from '../factors.ts';
import { comeFromService, goToService, type TrustingWorld } from '../provider.ts';
import { halfSession } from '../session.ts';
import type { PeopleWorld } from '../world.ts';
import { refuseAs } from './answers.ts';

const tags = ['session'];
const config = { policy: 'public', rateLimit: { max: 60, timeWindow: 60_000 } } as const;
const leads = { ...config, answers: { status: 303 } } as const;

/** Where the service sends browsers back to; registered with it word for word. */
export const RETURN_PATH = '/api/v1/session/provider/return';
const DESK = '/desk/';
/** Sent back with the browser from another site, which is why it is not `strict`; it opens nothing by itself. */
const WAY_COOKIE = 'yimen_way';
const wayCookie = { path: '/api/v1/session/provider', httpOnly: true, sameSite: 'lax', secure: 'auto' } as const;

const word = z.string().max(4096).optional();
/** What the service may send along; the browser's own additions are dropped. */
const Return = z.object({ code: word, state: word, iss: word, error: word, error_description: word });

/** Signing in through a sign-in service: out and back are pages a browser goes to, so they answer with where to go next. */
export function providerRoutes(world: PeopleWorld): (app: App) => void {
  return (app) => {
    waysRoute(app, world);
    outRoute(app, world);
    backRoute(app, world);
    halfRoute(app, world);
  };
}

const isTrusting = (world: PeopleWorld): world is TrustingWorld => world.trusted !== undefined;

function waysRoute(app: App, world: PeopleWorld): void {
  app.get(
    '/api/v1/session/ways',
    { config, schema: { tags, summary: '登录方式 / ways to sign in', response: { 200: SignInWays } } },
    () => ({ provider: isTrusting(world) }),
  );
}

function outRoute(app: App, world: PeopleWorld): void {
  app.get(
    '/api/v1/session/provider',
    { config: leads, schema: { tags, summary: '前往统一身份认证 / to the sign-in service' } },
    async (request, reply) => {
      if (!isTrusting(world)) return notFound(request, reply);
      const way = await goToService(world);
      if (!way.ok) return backToDoor(reply, way.error);
      reply.setCookie(WAY_COOKIE, way.value.secret, wayCookie);
      return reply.redirect(way.value.url, 303);
    },
  );
}

function backRoute(app: App, world: PeopleWorld): void {
  app.get(
    RETURN_PATH,
    { config: leads, schema: { tags, summary: '自统一身份认证返回 / back from it', querystring: Return } },
    async (request, reply) => {
      if (!isTrusting(world)) return notFound(request, reply);
      const secret = request.cookies[WAY_COOKIE] ?? '';
      reply.clearCookie(WAY_COOKIE, wayCookie);
      const query = queryOf(request.query);
      const previous = request.cookies[SESSION_COOKIE];
      const signedIn = await comeFromService(world, { secret, query, address: request.ip, previous });
      const person = signedIn.ok ? signedIn.value.person : undefined;
      request.log.info(
        { event: 'sign_in', way: 'provider', person, from: request.ip, succeeded: signedIn.ok },
        'sign in',
      );
      if (!signedIn.ok) return backToDoor(reply, signedIn.error);
      setSessionCookie(reply, signedIn.value.secret);
      return reply.redirect(signedIn.value.wanted.length === 0 ? DESK : `${DESK}?step=factor`, 303);
    },
  );
}

/** The answer of the service, written again from what was checked. */
function queryOf(sent: z.infer<typeof Return>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sent)) if (value !== undefined) query.set(name, value);
  return query.toString();
}

/** The door says it in words: a browser that was sent here has no screen that could. */
const backToDoor = (reply: FastifyReply, why: ProviderRefusal): FastifyReply =>
  reply.redirect(`${DESK}?refused=${why}`, 303);

/** For a door that was opened anew in between: which second factors the first step still waits for. */
function halfRoute(app: App, world: PeopleWorld): void {
  const schema = { tags, summary: '待验证的第二因素 / factors still wanted', response: { 200: FactorWanted } };
  app.get('/api/v1/session/factor', { config, schema }, async (request, reply) => {
    const half = await halfSession(world.shell, request.cookies[SESSION_COOKIE] ?? '');
    if (half === undefined) return refuseAs(reply, 'sign_in_expired');
    return reply.send({ factors: [...(await factorsOf(world.shell.db, half))] });
  });
}
