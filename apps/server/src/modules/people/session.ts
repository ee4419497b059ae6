import { createHash } from 'node:crypto';
import {
  needsSecondFactor,
  passwordProfiles,
  PROOF_MINUTES,
  type PasswordProfileName,
  type Role,
} from '@yimen/core/people';
import { dayOf, instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Staff } from '../../platform/http/index.ts';
import type { Db, Shell } from '../../platform/shell.ts';
import { sweepWays } from './ways.ts';
import type { Holder } from './world.ts';

const IDLE_MS = 15 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** Between the password and the second factor. */
const FACTOR_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** Writing on every request would make reading as dear as acting; the idle time is exact to this. */
const TOUCH_MS = 30_000;

type World = Pick<Shell, 'db' | 'now' | 'realNow' | 'random' | 'newId' | 'demo'>;

/** What a session was proved with besides its first step; `provider`: the sign-in service answers for a second factor. */
export type SessionFactor = 'none' | 'totp' | 'passkey' | 'recovery' | 'provider';
/** The first step: the password kept here, or a sign-in service. */
export type SessionWay = 'password' | 'provider';

export interface NewSession extends Holder {
  /** `factor`: the second factor is still wanted, and the session opens nothing. */
  readonly stage: 'factor' | 'open';
  readonly way: SessionWay;
  readonly factor: SessionFactor;
  readonly address: string;
}

/** Begins a session and answers the secret for the cookie; what is stored cannot be turned back into it. */
export async function openSession(db: Db, world: Omit<World, 'db'>, wanted: NewSession): Promise<string> {
  const secret = Buffer.from(world.random(32)).toString('base64url');
  const at = world.realNow();
  await sql`insert into people.session
      (secret_hash, id, jurisdiction, person, created_at, last_seen_at, proved_at, stage, way, factor, address)
    values (${hashed(secret)}, ${world.newId()}, ${wanted.jurisdiction}, ${wanted.person}, ${at}::timestamptz,
      ${at}::timestamptz, ${at}::timestamptz, ${wanted.stage}, ${wanted.way}, ${wanted.factor}, ${wanted.address})`.execute(
    db,
  );
  return secret;
}

interface Row {
  readonly id: string;
  readonly jurisdiction: string;
  readonly person: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly as_of: number;
  readonly way: SessionWay;
  readonly factor: SessionFactor;
  readonly proved: boolean;
  readonly demonstration: boolean;
  readonly given: boolean;
  readonly password_days: number;
  readonly profile: PasswordProfileName;
}

/**
 * The officer behind a cookie, with the roles of the posts held today, in one round trip. Undefined once the session was
 * idle for 15 minutes, is 12 hours old, was ended, or its account was disabled, and before the second factor was given.
 * The machine's clock counts here: moving the demonstration's time logs nobody out.
 */
export async function staffBehind(world: World, secret: string): Promise<Staff | undefined> {
  const at = world.realNow();
  const today = dayOf(world.now());
  const { rows } = await sql<Row>`
    with live as (
      select s.secret_hash, s.id, s.jurisdiction, s.person, s.last_seen_at, s.way, s.factor, a.demonstration,
        s.proved_at > ${before(at, PROOF_MINUTES * 60_000)}::timestamptz as proved, a.password_given as given,
        extract(epoch from ${at}::timestamptz - a.password_changed_at)::float8 * 1000 / ${DAY_MS} as password_days,
        coalesce((select r.password_profile from people.sign_in_policy r where r.jurisdiction = s.jurisdiction), 'modern') as profile
      from people.session s join people.account a on a.jurisdiction = s.jurisdiction and a.person = s.person
      where s.secret_hash = ${hashed(secret)} and s.stage = 'open' and a.disabled_at is null
        and s.last_seen_at > ${before(at, IDLE_MS)}::timestamptz and s.created_at > ${before(at, ABSOLUTE_MS)}::timestamptz
    ), touched as (
      update people.session s set last_seen_at = ${at}::timestamptz from live
      where s.secret_hash = live.secret_hash and live.last_seen_at < ${before(at, TOUCH_MS)}::timestamptz
    )
    select live.id, live.jurisdiction, live.person, p.name, live.way, live.factor, live.proved, live.demonstration, live.given,
      live.password_days, live.profile, coalesce((
      select array_agg(distinct role) from (
        select post from people.posting g where g.jurisdiction = live.jurisdiction and g.person = live.person
          and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date)
        union select post from people.delegation d where d.jurisdiction = live.jurisdiction and d.to_person = live.person
          and ${today}::date between d.from_day and d.to_day
      ) held join people.post o on o.jurisdiction = live.jurisdiction and o.id = held.post, unnest(o.roles) as role
    ), '{}') as roles, (select revision from people.revision) as as_of
    from live join people.person p on p.jurisdiction = live.jurisdiction and p.id = live.person`.execute(world.db);
  const row = rows[0];
  return row === undefined ? undefined : staffOfRow(row, world.demo);
}

