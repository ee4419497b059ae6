import { mayAct } from '@yimen/core/people';
import { day } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shell } from '../../platform/shell.ts';
import {
  colleaguesOf,
  countAccounts,
  createAdministrator,
  loadPeople,
  peopleNames,
  postNames,
  standingOf,
} from './index.ts';
import { cookieOf, data, hall, openWorld, paper, posting, zhujian, type TestWorld } from './test/world.ts';

let world: TestWorld;
let shell: Shell;
beforeAll(async () => {
  world = await openWorld();
  shell = world.shell;
});
afterAll(() => world.close());

describe('standing', () => {
  test('is everything the rules of acting need, read in one go', async () => {
    const standing = await standingOf(shell.db, hall, 'li');
    expect(standing).toMatchObject({ person: 'li', name: 'li某' });
    expect(standing?.posts.map(({ id }) => id)).toEqual(['chief', 'examiner']);
    expect(standing?.postings).toContainEqual(posting('old', 'chief', { to: day('2024-12-31') }));
    expect(standing?.authorisations).toEqual([
      paper('1', 'examiner', { items: ['permit'] }),
      paper('2', 'chief', { acts: ['sign'] }),
    ]);
    expect(await standingOf(shell.db, hall, 'nobody')).toBeUndefined();
    expect(await standingOf(shell.db, '330500', 'li')).toBeUndefined();
  });

  test.each([
    ['wang', 'examine', 'permit', '2026-03-02', 'li'],
    ['li', 'sign', 'permit', '2026-03-06', 'zhao'],
  ] as const)('%s may %s %s on %s on behalf of %s', async (...row) => {
    const [person, act, item, on, behalf] = row;
    const standing = await standingOf(shell.db, hall, person);
    if (standing === undefined) throw new Error('unknown');
    const answer = mayAct(standing, { act, authority: zhujian, item, on: day(on) });
    expect(answer).toMatchObject({ ok: true, value: { onBehalfOf: behalf } });
  });

  test.each([
    ['li', 'sign', 'permit', '2026-03-07', 'no_authorisation'],
    ['li', 'examine', 'other', '2026-03-02', 'other_item'],
    ['old', 'sign', 'permit', '2026-03-02', 'no_post'],
    ['zhao', 'sign', 'permit', '2027-01-01', 'authorisation_ended'],
  ] as const)('%s may not %s %s on %s: %s', async (...row) => {
    const [person, act, item, on, code] = row;
    const standing = await standingOf(shell.db, hall, person);
    if (standing === undefined) throw new Error('unknown');
    expect(mayAct(standing, { act, authority: zhujian, item, on: day(on) })).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  test('names and colleagues are of this hall and this day', async () => {
    expect(
      (await colleaguesOf(shell.db, hall, 'zhujian', day('2026-03-02'))).map(({ person }) => person).toSorted(),
    ).toEqual(['li', 'wang', 'zhao']);
    expect(await peopleNames(shell.db, hall, ['li', 'none'])).toEqual(new Map([['li', 'li某']]));
    expect(await postNames(shell.db, '330500', ['chief'])).toEqual(new Map());
  });

  test('loading the same again changes nothing', async () => {
    const before = await standingOf(shell.db, hall, 'li');
    await shell.db.transaction().execute((tx) => loadPeople(tx, hall, data, shell.now()));
    expect(await standingOf(shell.db, hall, 'li')).toEqual(before);
    expect(await countAccounts(shell)).toEqual({ all: 4, demonstration: 4 });
  });
});

describe('the first administrator', () => {
  const wanted = {
    jurisdiction: '330500',
    username: 'first.admin',
    name: '赵管理',
    password: 'long enough words',
    role: 'systemAdministrator',
  } as const;
  test('is made with a post of their own', async () => {
    expect(await createAdministrator(shell, wanted)).toEqual({ ok: true, value: { person: 'first.admin' } });
    const cookie = cookieOf(await world.signIn('first.admin', wanted.password));
    expect((await world.whoAmI(cookie)).json()).toMatchObject({
      jurisdiction: '330500',
      roles: ['systemAdministrator'],
      must: 'enrol',
    });
  });
  test.each(['securityAdministrator', 'auditAdministrator'] as const)(
    'may be a %s, who holds that power alone, and it is on record',
    async (role) => {
      const username = role.toLowerCase();
      expect(await createAdministrator(shell, { ...wanted, username, role })).toMatchObject({ ok: true });
      const cookie = cookieOf(await world.signIn(username, wanted.password));
      expect((await world.whoAmI(cookie)).json()).toMatchObject({ roles: [role], must: 'enrol' });
      const { rows } = await sql`select type, actor->>'name' as by, body->>'role' as role from ledger.entries
        where stream = ${`people:${username}`} order by revision limit 1`.execute(shell.db);
      expect(rows).toEqual([{ type: 'accountMade', by: 'command line', role }]);
    },
  );
  test.each([
    [{ username: 'first.admin' }, 'taken'],
    [{ username: 'A b' }, 'a–z'],
    [{ username: 'second', password: 'short' }, '15'],
    [{ username: 'second', password: 'second-second-12' }, 'contain'],
    [{ username: 'second', password: 'aaaaaaaaaaaaaaaa' }, 'too few'],
  ])('is refused with %j', async (change, words) => {
    expect(await createAdministrator(shell, { ...wanted, ...change })).toMatchObject({
      ok: false,
      error: expect.stringContaining(words) as string,
    });
  });
});
