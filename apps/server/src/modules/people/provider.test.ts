import type { Account, AuditRecord } from '@yimen/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditRecord } from './audit.ts';
import { disableAccount, giveTotp } from './index.ts';
import { openTestService, type TestService } from './test/service.ts';
import { cookieOf, hall, openWorld, type TestWorld } from './test/world.ts';

let service: TestService;
let world: TestWorld;
beforeAll(async () => {
  service = await openTestService();
  world = await openWorld({ trusted: service.trusted() });
});
afterAll(async () => {
  await world.close();
  await service.close();
});
beforeEach(() => {
  service.next = { accountId: 'wang.name' };
});

const get = (
  url: string,
  headers: Readonly<Record<string, string>> = {},
  at = world,
): Promise<LightMyRequestResponse> => at.server.app.inject({ url, headers, remoteAddress: '10.0.0.7' });

/** One browser's way out: where it is sent, and the cookie that ties it. */
async function wayOut(at = world): Promise<{ readonly url: string; readonly cookie: string }> {
  const sent = await get('/api/v1/session/provider', {}, at);
  expect(sent.statusCode, sent.body).toBe(303);
  return { url: String(sent.headers.location), cookie: cookieOf(sent) };
}

const comeBack = ({ pathname, search }: URL, cookie: string): Promise<LightMyRequestResponse> =>
  get(`${pathname}${search}`, { cookie });

/** The whole way, as a person goes it. */
async function through(): Promise<LightMyRequestResponse> {
  const { url, cookie } = await wayOut();
  return comeBack(await service.walk(url), cookie);
}

const sessionIn = (response: LightMyRequestResponse): string => {
  const lines = [response.headers['set-cookie']].flat();
  return lines.find((line) => line?.startsWith('yimen_session=') === true)?.split(';')[0] ?? '';
};
const leadsTo = (response: LightMyRequestResponse): string => String(response.headers.location);
const entries = async (type: 'signedIn' | 'signInFailed'): Promise<AuditRecord['entries']> =>
  (await auditRecord(world.shell.db, { jurisdiction: hall, type })).entries;

describe('signing in through the sign-in service', () => {
  test('sends the browser out with state, nonce, PKCE and the demand to prove oneself anew, and nothing secret', async () => {
    const { url, cookie } = await wayOut();
    const query = Object.fromEntries(new URL(url).searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      client_id: 'yimen',
      scope: 'openid profile',
      prompt: 'login',
      code_challenge_method: 'S256',
    });
    expect([query['state'], query['nonce'], query['code_challenge']].map((text) => text?.length)).toEqual([43, 43, 43]);
    expect(url).not.toContain(cookie.split('=')[1] ?? '-');
    expect(url).not.toContain(service.settings().clientSecret);
  });

  test('opens a session of this installation, on record, with its own limits', async () => {
    const back = await through();
    expect(leadsTo(back)).toBe('/desk/');
    const cookie = sessionIn(back);
    expect((await world.whoAmI(cookie)).json()).toMatchObject({ person: 'wang', roles: ['examiner'] });
    const [newest] = await entries('signedIn');
    expect(newest).toMatchObject({ person: 'wang', from: '10.0.0.7', detail: { way: 'provider', factor: 'none' } });
    world.pass(16);
    expect((await world.whoAmI(cookie)).statusCode).toBe(401);
  });

  test('is ended by disabling the account, at once, and cannot be begun again', async () => {
    service.next = { accountId: 'old.name' };
    const cookie = sessionIn(await through());
    expect((await world.whoAmI(cookie)).statusCode).toBe(200);
    await disableAccount(world.shell, { jurisdiction: hall, person: 'old' });
    expect((await world.whoAmI(cookie)).statusCode).toBe(401);
    const again = await through();
    expect([leadsTo(again), sessionIn(again)]).toEqual(['/desk/?refused=oidc_unknown', '']);
    const [newest] = await entries('signInFailed');
    expect(newest).toMatchObject({ person: 'old', detail: { why: 'oidc_unknown', way: 'provider' } });
  });

  test('refuses whom nobody here knows in the same words, and writes no name down', async () => {
    service.next = { accountId: 'a.stranger' };
    expect(leadsTo(await through())).toBe('/desk/?refused=oidc_unknown');
    const [newest] = await entries('signInFailed');
    expect(newest).toMatchObject({ from: '10.0.0.7', detail: { why: 'oidc_unknown' } });
    expect(JSON.stringify(newest)).not.toContain('stranger');
    expect(world.logged()).not.toContain('stranger');
  });

  test('takes the user name however it is written there', async () => {
    service.next = { accountId: 'WANG.Name' };
    expect((await world.whoAmI(sessionIn(await through()))).json()).toMatchObject({ person: 'wang' });
  });
});

