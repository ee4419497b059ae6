import type { Accounts, AccountRow, SystemState } from '@yimen/contract';
import { passwordFault, passwordProfiles, type PasswordFault, type Role } from '@yimen/core/people';
import { ok, refuse, type Day, type Instant, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import { transact } from '../../platform/ledger/index.ts';
import type { Db, Shell, Tx } from '../../platform/shell.ts';
import { subject } from './attempts.ts';
import { hashPassword } from './password.ts';
import { profileOf } from './passwordChange.ts';
import { record, type Happened } from './record.ts';
import { endSessions } from './session.ts';
import type { Holder, PeopleWorld } from './world.ts';

/** Who does it, from where; absent at the command line and in tests. */
export interface By {
  readonly by?: string;
  readonly from?: string;
}

type World = Pick<Shell, 'db' | 'realNow' | 'newId'>;

/** Ends every session of an account and lets it begin no other. Takes effect with the next request. */
export function disableAccount(world: World, holder: Holder, how: By = {}): Promise<boolean> {
  return world.db.transaction().execute(async (tx) => {
    const { rows } = await sql`update people.account set disabled_at = ${world.realNow()}::timestamptz
      where jurisdiction = ${holder.jurisdiction} and person = ${holder.person} and disabled_at is null
      returning 1`.execute(tx);
    await endSessions(tx, holder);
    return noted(tx, world, rows.length > 0, { type: 'accountDisabled', ...holder, ...how });
  });
}

/** Lets a disabled account sign in again. */
export function enableAccount(world: World, holder: Holder, how: By = {}): Promise<boolean> {
  return world.db.transaction().execute(async (tx) => {
    const { rows } = await sql`update people.account set disabled_at = null
      where jurisdiction = ${holder.jurisdiction} and person = ${holder.person} and disabled_at is not null
      returning 1`.execute(tx);
    return noted(tx, world, rows.length > 0, { type: 'accountEnabled', ...holder, ...how });
  });
}

async function noted(tx: Tx, world: World, changed: boolean, happened: Happened): Promise<boolean> {
  if (changed) await record(tx, world, happened);
  return changed;
}

export interface NewStaff {
  readonly jurisdiction: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** A new account without any post. Its password was chosen by somebody else: the first sign-in changes it. */
export async function makeAccount(
  { shell }: PeopleWorld,
  { jurisdiction, username, name, password }: NewStaff,
  how: By,
): Promise<Result<void, PasswordFault | 'username_taken'>> {
  const profile = passwordProfiles[await profileOf(shell.db, jurisdiction)];
  const fault = passwordFault(profile, password, { username, name, hasFactor: false });
  if (fault !== undefined) return refuse(fault);
  const hash = await hashPassword(password);
  const at = shell.realNow();
  return transact<void, 'username_taken'>(shell.db, async (tx) => {
    const { rows: people } = await sql`insert into people.person (jurisdiction, id, name)
      values (${jurisdiction}, ${username}, ${name}) on conflict do nothing returning 1`.execute(tx);
    if (people.length === 0) return refuse('username_taken');
    const { rows } = await sql`insert into people.account
        (jurisdiction, person, username, password_hash, created_at, password_changed_at, password_given)
      values (${jurisdiction}, ${username}, ${username}, ${hash}, ${at}::timestamptz, ${at}::timestamptz, true)
      on conflict do nothing returning 1`.execute(tx);
    if (rows.length === 0) return refuse('username_taken');
    await record(tx, shell, { type: 'accountMade', jurisdiction, person: username, ...how });
    return ok(undefined);
  });
}

interface Row {
  readonly person: string;
  readonly name: string;
  readonly username: string;
  readonly posts: AccountRow['posts'] | null;
  readonly disabled: boolean;
  readonly demonstration: boolean;
  readonly factors: number;
  readonly seen: Instant | null;
}

/** Which accounts are asked for, and what departments are called. */
export interface AccountsAsked {
  readonly jurisdiction: string;
  readonly authorities: ReadonlyMap<string, string>;
  readonly today: Day;
}

/** Every account of a hall with its posts from today on. A hall has hundreds, not thousands. */
export async function accountsOf(world: World, { jurisdiction, authorities, today }: AccountsAsked): Promise<Accounts> {
  const { rows } =
    await sql<Row>`select a.person, p.name, a.username, a.disabled_at is not null as disabled, a.demonstration,
      (select count(*)::int from people.passkey k where k.jurisdiction = a.jurisdiction and k.person = a.person)
        + (select count(*)::int from people.totp t where t.jurisdiction = a.jurisdiction and t.person = a.person
            and t.confirmed_at is not null) as factors,
      (select to_char(max(s.last_seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from people.session s
        where s.jurisdiction = a.jurisdiction and s.person = a.person) as seen,
      (select json_agg(json_strip_nulls(json_build_object('id', o.id, 'name', o.name, 'rank', g.rank,
          'from', g.from_day, 'to', g.to_day)) order by o.name, g.from_day)
        from people.posting g join people.post o on o.jurisdiction = g.jurisdiction and o.id = g.post
        where g.jurisdiction = a.jurisdiction and g.person = a.person
          and (g.to_day is null or g.to_day >= ${today}::date)) as posts
    from people.account a join people.person p on p.jurisdiction = a.jurisdiction and p.id = a.person
    where a.jurisdiction = ${jurisdiction} order by a.username`.execute(world.db);
  const locked = await lockedOf(world, jurisdiction, rows);
  return {
    accounts: rows.map(({ seen, posts, ...row }) => ({
      ...row,
      posts: posts ?? [],
      locked: locked.has(row.person),
      ...(seen === null ? {} : { lastSeenAt: seen }),
    })),
    passwordProfile: await profileOf(world.db, jurisdiction),
    posts: await postsOf(world.db, jurisdiction, authorities),
  };
}

interface PostRow {
  readonly id: string;
  readonly name: string;
  readonly authority: string | null;
  readonly roles: Role[];
}

async function postsOf(
  db: Db,
  jurisdiction: string,
  authorities: ReadonlyMap<string, string>,
): Promise<Accounts['posts']> {
  const { rows } = await sql<PostRow>`select id, name, authority, roles from people.post
    where jurisdiction = ${jurisdiction} order by authority nulls first, name`.execute(db);
  return rows.map(({ authority, ...post }) => ({
    ...post,
    ...(authority === null ? {} : { authorityName: authorities.get(authority) ?? authority }),
  }));
}

/** What counts the failures of an account: its name, and the proofs of its holder. */
export function subjectsOf({ jurisdiction, person }: Holder, username: string): readonly Buffer[] {
  return [subject('name', username), subject('factor', `${jurisdiction}/${person}`)];
}

async function lockedOf(
  { db, realNow }: World,
  jurisdiction: string,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const whose = new Map(
    rows.flatMap(({ person, username }) =>
      subjectsOf({ jurisdiction, person }, username).map((one) => [one.toString('hex'), person] as const),
    ),
  );
  const { rows: locked } = await sql<{ subject: string }>`select encode(subject, 'hex') as subject
    from people.sign_in_failure where locked_until > ${realNow()}::timestamptz`.execute(db);
  return new Set(locked.flatMap((one) => whose.get(one.subject) ?? []));
}

/** How many accounts there are, and how many sessions now. */
export async function systemState(
  { db }: Pick<Shell, 'db'>,
  jurisdiction: string,
): Promise<Pick<SystemState, 'accounts' | 'disabled' | 'sessions'>> {
  const { rows } = await sql<Pick<SystemState, 'accounts' | 'disabled' | 'sessions'>>`select count(*)::int as accounts,
      (count(*) filter (where disabled_at is not null))::int as disabled,
      (select count(*)::int from people.session s where s.jurisdiction = ${jurisdiction} and s.stage = 'open') as sessions
    from people.account where jurisdiction = ${jurisdiction}`.execute(db);
  return rows[0] ?? { accounts: 0, disabled: 0, sessions: 0 };
}
