import { isAdministrator, type Role } from '@yimen/core/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { Refused } from './problems.ts';

/**
 * Who may call a route at all. `public`: everybody. `tracking`: whoever holds the token of that one case. `account`:
 * whoever is signed in, about their own account. `staff`: whoever is signed in and handles business; the three
 * administrators do not (三员分立). `roles`: staff holding one of these today. What an act needs beyond that —
 * authorisation for the item and the day — is decided by the module.
 */
export type Policy = 'public' | 'tracking' | 'account' | 'staff' | { readonly roles: readonly [Role, ...Role[]] };

/** A signed-in officer, as far as every route may know. */
export interface Staff {
  readonly person: string;
  readonly name: string;
  /** The hall they belong to; case data of another is not theirs to see. */
  readonly jurisdiction: string;
  /** By the posts they hold or deputise for today. */
  readonly roles: readonly Role[];
  /** Names the session in logs and for signing out; not the secret in the cookie. */
  readonly sessionId: string;
  /** The state of posts and authorisations at this look; nothing older may be answered to this request. */
  readonly asOf?: string;
  /** Whether they proved within the last ten minutes who they are; a signature and a change of the administration ask. */
  readonly proved: boolean;
  /** What has to be done first: until then only the routes of one's own account answer. */
  readonly must?: 'enrol' | 'changePassword';
  /** Whether only the demonstration lets them in without a second factor. */
  readonly factorWaived?: boolean;
}

/** What a tracking token opens. */
export interface Tracked {
  readonly jurisdiction: string;
  readonly caseId: string;
}

/** How the server finds out who is calling; given by the modules that know. */
export interface Gate {
  readonly staff: (cookie: string) => Promise<Staff | undefined>;
  readonly tracked: (token: string) => Promise<Tracked | undefined>;
  /** Which of these sessions still stand; asked about open streams. Without it they last their time. */
  readonly alive?: (sessionIds: readonly string[]) => Promise<ReadonlySet<string>>;
}

export const SESSION_COOKIE = 'yimen_session';
const TRACKING_HEADER = 'x-tracking-token';

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
    /** The caller must have proved a moment ago who they are. */
    proved?: boolean;
  }
  interface FastifyRequest {
    staff: Staff | undefined;
    tracked: Tracked | undefined;
  }
}

/** One line of the table of policies. */
export interface RoutePolicy {
  readonly method: string;
  readonly url: string;
  readonly policy: Policy;
}

/**
 * Makes the table of policies and enforces it. A route without a policy cannot be added: the server does not start, so
 * nothing is ever open by having been forgotten (P22).
 */
export function enforcePolicies(app: App, gate: Gate): readonly RoutePolicy[] {
  const table: RoutePolicy[] = [];
  app.decorateRequest('staff', undefined);
  app.decorateRequest('tracked', undefined);
  app.addHook('onRoute', (route) => {
    const policy = route.config?.policy;
    if (policy === undefined) throw new Error(`${String(route.method)} ${route.url} has no policy`);
    for (const method of [route.method].flat()) table.push({ method, url: route.url, policy });
  });
  app.addHook('onRequest', async (request) => {
    const policy = request.routeOptions.config.policy;
    // Only the handler of unknown routes has none; it answers 404 to everybody.
    if (policy === undefined) return;
    await admit(request, policy, gate);
    if (request.routeOptions.config.proved === true) demandProof(staffOf(request));
  });
  return table;
}

async function admit(request: FastifyRequest, policy: Policy, gate: Gate): Promise<void> {
  if (policy === 'public') return;
  if (policy === 'tracking') {
    const token = request.headers[TRACKING_HEADER];
    request.tracked = typeof token === 'string' ? await gate.tracked(token) : undefined;
    if (request.tracked === undefined) throw new Refused({ code: 'not_tracking' });
    return;
  }
  const cookie = request.cookies[SESSION_COOKIE];
  request.staff = cookie === undefined ? undefined : await gate.staff(cookie);
  if (request.staff === undefined) throw new Refused({ code: 'not_signed_in' });
  admitStaff(request.staff, policy);
}

const FIRST = { enrol: 'factor_needed', changePassword: 'password_old' } as const;

function admitStaff({ roles, must }: Staff, policy: Exclude<Policy, 'public' | 'tracking'>): void {
  if (policy === 'account') return;
  if (must !== undefined) throw new Refused({ code: FIRST[must] });
  const allowed = policy === 'staff' ? !isAdministrator(roles) : policy.roles.some((role) => roles.includes(role));
  if (!allowed) throw new Refused({ code: 'role_not_allowed' });
}

/** For acts that ask who is there once more: refused with `reauth_needed`, which a screen answers by asking and repeating. */
export function demandProof({ proved }: Staff): void {
  if (!proved) throw new Refused({ code: 'reauth_needed' });
}

/** The officer calling; a bug where the route's policy does not ask for one. */
export function staffOf(request: FastifyRequest): Staff {
  if (request.staff === undefined) throw new Error('this route does not require staff');
  return request.staff;
}

/** The case the caller may follow; a bug where the route's policy does not ask for a token. */
export function trackedOf(request: FastifyRequest): Tracked {
  if (request.tracked === undefined) throw new Error('this route does not require a tracking token');
  return request.tracked;
}

/** Sets or clears the session's cookie: not readable by scripts, not sent from other sites. */
export function setSessionCookie(reply: FastifyReply, value: string | undefined): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const;
  if (value === undefined) reply.clearCookie(SESSION_COOKIE, options);
  else reply.setCookie(SESSION_COOKIE, value, options);
}
