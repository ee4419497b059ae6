import { FactorProof, PasskeyOptions, Proof, ProofWanted, Session, SignIn, SignInAnswer } from '@yimen/contract';
import { dayOf } from '@yimen/kernel';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE, setSessionCookie, staffOf, type App, type Staff } from '../../../platform/http/index.ts';
import { proofsOf, proveAgain } from '../factors.ts';
import { passkeyOptions, siteOf } from '../passkeys.ts';
import { record } from '../record.ts';
import { closeSession, halfSession, staffBehind } from '../session.ts';
import { signIn, signInWithFactor, type SignedIn } from '../signIn.ts';
import { postsHeld, standingOf } from '../standing.ts';
import type { PeopleWorld } from '../world.ts';
import { holderOf, refuseAs, whereOf } from './answers.ts';

/** What a session shows of the network, through its own door. */
export interface SessionNeighbours {
  readonly hallName: (jurisdiction: string) => Promise<string>;
  readonly authorityNames: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
}

const tags = ['session'];
const account = { policy: 'account' } as const;
/** Guessing is slowed here before it is counted by name. */
const guarded = { rateLimit: { max: 60, timeWindow: 60_000 } } as const;

/** Sign in, in one or two steps; who am I; who am I really; sign out. */
export function sessionRoutes(world: PeopleWorld, near: SessionNeighbours): (app: App) => void {
  return (app) => {
    passwordRoute(app, world, near);
    factorRoutes(app, world, near);
    proofRoutes(app, world);
    app.get(
      '/api/v1/session',
      { config: account, schema: { tags, summary: '当前登录 / who is signed in', response: { 200: Session } } },
      (request) => sessionOf(world, near, staffOf(request)),
    );
    signOutRoute(app, world);
  };
}

function passwordRoute(app: App, world: PeopleWorld, near: SessionNeighbours): void {
  const schema = { tags, summary: '登录 / sign in', body: SignIn, response: { 200: SignInAnswer } };
  app.post('/api/v1/session', { config: { policy: 'public', ...guarded }, schema }, async (request, reply) => {
    const attempt = { ...request.body, address: request.ip, previous: request.cookies[SESSION_COOKIE] };
    const signedIn = await signIn(world.shell, attempt);
    note(request, signedIn.ok ? signedIn.value.person : undefined);
    if (!signedIn.ok) return refuseAs(reply, signedIn.error);
    setSessionCookie(reply, signedIn.value.secret);
    return reply.send(await answerOf(world, near, signedIn.value));
  });
}

/** The second step. Its secret is in the cookie the first one set, which opens nothing else. */
function factorRoutes(app: App, world: PeopleWorld, near: SessionNeighbours): void {
  const config = { policy: 'public', ...guarded } as const;
  app.post(
    '/api/v1/session/factor',
    {
      config,
      schema: { tags, summary: '第二因素 / the second factor', body: FactorProof, response: { 200: Session } },
    },
    async (request, reply) => {
      const step = { secret: request.cookies[SESSION_COOKIE] ?? '', proof: request.body, address: request.ip };
      const signedIn = await signInWithFactor(world, { ...step, site: siteOf(world, request.host) });
      note(request, signedIn.ok ? signedIn.value.person : undefined);
      if (!signedIn.ok) return refuseAs(reply, signedIn.error);
      setSessionCookie(reply, signedIn.value.secret);
      return reply.send(await sessionOf(world, near, await staffOfNew(world, signedIn.value.secret)));
    },
  );
  app.post(
    '/api/v1/session/factor/passkey',
    {
      config,
      schema: { tags, summary: '通行密钥登录参数 / options for a passkey', response: { 200: PasskeyOptions } },
    },
    async (request, reply) => {
      const half = await halfSession(world.shell, request.cookies[SESSION_COOKIE] ?? '');
      if (half === undefined) return refuseAs(reply, 'sign_in_expired');
      const site = siteOf(world, request.host);
      const options = site && (await passkeyOptions(world, half, { sessionId: half.id, site }));
      return options === undefined ? refuseAs(reply, 'passkey_unavailable') : reply.send({ ...options });
    },
  );
}

