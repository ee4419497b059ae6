import { createHash } from 'node:crypto';
import type { Role } from '@yimen/core/people';
import { dayOf, instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Staff } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';

const IDLE_MS = 15 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** Writing on every request would make reading as dear as acting; the idle time is exact to this. */
const TOUCH_MS = 30_000;

type World = Pick<Shell, 'db' | 'now' | 'realNow' | 'random' | 'newId'>;

/** Begins a session and answers the secret for the cookie; what is stored cannot be turned back into it. */
export async function openSession(world: World, jurisdiction: string, person: string): Promise<string> {
  const secret = Buffer.from(world.random(32)).toString('base64url');
  const at = world.realNow();
  await sql`insert into people.session (secret_hash, id, jurisdiction, person, created_at, last_seen_at)
    values (${hashed(secret)}, ${world.newId()}, ${jurisdiction}, ${person}, ${at}::timestamptz, ${at}::timestamptz)`.execute(
    world.db,
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
}

/**
 * The officer behind a cookie, with the roles of the posts held today, in one round trip. Undefined once the session was
 * idle for 15 minutes, is 12 hours old, was ended, or its account was disabled. The machine's clock counts here: moving
 * the demonstration's time logs nobody out.
 */
export async function staffBehind(world: World, secret: string): Promise<Staff | undefined> {
  const at = world.realNow();
  const today = dayOf(world.now());
  const { rows } = await sql<Row>`
    with live as (
      select s.secret_hash, s.id, s.jurisdiction, s.person, s.last_seen_at
      from people.session s join people.account a on a.jurisdiction = s.jurisdiction and a.person = s.person
      where s.secret_hash = ${hashed(secret)} and a.disabled_at is null
        and s.last_seen_at > ${before(at, IDLE_MS)}::timestamptz and s.created_at > ${before(at, ABSOLUTE_MS)}::timestamptz
    ), touched as (
      update people.session s set last_seen_at = ${at}::timestamptz from live
      where s.secret_hash = live.secret_hash and live.last_seen_at < ${before(at, TOUCH_MS)}::timestamptz
    )
    select live.id, live.jurisdiction, live.person, p.name, coalesce((
      select array_agg(distinct role) from (
        select post from people.posting g where g.jurisdiction = live.jurisdiction and g.person = live.person
          and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date)
        union select post from people.delegation d where d.jurisdiction = live.jurisdiction and d.to_person = live.person
          and ${today}::date between d.from_day and d.to_day
      ) held join people.post o on o.jurisdiction = live.jurisdiction and o.id = held.post, unnest(o.roles) as role
    ), '{}') as roles, (select revision from people.revision) as as_of
    from live join people.person p on p.jurisdiction = live.jurisdiction and p.id = live.person`.execute(world.db);
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id, as_of: asOf, ...staff } = row;
  return { ...staff, sessionId: id, asOf: String(asOf) };
}

/** Ends the session of this cookie, if there is one. */
export async function closeSession({ db }: Pick<Shell, 'db'>, secret: string): Promise<void> {
  await sql`delete from people.session where secret_hash = ${hashed(secret)}`.execute(db);
}

/** Ends every session of an account and lets it begin no other. Takes effect with the next request. */
export async function disableAccount(
  { db, realNow }: Pick<Shell, 'db' | 'realNow'>,
  jurisdiction: string,
  person: string,
): Promise<void> {
  await sql`with ended as (delete from people.session where jurisdiction = ${jurisdiction} and person = ${person})
    update people.account set disabled_at = ${realNow()}::timestamptz
    where jurisdiction = ${jurisdiction} and person = ${person}`.execute(db);
}

/** Removes what no longer opens anything; the worker does it daily. */
export async function sweepSessions({ db, realNow }: Pick<Shell, 'db' | 'realNow'>): Promise<void> {
  const at = realNow();
  await sql`delete from people.session where last_seen_at < ${before(at, ABSOLUTE_MS)}::timestamptz`.execute(db);
  await sql`delete from people.sign_in_failure where last_at < ${before(at, ABSOLUTE_MS)}::timestamptz`.execute(db);
}

export function before(at: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(at) - millis);
}

function hashed(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