describe('two factors', () => {
  test('whoever signs still owes one when the service proves a password alone', async () => {
    service.next = { accountId: 'zhao.name', amr: ['pwd'] };
    const real = await openWorld({ trusted: service.trusted(), demo: false });
    const { url, cookie } = await wayOut(real);
    const { pathname, search } = await service.walk(url);
    const session = sessionIn(await get(`${pathname}${search}`, { cookie }, real));
    expect((await real.whoAmI(session)).json()).toMatchObject({ person: 'zhao', must: 'enrol' });
    await real.close();
  });

  test.each([
    ['the agreed amr', { amr: ['pwd', 'otp'] }],
    ['the agreed acr', { acr: 'urn:level:3' }],
  ])('%s counts as one, and the account says so', async (_what, proved) => {
    service.next = { accountId: 'zhao.name', ...proved };
    const cookie = sessionIn(await through());
    const session = (await world.whoAmI(cookie)).json<object>();
    expect(session).toMatchObject({ person: 'zhao' });
    expect(session).not.toHaveProperty('factorWaived');
    const account = await get('/api/v1/account', { cookie });
    expect(account.json<Account>().sessions.map(({ factor }) => factor)).toContain('provider');
  });

  test('an account with one of its own is asked for it here, by whatever way it came', async () => {
    await giveTotp(world.people, { jurisdiction: hall, person: 'li' }, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    service.next = { accountId: 'li.name', amr: ['pwd'] };
    const back = await through();
    expect(leadsTo(back)).toBe('/desk/?step=factor');
    const half = sessionIn(back);
    expect((await world.whoAmI(half)).statusCode).toBe(401);
    expect((await get('/api/v1/session/factor', { cookie: half })).json()).toEqual({ factors: ['totp'] });
    expect((await get('/api/v1/session/factor')).json()).toMatchObject({ code: 'sign_in_expired' });
    service.next = { accountId: 'li.name', amr: ['pwd', 'otp'] };
    expect(leadsTo(await through())).toBe('/desk/');
  });
});

describe('what is not a way back', () => {
  const refused = '/desk/?refused=oidc_refused';

  test('the same answer a second time', async () => {
    const { url, cookie } = await wayOut();
    const back = await service.walk(url);
    expect(leadsTo(await comeBack(back, cookie))).toBe('/desk/');
    const again = await comeBack(back, cookie);
    expect([leadsTo(again), sessionIn(again)]).toEqual([refused, '']);
  });

  test('another browser’s answer: nobody can be signed in as somebody else by a link', async () => {
    const [mine, theirs] = [await wayOut(), await wayOut()];
    const back = await service.walk(theirs.url);
    expect(leadsTo(await comeBack(back, mine.cookie))).toBe(refused);
    expect(leadsTo(await get(`${back.pathname}${back.search}`))).toBe(refused);
  });

  test.each([
    ['state', (back: URL) => back.searchParams.set('state', 'x'.repeat(43))],
    ['code', (back: URL) => back.searchParams.set('code', 'guessed')],
    ['issuer', (back: URL) => back.searchParams.set('iss', 'https://elsewhere.example')],
    ['error', (back: URL) => back.searchParams.set('error', 'access_denied')],
    ['twice the code', (back: URL) => back.searchParams.append('code', 'guessed')],
  ])('one with another %s', async (_what, bend) => {
    const { url, cookie } = await wayOut();
    const back = await service.walk(url);
    bend(back);
    const answer = await comeBack(back, cookie);
    expect(sessionIn(answer)).toBe('');
    expect(answer.statusCode === 422 || leadsTo(answer) === refused).toBe(true);
  });

  test.each(['nonce', 'code_challenge'])('one to a question with another %s', async (name) => {
    const { url, cookie } = await wayOut();
    const bent = new URL(url);
    bent.searchParams.set(name, 'x'.repeat(43));
    expect(leadsTo(await comeBack(await service.walk(bent.href), cookie))).toBe(refused);
  });

  test('one after ten minutes', async () => {
    const { url, cookie } = await wayOut();
    const back = await service.walk(url);
    world.pass(11);
    expect(leadsTo(await comeBack(back, cookie))).toBe(refused);
  });

  test('is an entry each time, and the log holds neither code nor secret', async () => {
    const { url, cookie } = await wayOut();
    const back = await service.walk(url);
    back.searchParams.set('state', 'y'.repeat(43));
    const before = (await entries('signInFailed'))[0]?.cursor;
    await comeBack(back, cookie);
    const [newest] = await entries('signInFailed');
    expect(newest?.cursor).not.toBe(before);
    const written = `${world.logged()}${service.logged()}`;
    for (const secret of [
      back.searchParams.get('code') ?? '-',
      cookie.split('=')[1] ?? '-',
      service.settings().clientSecret,
    ])
      expect(written).not.toContain(secret);
  });
});

describe('a service that cannot be used', () => {
  test('is told in words, and passwords work as before', async () => {
    const gone = await openTestService();
    const alone = await openWorld({ trusted: gone.trusted() });
    await gone.close();
    expect(leadsTo(await get('/api/v1/session/provider', {}, alone))).toBe('/desk/?refused=oidc_unavailable');
    expect((await alone.signIn('wang.name', 'correct wang horse')).statusCode).toBe(200);
    await alone.close();
  });

  test('nor is one that describes itself as another issuer', async () => {
    const issuer = new URL(service.issuer.href.replace('127.0.0.1', 'localhost'));
    const misled = await openWorld({ trusted: service.trusted({ issuer }) });
    expect(leadsTo(await get('/api/v1/session/provider', {}, misled))).toBe('/desk/?refused=oidc_unavailable');
    await misled.close();
  });

  test('nor followed to another address it names', async () => {
    const liar = await openTestService({ tokensAt: new URL('/token', service.issuer).href });
    liar.next = { accountId: 'wang.name' };
    const misled = await openWorld({ trusted: liar.trusted() });
    const { url, cookie } = await wayOut(misled);
    const { pathname, search } = await liar.walk(url);
    expect(leadsTo(await get(`${pathname}${search}`, { cookie }, misled))).toBe('/desk/?refused=oidc_unavailable');
    expect(liar.logged()).toContain('"code":"elsewhere"');
    await misled.close();
    await liar.close();
  });

  test('where none is configured there is no way to it, and the door knows', async () => {
    const without = await openWorld();
    expect((await get('/api/v1/session/ways', {}, without)).json()).toEqual({ provider: false });
    expect((await get('/api/v1/session/provider', {}, without)).statusCode).toBe(404);
    expect((await get('/api/v1/session/ways')).json()).toEqual({ provider: true });
    await without.close();
  });
});
