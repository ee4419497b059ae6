import type { Accounts, AuditRecord } from '@yimen/contract';
import { personId, postId } from '@yimen/core/people';
import { day, instant } from '@yimen/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shell } from '../../platform/shell.ts';
import { loadPeople, staffBehind } from './index.ts';
import { cookieOf, data, hall, openWorld, type TestWorld } from './test/world.ts';

const three = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
type Power = (typeof three)[number];

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld();
  const more = {
    ...data,
    people: three.map((power) => ({ id: power.toLowerCase(), name: power })),
    posts: three.map((power) => ({ id: postId(power), name: power, roles: [power] })),
    postings: three.map((power) => ({
      person: personId(power.toLowerCase()),
      post: postId(power),
      rank: 'A' as const,
      from: day('2020-01-01'),
    })),
    delegations: [],
    authorisations: [],
    accounts: three.map((power) => ({
      person: power.toLowerCase(),
      username: power.toLowerCase(),
      password: `correct ${power} horse`,
      demonstration: true,
    })),
  };
  await world.shell.db.transaction().execute((tx) => loadPeople(tx, hall, more, world.shell.now()));
});
afterAll(() => world.close());

/** Each from a machine of their own: how often one address may sign in is another test. */
const machines = { auditAdministrator: '10.0.0.1', systemAdministrator: '10.0.0.2', securityAdministrator: '10.0.0.3' };
const cookieOfPower = async (power: Power): Promise<string> =>
  cookieOf(await world.signIn(power.toLowerCase(), `correct ${power} horse`, { from: machines[power] }));
async function as(power: Power, path: string, payload?: object): Promise<LightMyRequestResponse> {
  const headers = { cookie: await cookieOfPower(power) };
  const url = `/api/v1${path}`;
  return world.server.app.inject(payload === undefined ? { url, headers } : { method: 'POST', url, headers, payload });
}
const codeOf = (response: LightMyRequestResponse): string => response.json<{ code: string }>().code;
const rowOf = async (person: string) =>
  (await as('systemAdministrator', '/administration/accounts'))
    .json<Accounts>()
    .accounts.find((row) => row.person === person);

