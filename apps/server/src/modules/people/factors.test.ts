import type { Account, RecoveryCodes, TotpOffer } from '@yimen/contract';
import { instantFromMillis, millisOf } from '@yimen/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStream } from '../../platform/ledger/index.ts';
import { totpCode } from './index.ts';
import { cookieOf, hall, openWorld, type TestWorld } from './test/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld();
  // The chief representative of a real hall, not of a demonstration.
  await sql`update people.account set demonstration = false where person = 'zhao'`.execute(world.shell.db);
});
afterAll(() => world.close());

type Method = 'GET' | 'POST' | 'DELETE';
const call = (cookie: string, method: Method, path: string, payload?: object): Promise<LightMyRequestResponse> =>
  world.server.app.inject({ method, url: `/api/v1${path}`, headers: { cookie }, ...(payload && { payload }) });
const codeOf = (response: LightMyRequestResponse): string => response.json<{ code: string }>().code;
const password = 'correct zhao horse';
const first = (): Promise<LightMyRequestResponse> => world.signIn('zhao.name', password);
const second = (cookie: string, body: object): Promise<LightMyRequestResponse> =>
  call(cookie, 'POST', '/session/factor', body);
const totp = (secret: string, secondsAgo = 0): object => ({
  kind: 'totp',
  code: totpCode(secret, instantFromMillis(millisOf(world.shell.realNow()) - secondsAgo * 1000)),
});

let secret = '';
let codes: readonly string[] = [];

describe('a chief representative without a second factor', () => {
  test('may sign in only to set one up', async () => {
    const cookie = cookieOf(await first());
    expect((await world.whoAmI(cookie)).json()).toMatchObject({ person: 'zhao', must: 'enrol' });
    expect(codeOf(await call(cookie, 'GET', '/managers'))).toBe('factor_needed');
    expect((await call(cookie, 'GET', '/account')).json<Account>()).toMatchObject({ factorNeeded: true, passkeys: [] });
  });

  test('of a demonstration gets in, and is told that this is only so there', async () => {
    const answer: unknown = (await world.signIn('li.name', 'correct li horse')).json();
    expect(answer).toMatchObject({ person: 'li', roles: ['chiefRepresentative', 'examiner'], factorWaived: true });
    expect(answer).not.toHaveProperty('must');
  });

  test('sets up one-time codes: the first code counts, a wrong one does not', async () => {
    const cookie = cookieOf(await first());
    const offer = (await call(cookie, 'POST', '/account/totp', {})).json<TotpOffer>();
    expect(offer.uri).toMatch(/^otpauth:\/\/totp\/Yimen:zhao\.name\?.*secret=[A-Z2-7]{32}/);
    expect(codeOf(await call(cookie, 'POST', '/account/totp/confirmation', { code: '000000' }))).toBe('wrong_proof');
    expect((await first()).json()).toMatchObject({ must: 'enrol' });
    const done = await call(cookie, 'POST', '/account/totp/confirmation', totp(offer.secret));
    codes = done.json<RecoveryCodes>().codes;
    ({ secret } = offer);
    expect(codes).toHaveLength(10);
    expect((await world.whoAmI(cookie)).json()).not.toHaveProperty('must');
  });

  test('neither the secret nor a recovery code is readable in the database', async () => {
    const { rows } = await sql<{ text: string }>`select t::text || c::text as text
      from people.totp t, people.recovery_code c`.execute(world.shell.db);
    const everything = JSON.stringify(rows);
    expect(everything).not.toContain(secret);
    for (const code of codes) expect(everything).not.toContain(code.replaceAll('-', ''));
    expect(world.logged()).not.toContain(secret);
  });
});

