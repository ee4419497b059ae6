import { Session, SignIn } from '@yimen/contract';
import { dayOf } from '@yimen/kernel';
import type { FastifyRequest } from 'fastify';
import {
  refuseWith,
  SESSION_COOKIE,
  setSessionCookie,
  staffOf,
  type App,
  type Staff,
} from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { closeSession, staffBehind } from './session.ts';
import { signIn } from './signIn.ts';
import { postsHeld, standingOf } from './standing.ts';

/** What a session shows of the network, through its own door. */
export interface SessionNeighbours {
  readonly hallName: (jurisdiction: string) => Promise<string>;
  readonly authorityNames: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
}

/** Sign in, who am I, sign out. */
export function peopleRoutes(shell: Shell, near: SessionNeighbours): (app: App) => void {
  return (app) => {
    app.post(
      '/api/v1/session',
      {
        config: { policy: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
        schema: { tags: ['session'], summary: '登录 / sign in', body: SignIn, response: { 200: Session } },
      },
      async (request, reply) => {
        const attempt = { ...request.body, address: request.ip, previous: request.cookies[SESSION_COOKIE] };
        const signedIn = await signIn(shell, attempt);
        note(request, signedIn.ok ? signedIn.value.person : undefined);
        if (!signedIn.ok) return refuseWith(reply, { code: signedIn.error });
        const staff = await staffBehind(shell, signedIn.value.secret);
        if (staff === undefined) throw new Error('a session just begun is not there');
        setSessionCookie(reply, signedIn.value.secret);
        return reply.send(await sessionOf(shell, near, staff));
      },
    );
    app.get(
      '/api/v1/session',
      {
        config: { policy: 'staff' },
        schema: { tags: ['session'], summary: '当前登录 / who is signed in', response: { 200: Session } },
      },
      (request) => sessionOf(shell, near, staffOf(request)),
    );
    signOutRoute(app, shell);
  };
}

function signOutRoute(app: App, shell: Shell): void {
  app.delete(
    '/api/v1/session',
    {
      config: { policy: 'public', answers: { status: 204 } },
      schema: { tags: ['session'], summary: '退出 / sign out' },
    },
    async (request, reply) => {
      const secret = request.cookies[SESSION_COOKIE];
      if (secret !== undefined) await closeSession(shell, secret);
      setSessionCookie(reply, undefined);
      return reply.code(204).send();
    },
  );
}

/** The name that was tried is not logged: people type their password into the wrong field. */
function note(request: FastifyRequest, person: string | undefined): void {
  request.log.info({ event: 'sign_in', person, from: request.ip, succeeded: person !== undefined }, 'sign in');
}

async function sessionOf(shell: Shell, near: SessionNeighbours, staff: Staff): Promise<Session> {
  const { jurisdiction, person, name, roles } = staff;
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
  return { person, name, jurisdiction, hallName, roles: [...roles], posts, demonstration: shell.demo, today };
}