describe('三员分立', () => {
  test('each of the three does its own and none of them business', async () => {
    const routes = ['/administration/system', '/administration/accounts', '/administration/record', '/desk/draft-key'];
    const table = await Promise.all(
      three.map(async (power) => Promise.all(routes.map(async (path) => (await as(power, path)).statusCode))),
    );
    expect(table).toEqual([
      [200, 200, 403, 403],
      [403, 200, 403, 403],
      [403, 403, 200, 403],
    ]);
  });

  test.each([
    ['securityadministrator', 'auditAdministrator', 'not_oneself'],
    ['systemadministrator', 'auditAdministrator', 'powers_separated'],
    ['auditadministrator', 'examiner', 'powers_separated'],
    ['li', 'systemAdministrator', 'powers_separated'],
  ])('%s is not given the post %s: %s', async (person, post, code) => {
    const refused = await as('securityAdministrator', '/administration/posts/give', { person, post });
    expect(codeOf(refused)).toBe(code);
  });

  test('the database refuses it too, whoever writes and in whatever order', async () => {
    const insert = (person: string, post: string): Promise<unknown> =>
      sql`insert into people.posting (jurisdiction, person, post, rank, from_day)
        values (${hall}, ${person}, ${post}, 'B', '2026-01-01')`.execute(world.shell.db);
    await expect(insert('systemadministrator', 'auditAdministrator')).rejects.toMatchObject({ code: '23514' });
    await expect(insert('li', 'securityAdministrator')).rejects.toMatchObject({ code: '23514' });
    await expect(
      sql`update people.post set roles = '{examiner,auditAdministrator}' where id = 'examiner'`.execute(world.shell.db),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(
      sql`insert into people.delegation (jurisdiction, id, post, to_person, from_day, to_day, reason)
        values (${hall}, 'd9', 'examiner', 'auditadministrator', '2026-03-01', '2026-03-02', '')`.execute(
        world.shell.db,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  test('of two powers given at the same moment one is refused', async () => {
    await as('systemAdministrator', '/administration/accounts', {
      username: 'new.admin',
      name: '新人',
      password: 'four plain words here',
    });
    const answers = await Promise.all(
      ['systemAdministrator', 'auditAdministrator'].map((post) =>
        as('securityAdministrator', '/administration/posts/give', { person: 'new.admin', post }),
      ),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([204, 409]));
  });
});

describe('the system administrator', () => {
  test('makes an account whose password its holder must change first', async () => {
    const body = { username: 'new.clerk', name: '新受理员', password: 'four plain words here' };
    expect((await as('systemAdministrator', '/administration/accounts', body)).statusCode).toBe(204);
    expect(codeOf(await as('systemAdministrator', '/administration/accounts', body))).toBe('username_taken');
    const weak = await as('systemAdministrator', '/administration/accounts', {
      ...body,
      username: 'x.y',
      password: '1',
    });
    expect(weak.json()).toMatchObject({ code: 'password_short', field: 'password' });
    expect((await world.signIn('new.clerk', body.password)).json()).toMatchObject({ must: 'changePassword' });
  });

  test('switches an account off, with its sessions, and on again; never their own', async () => {
    const cookie = cookieOf(await world.signIn('wang.name', 'correct wang horse'));
    const change = (person: string, enabled: boolean): Promise<LightMyRequestResponse> =>
      as('systemAdministrator', '/administration/accounts/switch', { person, enabled });
    expect((await change('wang', false)).statusCode).toBe(204);
    expect((await world.whoAmI(cookie)).statusCode).toBe(401);
    expect(await rowOf('wang')).toMatchObject({ disabled: true });
    expect((await world.signIn('wang.name', 'correct wang horse')).statusCode).toBe(401);
    expect((await change('wang', true)).statusCode).toBe(204);
    expect((await world.signIn('wang.name', 'correct wang horse')).statusCode).toBe(200);
    expect(codeOf(await change('systemadministrator', false))).toBe('not_oneself');
    expect((await change('nobody', false)).statusCode).toBe(404);
  });

  test('proves who is there before a change, ten minutes after the last time', async () => {
    const cookie = await cookieOfPower('systemAdministrator');
    world.pass(11);
    const answer = await world.server.app.inject({
      method: 'POST',
      url: '/api/v1/administration/accounts/switch',
      headers: { cookie },
      payload: { person: 'wang', enabled: false },
    });
    expect(codeOf(answer)).toBe('reauth_needed');
  });
});

describe('the security administrator', () => {
  test('unlocks an account', async () => {
    for (let n = 0; n < 5; n += 1) await world.signIn('old.name', 'wrong');
    expect(await rowOf('old')).toMatchObject({ locked: true });
    expect((await as('securityAdministrator', '/administration/unlock', { person: 'old' })).statusCode).toBe(204);
    expect((await world.signIn('old.name', 'correct old horse')).statusCode).toBe(200);
  });

  test('gives and ends a post; the roles follow with the next request', async () => {
    const cookie = cookieOf(await world.signIn('old.name', 'correct old horse'));
    const managers = async (): Promise<number> =>
      (await world.server.app.inject({ url: '/api/v1/managers', headers: { cookie } })).statusCode;
    expect(await managers()).toBe(403);
    const body = { person: 'old', post: 'hall' };
    expect((await as('securityAdministrator', '/administration/posts/give', body)).statusCode).toBe(204);
    expect(await managers()).toBe(200);
    expect((await as('securityAdministrator', '/administration/posts/end', body)).statusCode).toBe(204);
    expect(await managers()).toBe(403);
    expect((await as('securityAdministrator', '/administration/posts/end', body)).statusCode).toBe(404);
  });

  test('gives a post for a term: nothing before its day, nothing after, and none back in time', async () => {
    const give = (term: object): Promise<LightMyRequestResponse> =>
      as('securityAdministrator', '/administration/posts/give', { person: 'old', post: 'hall', ...term });
    expect((await give({ from: '2026-03-01' })).json()).toMatchObject({ code: 'begins_in_the_past', field: 'from' });
    expect((await give({ from: '2026-05-01', to: '2026-04-30' })).json()).toMatchObject({
      code: 'ends_before_it_begins',
      field: 'to',
    });
    expect((await give({ from: '2026-05-01', to: '2026-05-31' })).statusCode).toBe(204);
    expect((await rowOf('old'))?.posts).toEqual([
      { id: 'hall', name: '值班主任', rank: 'A', from: '2026-05-01', to: '2026-05-31' },
    ]);
    const secret = cookieOf(await world.signIn('old.name', 'correct old horse')).split('=')[1] ?? '';
    const rolesOn = async (at: string): Promise<readonly string[]> => {
      const day: Shell = { ...world.shell, now: () => instant(`${at}T01:00:00.000Z`) };
      return (await staffBehind(day, secret))?.roles ?? [];
    };
    expect([await rolesOn('2026-04-30'), await rolesOn('2026-05-31'), await rolesOn('2026-06-01')]).toEqual([
      [],
      ['dutyManager'],
      [],
    ]);
    expect(
      (await as('securityAdministrator', '/administration/posts/end', { person: 'old', post: 'hall' })).statusCode,
    ).toBe(204);
  });

  test('makes the second holder of a post its deputy', async () => {
    await as('securityAdministrator', '/administration/posts/give', { person: 'old', post: 'examiner' });
    expect((await rowOf('old'))?.posts).toMatchObject([{ id: 'examiner', rank: 'B', from: '2026-03-02' }]);
    await as('securityAdministrator', '/administration/posts/end', { person: 'old', post: 'examiner' });
    expect((await rowOf('old'))?.posts).toEqual([]);
  });

  test('sees every post with its department and its roles', async () => {
    const { posts } = (await as('securityAdministrator', '/administration/accounts')).json<Accounts>();
    expect(posts.find(({ id }) => id === 'examiner')).toEqual({
      id: 'examiner',
      name: '审核岗',
      authorityName: '住房和城乡建设局',
      roles: ['examiner'],
    });
    expect(posts.find(({ id }) => id === 'hall')).not.toHaveProperty('authorityName');
  });

  test('chooses the password profile and takes lost factors away', async () => {
    const chosen = { passwordProfile: 'dengbao' };
    expect((await as('securityAdministrator', '/administration/password-profile', chosen)).statusCode).toBe(204);
    const accounts = (await as('securityAdministrator', '/administration/accounts')).json<Accounts>();
    expect(accounts.passwordProfile).toBe('dengbao');
    expect((await as('securityAdministrator', '/administration/factor-reset', { person: 'old' })).statusCode).toBe(204);
  });
});

describe('the audit administrator', () => {
  test('reads what happened, newest first, page by page, and alters nothing', async () => {
    const read = async (query = ''): Promise<AuditRecord['entries']> =>
      (await as('auditAdministrator', `/administration/record${query}`)).json<AuditRecord>().entries;
    const entries = await read();
    expect(entries[0]).toMatchObject({ type: 'signedIn', person: 'auditadministrator', from: '10.0.0.1' });
    const given = entries.find(({ type, detail }) => type === 'postGiven' && detail['post'] === 'hall');
    expect(given).toMatchObject({ person: 'old', by: 'securityadministrator', detail: { post: 'hall' } });
    const types = new Set((await read('?person=old')).map(({ type }) => type));
    expect([...types].toSorted()).toEqual(
      ['accountUnlocked', 'factorsReset', 'locked', 'postEnded', 'postGiven', 'signInFailed', 'signedIn'].toSorted(),
    );
    const grants = await read('?type=postGiven&person=old');
    expect(new Set(grants.map(({ type }) => type))).toEqual(new Set(['postGiven']));
    const older = await read(`?before=${entries.at(-1)?.cursor ?? ''}`);
    expect(older.every(({ at }) => at <= (entries.at(-1)?.at ?? ''))).toBe(true);
    await expect(sql`delete from ledger.entries where stream like 'people:%'`.execute(world.shell.db)).rejects.toThrow(
      'permission denied',
    );
  });
});
