import { instant } from '@yimen/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shell } from '../../platform/shell.ts';
import { disableAccount, staffBehind, sweepSessions } from './index.ts';
import { cookieOf, hall, openWorld, type TestWorld } from './test/world.ts';

let world: TestWorld;
let shell: Shell;
beforeAll(async () => {
  world = await openWorld();
  shell = world.shell;
});
afterAll(() => world.close());

describe('signing in', () => {
  test('answers who one is and sets a strict cookie whose secret is not stored', async () => {
    const response = await world.signIn('LI.name', 'correct li horse');
    expect(response.json()).toMatchObject({
      person: 'li',
      hallName: '市民之家',
      roles: ['chiefRepresentative', 'examiner'],
      today: '2026-03-02',
      demonstration: true,
    });
    expect(response.json<{ posts: object[] }>().posts).toContainEqual({
      id: 'examiner',
      name: '审核岗',
      authorityName: '住房和城乡建设局',
    });
    expect(String(response.headers['set-cookie'])).toMatch(
      /^yimen_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const secret = cookieOf(response).split('=')[1] ?? '';
    const { rows } = await sql<{ text: string }>`select s::text as text from people.session s`.execute(shell.db);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(world.logged()).not.toContain('horse');
  });

  test('a cookie behind https is for https only', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const response = await world.server.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers,
      payload: { username: 'zhao.name', password: 'correct zhao horse' },
    });
    expect(String(response.headers['set-cookie'])).toContain('Secure');
    expect(response.headers['strict-transport-security']).toBeDefined();
  });

  test('ends the session the browser brought along: nobody can plant one', async () => {
    const planted = cookieOf(await world.signIn('wang.name', 'correct wang horse'));
    const own = cookieOf(await world.signIn('li.name', 'correct li horse', { cookie: planted }));
    expect(own).not.toBe(planted);
    expect((await world.whoAmI(planted)).statusCode).toBe(401);
    expect((await world.whoAmI(own)).json()).toMatchObject({ person: 'li' });
  });

  test('signing out ends it at once', async () => {
    const cookie = cookieOf(await world.signIn('li.name', 'correct li horse'));
    expect(
      (await world.server.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } })).statusCode,
    ).toBe(204);
    expect((await world.whoAmI(cookie)).statusCode).toBe(401);
  });

  test('fifteen minutes without a request end it, and twelve hours whatever happens', async () => {
    const cookie = cookieOf(await world.signIn('li.name', 'correct li horse'));
    for (let minutes = 14; minutes < 12 * 60; minutes += 14) {
      world.pass(14);
      expect((await world.whoAmI(cookie)).statusCode).toBe(200);
    }
    world.pass(7);
    expect((await world.whoAmI(cookie)).statusCode).toBe(401);
    const idle = cookieOf(await world.signIn('li.name', 'correct li horse'));
    world.pass(16);
    expect((await world.whoAmI(idle)).statusCode).toBe(401);
    await sweepSessions(shell);
  });

  test('disabling an account ends its sessions and lets it begin no other', async () => {
    const cookie = cookieOf(await world.signIn('old.name', 'correct old horse'));
    await disableAccount(shell, { jurisdiction: hall, person: 'old' });
    expect((await world.whoAmI(cookie)).statusCode).toBe(401);
    expect((await world.signIn('old.name', 'correct old horse')).statusCode).toBe(401);
  });

  test('roles are those of the posts held on the day', async () => {
    const cookie = cookieOf(await world.signIn('wang.name', 'correct wang horse'));
    const managers = (): Promise<LightMyRequestResponse> =>
      world.server.app.inject({ url: '/api/v1/managers', headers: { cookie } });
    expect((await managers()).statusCode).toBe(403);
    const inJune: Shell = { ...shell, now: () => instant('2026-06-01T01:00:00.000Z') };
    expect((await staffBehind(inJune, cookie.split('=')[1] ?? ''))?.roles).toContain('dutyManager');
  });
});

describe('guessing passwords', () => {
  test.each(['zhao.name', 'nobody.here'])(
    'five wrong ones lock %s for thirty minutes, and the answer does not tell whether it exists',
    async (username) => {
      const answers = [];
      for (let n = 0; n < 5; n += 1)
        answers.push((await world.signIn(username, 'wrong password')).json<{ code: string }>().code);
      expect(new Set(answers)).toEqual(new Set(['wrong_password']));
      const right = await world.signIn(username, 'correct zhao horse');
      expect([right.statusCode, right.json<{ code: string }>().code]).toEqual([423, 'locked']);
      world.pass(29);
      expect((await world.signIn(username, 'correct zhao horse')).statusCode).toBe(423);
      world.pass(2);
      expect((await world.signIn(username, 'correct zhao horse')).statusCode).toBe(
        username === 'zhao.name' ? 200 : 401,
      );
    },
  );

  test('forty at once get no more than five tries', async () => {
    world.pass(60);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => world.signIn('wang.name', `guess number ${n}`, { from: `10.2.0.${n}` })),
    );
    const codes = answers.map((answer) => answer.json<{ code: string }>().code);
    expect(codes.filter((code) => code === 'wrong_password').length).toBeLessThanOrEqual(5);
    expect((await world.signIn('wang.name', 'correct wang horse', { from: '10.2.1.1' })).statusCode).toBe(423);
    world.pass(60);
  });

  test('a right password forgets the wrong ones before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await world.signIn('li.name', 'wrong password', { from: `10.1.0.${round}` });
      expect((await world.signIn('li.name', 'correct li horse', { from: `10.1.0.${round}` })).statusCode).toBe(200);
    }
  });

  test('one address trying many names is slowed down', async () => {
    const codes = [];
    for (let n = 0; n < 59; n += 1)
      codes.push((await world.signIn(`spray.${n}`, 'Spring2026!!', { from: '10.9.9.9' })).statusCode);
    await sql`update people.sign_in_failure set failures = 101 where failures > 50`.execute(shell.db);
    expect((await world.signIn('spray.last', 'Spring2026!!', { from: '10.9.9.9' })).statusCode).toBe(429);
    expect((await world.signIn('li.name', 'correct li horse', { from: '10.9.9.8' })).statusCode).toBe(200);
    expect(codes.every((code) => code === 401)).toBe(true);
  });
});
