import type { Account } from '@yimen/contract';
import { needsSecondFactor } from '@yimen/core/people';
import type { Instant } from '@yimen/kernel';
import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Staff } from '../../platform/http/index.ts';
import { transact } from '../../platform/ledger/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { factorsOf, type Where } from './factors.ts';
import { addPasskey, removePasskey, type NewKey } from './passkeys.ts';
import { profileOf } from './passwordChange.ts';
import { record } from './record.ts';
import { newRecoveryCodes, removeRecoveryCodes } from './recovery.ts';
import { endSessions, type SessionFactor } from './session.ts';
import { removeTotp, takeTotp } from './totp.ts';
import type { Holder, PeopleWorld } from './world.ts';

const utc = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

interface Row {
  readonly username: string;
  readonly changed: Instant;
  readonly totp: Instant | null;
  readonly recovery: number;
}

/** How one's own account is guarded, and where it is signed in. */
export async function accountOf(db: Db, staff: Staff): Promise<Account> {
  const { jurisdiction, person } = staff;
  const { rows } = await sql<Row>`select a.username, ${utc('a.password_changed_at')} as changed,
      (select ${utc('t.confirmed_at')} from people.totp t where t.jurisdiction = a.jurisdiction and t.person = a.person) as totp,
      (select count(*)::int from people.recovery_code c where c.jurisdiction = a.jurisdiction and c.person = a.person
        and c.used_at is null) as recovery
    from people.account a where a.jurisdiction = ${jurisdiction} and a.person = ${person}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('somebody without an account is signed in');
  return {
    username: row.username,
    passwordProfile: await profileOf(db, jurisdiction),
    passwordChangedAt: row.changed,
    ...(row.totp === null ? {} : { totpSince: row.totp }),
    passkeys: await passkeyList(db, staff),
    recoveryLeft: row.recovery,
    factorNeeded: needsSecondFactor(staff.roles),
    sessions: await sessionList(db, staff),
  };
}

async function passkeyList(db: Db, { jurisdiction, person }: Holder): Promise<Account['passkeys']> {
  const { rows } = await sql<{ id: string; name: string; created: Instant; used: Instant | null }>`
    select credential_id as id, name, ${utc('created_at')} as created, ${utc('last_used_at')} as used
    from people.passkey where jurisdiction = ${jurisdiction} and person = ${person} order by created_at`.execute(db);
  return rows.map(({ id, name, created, used }) => ({
    id,
    name,
    createdAt: created,
    ...(used === null ? {} : { lastUsedAt: used }),
  }));
}

interface SessionRow {
  readonly id: string;
  readonly created: Instant;
  readonly seen: Instant;
  readonly address: string;
  readonly factor: SessionFactor;
}

async function sessionList(db: Db, { jurisdiction, person, sessionId }: Staff): Promise<Account['sessions']> {
  const { rows } =
    await sql<SessionRow>`select id, ${utc('created_at')} as created, ${utc('last_seen_at')} as seen, address, factor
    from people.session where jurisdiction = ${jurisdiction} and person = ${person} and stage = 'open'
    order by last_seen_at desc limit 100`.execute(db);
  return rows.map(({ id, created, seen, address, factor }) => ({
    id,
    current: id === sessionId,
    createdAt: created,
    lastSeenAt: seen,
    address,
    factor,
  }));
}

/** Recovery codes with the first factor; empty when there are some already. */
async function firstCodes(tx: Tx, { shell }: PeopleWorld, holder: Holder): Promise<readonly string[]> {
  const has = (await factorsOf(tx, holder)).includes('recovery');
  return has ? [] : newRecoveryCodes(tx, shell, holder);
}

/** Binds a new factor to this session and ends the others, which were opened without it. */
async function factorAdded(
  tx: Tx,
  world: PeopleWorld,
  holder: Holder,
  at: { readonly where: Where; readonly factor: 'totp' | 'passkey' },
) {
  const { where, factor } = at;
  await sql`update people.session set factor = ${factor}, proved_at = ${world.shell.realNow()}::timestamptz
    where id = ${where.sessionId}`.execute(tx);
  await endSessions(tx, holder, where.sessionId);
  await record(tx, world.shell, { type: 'factorAdded', ...holder, from: where.from, detail: { factor } });
  return firstCodes(tx, world, holder);
}

/** The first code of an offered secret makes it a factor; answers the recovery codes that come with it. */
export function confirmTotp(
  world: PeopleWorld,
  holder: Holder,
  { code, where }: { readonly code: string; readonly where: Where },
): Promise<Result<readonly string[], 'wrong_proof'>> {
  return transact(world.shell.db, async (tx) => {
    if (!(await takeTotp(world, tx, holder, { code, confirmed: false }))) return refuse('wrong_proof');
    return ok(await factorAdded(tx, world, holder, { where, factor: 'totp' }));
  });
}

/** A passkey just made by the browser becomes a factor. */
export function confirmPasskey(
  world: PeopleWorld,
  key: NewKey,
  where: Where,
): Promise<Result<readonly string[], 'wrong_proof'>> {
  return transact(world.shell.db, async (tx) => {
    if (!(await addPasskey(world, tx, key))) return refuse('wrong_proof');
    return ok(await factorAdded(tx, world, key.holder, { where, factor: 'passkey' }));
  });
}

export interface Removal {
  /** A passkey's id, or the one-time codes. */
  readonly which: 'totp' | { readonly passkey: string };
  /** Whether the posts held today want a factor. */
  readonly needed: boolean;
  readonly from: string;
}

/** Gives up a factor. The last one of somebody who needs one stays; with the last one the recovery codes go. */
export function removeFactor(
  { shell }: PeopleWorld,
  holder: Holder,
  { which, needed, from }: Removal,
): Promise<Result<void, 'last_factor' | 'not_found'>> {
  return transact(shell.db, async (tx) => {
    const removed = which === 'totp' ? await removeTotp(tx, holder) : await removePasskey(tx, holder, which.passkey);
    if (!removed) return refuse('not_found');
    const left = (await factorsOf(tx, holder)).filter((kind) => kind !== 'recovery').length;
    if (left === 0 && needed) return refuse('last_factor');
    if (left === 0) await removeRecoveryCodes(tx, holder);
    const factor = which === 'totp' ? 'totp' : 'passkey';
    await record(tx, shell, { type: 'factorRemoved', ...holder, from, detail: { factor } });
    return ok(undefined);
  });
}

/** New recovery codes in place of the old ones. */
export function renewRecoveryCodes(
  { shell }: PeopleWorld,
  holder: Holder,
  from: string,
): Promise<Result<readonly string[], 'no_factor'>> {
  return transact(shell.db, async (tx) => {
    if ((await factorsOf(tx, holder)).length === 0) return refuse('no_factor');
    await record(tx, shell, { type: 'recoveryCodesMade', ...holder, from });
    return ok(await newRecoveryCodes(tx, shell, holder));
  });
}

/** Ends every session of one's own but this one. */
export function endOthers(
  { shell }: PeopleWorld,
  { jurisdiction, person, sessionId }: Staff,
  from: string,
): Promise<number> {
  const holder = { jurisdiction, person };
  return shell.db.transaction().execute(async (tx) => {
    const ended = await endSessions(tx, holder, sessionId);
    await record(tx, shell, { type: 'sessionsEnded', ...holder, from, detail: { ended } });
    return ended;
  });
}