describe('the second step', () => {
  test('is wanted after the right password, and until then the cookie opens nothing', async () => {
    world.pass(5);
    const answer = await first();
    expect(answer.json()).toEqual({ factors: ['totp', 'recovery'] });
    const half = cookieOf(answer);
    expect((await world.whoAmI(half)).statusCode).toBe(401);
    const done = await second(half, totp(secret));
    const whole = cookieOf(done);
    expect(whole).not.toBe(half);
    expect(done.json()).toMatchObject({ person: 'zhao' });
    expect([(await world.whoAmI(whole)).statusCode, (await world.whoAmI(half)).statusCode]).toEqual([200, 401]);
  });

  test('takes a code once, and none older than one taken', async () => {
    const half = cookieOf(await first());
    expect(codeOf(await second(half, totp(secret)))).toBe('wrong_proof');
    expect(codeOf(await second(half, totp(secret, 30)))).toBe('wrong_proof');
    world.pass(1);
    expect((await second(half, totp(secret, 30))).statusCode).toBe(200);
  });

  test('of two browsers with the same code at the same moment one gets in', async () => {
    world.pass(2);
    const halves = [cookieOf(await first()), cookieOf(await first())];
    const answers = await Promise.all(halves.map((half) => second(half, totp(secret))));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 403]));
  });

  test('expires after five minutes', async () => {
    const half = cookieOf(await first());
    world.pass(6);
    expect(codeOf(await second(half, totp(secret)))).toBe('sign_in_expired');
    expect(codeOf(await second('yimen_session=invented', totp(secret)))).toBe('sign_in_expired');
  });

  test('takes a recovery code once, however it is written', async () => {
    const [code = ''] = codes;
    const typed = { kind: 'recovery', code: ` ${code.toUpperCase()} `.trim() };
    expect((await second(cookieOf(await first()), typed)).statusCode).toBe(200);
    const half = cookieOf(await first());
    expect(codeOf(await second(half, typed))).toBe('wrong_proof');
    world.pass(1);
    const done = await second(half, totp(secret));
    expect((await call(cookieOf(done), 'GET', '/account')).json<Account>().recoveryLeft).toBe(9);
  });

  test('locks after five wrong codes, the right password notwithstanding', async () => {
    world.pass(31);
    const half = cookieOf(await first());
    const wrong = { kind: 'totp', code: '000000' };
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(codeOf(await second(half, wrong)));
    expect(answers).toEqual([...Array.from({ length: 4 }, () => 'wrong_proof'), 'locked']);
    expect(codeOf(await second(cookieOf(await first()), totp(secret)))).toBe('locked');
    world.pass(31);
    expect((await second(cookieOf(await first()), totp(secret))).statusCode).toBe(200);
  });
});

describe('the own account', () => {
  const signedIn = async (): Promise<string> => {
    world.pass(1);
    return cookieOf(await second(cookieOf(await first()), totp(secret)));
  };

  test('lists its sessions and ends the others', async () => {
    world.pass(16);
    const [other, own] = [await signedIn(), await signedIn()];
    const { sessions } = (await call(own, 'GET', '/account')).json<Account>();
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ address: '127.0.0.1', factor: 'totp' });
    await call(own, 'POST', '/account/sessions/others/end', {});
    expect([(await world.whoAmI(own)).statusCode, (await world.whoAmI(other)).statusCode]).toEqual([200, 401]);
  });

  test('asks again who is there before its guards are changed, ten minutes after the last proof', async () => {
    const cookie = await signedIn();
    world.pass(11);
    expect(codeOf(await call(cookie, 'POST', '/account/recovery-codes', {}))).toBe('reauth_needed');
    expect((await call(cookie, 'GET', '/session/proof')).json()).toEqual({ kinds: ['totp', 'recovery'] });
    // Where there is a factor the password is no proof.
    expect(codeOf(await call(cookie, 'POST', '/session/proof', { kind: 'password', password }))).toBe('wrong_proof');
    expect((await call(cookie, 'POST', '/session/proof', totp(secret))).statusCode).toBe(204);
    expect((await call(cookie, 'POST', '/account/recovery-codes', {})).statusCode).toBe(200);
  });

  test('keeps the last factor of somebody who needs one', async () => {
    const refused = await call(await signedIn(), 'DELETE', '/account/totp');
    expect(refused.json()).toMatchObject({ status: 409, code: 'last_factor' });
    expect((await call(await signedIn(), 'GET', '/account')).json<Account>()).toHaveProperty('totpSince');
  });

  test('changes its password: the rule that fails is named, and the other sessions end', async () => {
    const [other, own] = [await signedIn(), await signedIn()];
    const change = (current: string, next: string): Promise<LightMyRequestResponse> =>
      call(own, 'POST', '/account/password', { current, next });
    expect((await change('not mine', 'another one 27')).json()).toMatchObject({
      code: 'wrong_proof',
      field: 'current',
    });
    expect((await change(password, 'short')).json()).toMatchObject({ code: 'password_short', field: 'next' });
    expect((await change(password, 'password2026')).json()).toMatchObject({ code: 'password_common' });
    expect((await change(password, password)).json()).toMatchObject({ code: 'password_used' });
    expect((await change(password, 'kd8vn2xe')).statusCode).toBe(204);
    expect([(await world.whoAmI(own)).statusCode, (await world.whoAmI(other)).statusCode]).toEqual([200, 401]);
    expect(codeOf(await first())).toBe('wrong_password');
    await world.signIn('zhao.name', 'kd8vn2xe');
  });
});

