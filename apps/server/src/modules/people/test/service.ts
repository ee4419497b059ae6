import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';
import { openSignInService, type ProviderSettings } from '../../../platform/oidc/index.ts';
import { createLog } from '../../../platform/log/index.ts';
import type { TrustedService } from '../world.ts';

/** How the service says somebody proved who they are. */
export interface Login {
  readonly accountId: string;
  readonly amr?: string[];
  readonly acr?: string;
}

/** A real OpenID provider on this machine, in which whoever is `next` has just signed in. */
export interface TestService {
  readonly issuer: URL;
  next: Login;
  readonly settings: (more?: Partial<ProviderSettings>) => ProviderSettings;
  readonly trusted: (more?: Partial<ProviderSettings>) => TrustedService;
  /** Goes where a browser would go, and answers the address the service sends it back to. */
  readonly walk: (from: string) => Promise<URL>;
  readonly logged: () => string;
  readonly close: () => Promise<void>;
}

const RETURN_TO = 'https://desk.example/api/v1/session/provider/return';
const CLIENT = { clientId: 'yimen', clientSecret: randomBytes(32).toString('base64url') };
const PATIENCE = 20;

/** How a service may be wrong. */
export interface TestServiceOptions {
  /** Where it says its tokens are, if not at itself. */
  readonly tokensAt?: string;
}

export async function openTestService({ tokensAt }: TestServiceOptions = {}): Promise<TestService> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = new URL(`http://127.0.0.1:${String(port)}`);
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const settings = (more: Partial<ProviderSettings> = {}): ProviderSettings => ({
    issuer,
    ...CLIENT,
    usernameClaim: 'preferred_username',
    acrValues: ['urn:level:3'],
    returnTo: RETURN_TO,
    ...more,
  });
  const service: TestService = {
    issuer,
    next: { accountId: 'nobody' },
    settings,
    trusted: (more) => ({
      service: openSignInService(settings(more), log),
      secondFactor: [
        { claim: 'amr', value: 'otp' },
        { claim: 'acr', value: 'urn:level:3' },
      ],
    }),
    walk: (from) => walk(from, issuer),
    logged: () => lines.join(''),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
  const handle = handlerOf(new Provider(issuer.href.slice(0, -1), configuration()), service);
  server.on('request', tokensAt === undefined ? handle : lying(handle, issuer, tokensAt));
  return service;
}

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

function configuration(): Configuration {
  return {
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [RETURN_TO] }],
    jwks: { keys: [{ ...privateKey, use: 'sig', alg: 'RS256', kid: 'test' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    acrValues: ['urn:level:3'],
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username'], acr: null },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/login/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: oidc.account?.accountId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** The provider, with the one page it leaves to its operator: whoever is next has signed in. */
function handlerOf(provider: Provider, service: TestService): RequestListener {
  const answer = provider.callback();
  return (request, response) => {
    if (request.url?.startsWith('/login/') !== true) return void answer(request, response);
    const { accountId, ...proved } = service.next;
    return void provider.interactionFinished(request, response, { login: { accountId, remember: false, ...proved } });
  };
}

const DESCRIPTION = '/.well-known/openid-configuration';

/** The same provider, whose description of itself names somebody else's address for its tokens. */
const lying =
  (handle: RequestListener, issuer: URL, tokensAt: string): RequestListener =>
  async (request, response) => {
    if (request.url !== DESCRIPTION) return handle(request, response);
    const answer = await fetch(new URL(`${DESCRIPTION}?plain`, issuer));
    const described = (await answer.json()) as object;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...described, token_endpoint: tokensAt }));
  };

/** Follows redirects inside the service with a browser's cookies. */
async function walk(from: string, { origin }: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(from);
  for (let step = 0; step < PATIENCE && at.origin === origin; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`${at.pathname}: ${String(response.status)} ${await response.text()}`);
    at = new URL(next, at);
  }
  return at;
}
