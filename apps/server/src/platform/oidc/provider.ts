import { ok, refuse, type Result } from '@yimen/kernel';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  customFetch,
  discovery,
  fetchUserInfo,
  type Configuration,
  type CustomFetch,
  type IDToken,
} from 'openid-client';
import type { Log } from '../log/index.ts';

/** What an operator agreed with the sign-in service (统一身份认证). */
export interface ProviderSettings {
  /** The service: nothing else is ever connected to. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the user name of this installation. */
  readonly usernameClaim: string;
  /** Levels that are asked for (`acr_values`), best first; the service may answer with another or none. */
  readonly acrValues: readonly string[];
  /** Where the service sends browsers back to; registered there word for word. */
  readonly returnTo: string;
}

/** What ties a browser's way out to its way back. Each is used once. */
export interface Ties {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the service recognised, and how. */
export interface Recognised {
  readonly username: string;
  readonly amr: readonly string[];
  readonly acr?: string;
}

export type ProviderFault = 'oidc_unavailable' | 'oidc_refused';

/** A sign-in service spoken to by OpenID Connect: authorization code with PKCE, state and nonce. */
export interface SignInService {
  /** The address a browser is sent to. */
  readonly wayOut: (ties: Ties) => Promise<Result<string, ProviderFault>>;
  /** Whom a browser that came back with this query stands for. */
  readonly wayBack: (query: string, ties: Ties) => Promise<Result<Recognised, ProviderFault>>;
}

const TIMEOUT_SECONDS = 8;
/** People prove who they are for this sign-in: on a shared computer the service still knows whoever sat there before. */
const FRESH_SECONDS = 300;
const SCOPE = 'openid profile';

/** The service as it describes itself is read at the first sign-in and again after a failure; it may be down at the start. */
export function openSignInService(settings: ProviderSettings, log: Log): SignInService {
  let known: Promise<Configuration> | undefined;
  const described = (): Promise<Configuration> => (known ??= describe(settings));
  const attempt = async <T>(what: string, ask: (service: Configuration) => Promise<T>) => {
    try {
      return ok(await ask(await described()));
    } catch (error) {
      known = undefined;
      const fault = faultOf(error);
      log.warn({ event: 'oidc', what, fault, code: codeOf(error) }, 'the sign-in service');
      return refuse(fault);
    }
  };
  return {
    wayOut: (ties) => attempt('way out', (service) => addressOf(service, settings, ties)),
    wayBack: (query, ties) => attempt('way back', (service) => recognise(service, settings, { query, ties })),
  };
}

function describe({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  return discovery(issuer, clientId, clientSecret, ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    [customFetch]: onlyTo(issuer),
    // The settings allow plain HTTP on this machine alone.
    ...(issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {}),
  });
}

/** The service describes where its endpoints are: an address elsewhere is not followed, whoever wrote it there (SSRF). */
const onlyTo =
  ({ origin }: URL): CustomFetch =>
  (url, { body, ...options }) => {
    if (new URL(url).origin !== origin) throw new Elsewhere();
    return fetch(url, { ...options, ...(body === undefined ? {} : { body }) });
  };

class Elsewhere extends Error {
  readonly code = 'elsewhere';
}

async function addressOf(
  service: Configuration,
  { returnTo, acrValues }: ProviderSettings,
  ties: Ties,
): Promise<string> {
  const url = buildAuthorizationUrl(service, {
    redirect_uri: returnTo,
    scope: SCOPE,
    state: ties.state,
    nonce: ties.nonce,
    code_challenge: await calculatePKCECodeChallenge(ties.verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    max_age: String(FRESH_SECONDS),
    ...(acrValues.length === 0 ? {} : { acr_values: acrValues.join(' ') }),
  });
  return url.href;
}

interface Return {
  readonly query: string;
  readonly ties: Ties;
}

async function recognise(
  service: Configuration,
  { returnTo, usernameClaim }: ProviderSettings,
  { query, ties }: Return,
): Promise<Recognised> {
  const tokens = await authorizationCodeGrant(service, new URL(`${returnTo}?${query}`), {
    expectedState: ties.state,
    expectedNonce: ties.nonce,
    pkceCodeVerifier: ties.verifier,
    maxAge: FRESH_SECONDS,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Unusable('no_id_token');
  const told = claims[usernameClaim] ?? (await fetchUserInfo(service, tokens.access_token, claims.sub))[usernameClaim];
  if (typeof told !== 'string' || told === '') throw new Unusable('no_user_name');
  return { username: told, ...provedBy(claims) };
}

function provedBy({ amr, acr }: IDToken): Pick<Recognised, 'amr' | 'acr'> {
  const methods = Array.isArray(amr) ? amr.filter((one) => typeof one === 'string') : [];
  return { amr: methods, ...(typeof acr === 'string' ? { acr } : {}) };
}

/** An answer in good order that names nobody. */
class Unusable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const UNREACHABLE: ReadonlySet<string | undefined> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'elsewhere',
]);

/** Nobody there, or somebody else there, or a plain no. */
function faultOf(error: unknown): ProviderFault {
  if (error instanceof Elsewhere || (error instanceof TypeError && !(error instanceof ClientError)))
    return 'oidc_unavailable';
  return UNREACHABLE.has(codeOf(error)) ? 'oidc_unavailable' : 'oidc_refused';
}

/** A word for the log; messages may carry what a browser brought. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { cause, code } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (cause instanceof Elsewhere) return cause.code;
  return typeof code === 'string' ? code : undefined;
}