/** What is still owed is asked at every request: a post given at noon asks for a second factor at noon. */
function staffOfRow(row: Row, demo: boolean): Staff {
  const { id, jurisdiction, person, name, roles, proved } = row;
  const factorless = row.factor === 'none' && needsSecondFactor(roles);
  const factorWaived = factorless && demo && row.demonstration;
  const must = mustOf(row, factorless && !factorWaived);
  return {
    jurisdiction,
    person,
    name,
    roles,
    sessionId: id,
    proved,
    asOf: String(row.as_of),
    factorWaived,
    ...(must === undefined ? {} : { must }),
  };
}

function mustOf(row: Row, factorOwed: boolean): Staff['must'] {
  if (factorOwed) return 'enrol';
  // The password kept here is not what they came by.
  if (row.way === 'provider') return undefined;
  const { days } = passwordProfiles[row.profile];
  const old = days !== undefined && row.password_days > days;
  return old || row.given ? 'changePassword' : undefined;
}

/** Which of these sessions still stand. Asking keeps none of them awake. */
export async function liveSessions(
  { db, realNow }: Pick<Shell, 'db' | 'realNow'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const at = realNow();
  const { rows } = await sql<{ id: string }>`select s.id
    from people.session s join people.account a on a.jurisdiction = s.jurisdiction and a.person = s.person
    where s.id = any(${[...ids]}::text[]) and s.stage = 'open' and a.disabled_at is null
      and s.last_seen_at > ${before(at, IDLE_MS)}::timestamptz
      and s.created_at > ${before(at, ABSOLUTE_MS)}::timestamptz`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** A session whose second factor is still wanted. */
export interface HalfSession extends Holder {
  readonly id: string;
  readonly username: string;
  readonly way: SessionWay;
  readonly challenge: string | null;
}

/** The account behind a cookie whose first step is done and whose factor is not; gone after five minutes. */
export async function halfSession({ db, realNow }: Pick<Shell, 'db' | 'realNow'>, secret: string) {
  const { rows } = await sql<HalfSession>`select s.id, s.jurisdiction, s.person, a.username, s.way, s.challenge
    from people.session s join people.account a on a.jurisdiction = s.jurisdiction and a.person = s.person
    where s.secret_hash = ${hashed(secret)} and s.stage = 'factor' and a.disabled_at is null
      and s.created_at > ${before(realNow(), FACTOR_MS)}::timestamptz`.execute(db);
  return rows[0];
}

/** Ends the session of this cookie and answers whose it was, if there was one. */
export async function closeSession(db: Db, secret: string): Promise<(Holder & { readonly open: boolean }) | undefined> {
  const { rows } = await sql<Holder & { open: boolean }>`delete from people.session
    where secret_hash = ${hashed(secret)} returning jurisdiction, person, stage = 'open' as open`.execute(db);
  return rows[0];
}

/** Ends every session of an account but this one, and answers how many. Takes effect with the next request. */
export async function endSessions(db: Db, { jurisdiction, person }: Holder, except = ''): Promise<number> {
  const { rows } = await sql`delete from people.session where jurisdiction = ${jurisdiction} and person = ${person}
    and id <> ${except} returning id`.execute(db);
  return rows.length;
}

/** Removes what no longer opens anything; the worker does it daily. */
export async function sweepSessions({ db, realNow }: Pick<Shell, 'db' | 'realNow'>): Promise<void> {
  const at = realNow();
  await sql`delete from people.session where last_seen_at < ${before(at, ABSOLUTE_MS)}::timestamptz`.execute(db);
  await sweepWays(db, at);
  await sql`delete from people.sign_in_failure where last_at < ${before(at, ABSOLUTE_MS)}::timestamptz`.execute(db);
}

export function before(at: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(at) - millis);
}

function hashed(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