/** Who is there, once more: asked before a signature by the edge, answered here. */
function proofRoutes(app: App, world: PeopleWorld): void {
  app.get(
    '/api/v1/session/proof',
    { config: account, schema: { tags, summary: '可用的验证方式 / how to prove it', response: { 200: ProofWanted } } },
    async (request, reply) => reply.send({ kinds: [...(await proofsOf(world.shell.db, holderOf(staffOf(request))))] }),
  );
  app.post(
    '/api/v1/session/proof',
    {
      config: { ...account, ...guarded, answers: { status: 204 } },
      schema: { tags, summary: '再次验证 / prove it again', body: Proof },
    },
    async (request, reply) => {
      const staff = staffOf(request);
      const proved = await proveAgain(world, holderOf(staff), request.body, whereOf(world, request, staff));
      return proved.ok ? reply.code(204).send() : refuseAs(reply, proved.error);
    },
  );
  app.post(
    '/api/v1/session/proof/passkey',
    {
      config: account,
      schema: { tags, summary: '通行密钥验证参数 / options for a passkey', response: { 200: PasskeyOptions } },
    },
    async (request, reply) => {
      const staff = staffOf(request);
      const { sessionId, site } = whereOf(world, request, staff);
      const options = site && (await passkeyOptions(world, holderOf(staff), { sessionId, site }));
      return options === undefined ? refuseAs(reply, 'passkey_unavailable') : reply.send({ ...options });
    },
  );
}

function signOutRoute(app: App, { shell }: PeopleWorld): void {
  app.delete(
    '/api/v1/session',
    {
      config: { policy: 'public', answers: { status: 204 } },
      schema: { tags, summary: '退出 / sign out' },
    },
    async (request, reply) => {
      const secret = request.cookies[SESSION_COOKIE];
      if (secret !== undefined) {
        await shell.db.transaction().execute(async (tx) => {
          const ended = await closeSession(tx, secret);
          if (ended?.open !== true) return;
          const { jurisdiction, person } = ended;
          await record(tx, shell, { type: 'signedOut', jurisdiction, person, from: request.ip });
        });
      }
      setSessionCookie(reply, undefined);
      return reply.code(204).send();
    },
  );
}

/** The name that was tried is not logged: people type their password into the wrong field. */
function note(request: FastifyRequest, person: string | undefined): void {
  request.log.info({ event: 'sign_in', person, from: request.ip, succeeded: person !== undefined }, 'sign in');
}

async function answerOf(
  world: PeopleWorld,
  near: SessionNeighbours,
  { secret, wanted }: SignedIn,
): Promise<SignInAnswer> {
  if (wanted.length > 0) return { factors: [...wanted] };
  return sessionOf(world, near, await staffOfNew(world, secret));
}

async function staffOfNew({ shell }: PeopleWorld, secret: string): Promise<Staff> {
  const staff = await staffBehind(shell, secret);
  if (staff === undefined) throw new Error('a session just begun is not there');
  return staff;
}

async function sessionOf({ shell }: PeopleWorld, near: SessionNeighbours, staff: Staff): Promise<Session> {
  const { jurisdiction, person, name, roles, must, factorWaived } = staff;
  const [standing, hallName, authorities] = await Promise.all([
    standingOf(shell.db, jurisdiction, person),
    near.hallName(jurisdiction),
    near.authorityNames(jurisdiction),
  ]);
  const today = dayOf(shell.now());
  const posts = (standing === undefined ? [] : postsHeld(standing, today)).map((post) => {
    const authorityName = post.authority === undefined ? undefined : authorities.get(post.authority);
    return { id: post.id, name: post.name, ...(authorityName === undefined ? {} : { authorityName }) };
  });
  const session = { person, name, jurisdiction, hallName, roles: [...roles], posts, demonstration: shell.demo, today };
  return { ...session, ...(must && { must }), ...(factorWaived === true ? { factorWaived } : {}) };
}