describe('under the profile 等保', () => {
  // A dozen passwords are hashed here, which is meant to take long; on a busy machine it does.
  test('a password is changed after ninety days, and the last five do not come back', { timeout: 90_000 }, async () => {
    await sql`insert into people.sign_in_policy values (${hall}, 'dengbao')`.execute(world.shell.db);
    const passwords = ['kd8vn2xe', 'Kd8vn2xe7q', 'Kd8vn2xe7r', 'Kd8vn2xe7s', 'Kd8vn2xe7t', 'Kd8vn2xe7u'];
    world.pass(91 * 24 * 60);
    let cookie = cookieOf(await second(cookieOf(await world.signIn('zhao.name', 'kd8vn2xe')), totp(secret)));
    expect((await world.whoAmI(cookie)).json()).toMatchObject({ must: 'changePassword' });
    expect(codeOf(await call(cookie, 'GET', '/managers'))).toBe('password_old');
    for (const [at, next] of passwords.slice(1).entries()) {
      world.pass(1);
      const current = passwords[at] ?? '';
      expect((await call(cookie, 'POST', '/account/password', { current, next })).statusCode).toBe(204);
    }
    const back = (next: string): Promise<LightMyRequestResponse> =>
      call(cookie, 'POST', '/account/password', { current: 'Kd8vn2xe7u', next });
    expect((await world.whoAmI(cookie)).json()).not.toHaveProperty('must');
    for (const used of passwords.slice(1)) expect(codeOf(await back(used))).toBe('password_used');
    expect(codeOf(await back('kd8vn2xekd8'))).toBe('password_kinds');
    cookie = cookieOf(await world.signIn('zhao.name', 'Kd8vn2xe7u'));
    await sql`update people.sign_in_policy set password_profile = 'modern'`.execute(world.shell.db);
  });
});

describe('the record', () => {
  test('has every step of the account, in a chain that holds, and no name that was mistyped', async () => {
    await world.signIn('my-password-in-the-name-field', 'x');
    const stream = await readStream(world.shell.db, { jurisdiction: hall, stream: 'people:zhao' });
    const kinds = new Set(stream.map(({ type }) => type));
    for (const type of [
      'signedIn',
      'factorAdded',
      'factorFailed',
      'locked',
      'proved',
      'proofFailed',
      'sessionsEnded',
      'recoveryCodesMade',
      'passwordChanged',
      'signInFailed',
    ])
      expect([type, kinds.has(type)]).toEqual([type, true]);
    expect(stream.find(({ type }) => type === 'signedIn')).toMatchObject({
      actor: { kind: 'officer', person: 'zhao' },
      body: { person: 'zhao', from: '10.0.0.1', factor: 'none' },
    });
    const unknown = await readStream(world.shell.db, { jurisdiction: '000000', stream: 'people:' });
    expect(unknown.at(-1)).toMatchObject({ type: 'signInFailed', body: { from: '10.0.0.1', locked: false } });
    const { rows } = await sql`select from ledger.entries where actor::text || body::text like '%name-field%'`.execute(
      world.shell.db,
    );
    expect(rows).toEqual([]);
  });
});
