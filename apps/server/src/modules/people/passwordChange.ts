import {
  passwordFault,
  passwordProfiles,
  usedBefore,
  type PasswordFault,
  type PasswordProfile,
  type PasswordProfileName,
} from '@yimen/core/people';
import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/shell.ts';
import { factorsOf, prove, type ProofRefusal, type Where } from './factors.ts';
import { hashPassword, isPassword } from './password.ts';
import { record } from './record.ts';
import { endSessions } from './session.ts';
import type { Holder, PeopleWorld } from './world.ts';

/** The profile a hall has chosen; `modern` until somebody chose. */
export async function profileOf(db: Db, jurisdiction: string): Promise<PasswordProfileName> {
  const { rows } = await sql<{ password_profile: PasswordProfileName }>`select password_profile
    from people.sign_in_policy where jurisdiction = ${jurisdiction}`.execute(db);
  return rows[0]?.password_profile ?? 'modern';
}

export interface Change {
  readonly current: string;
  readonly next: string;
  readonly where: Where;
}

/** One's own new password. Ends the other sessions: whoever knew the old one is out. */
export async function changePassword(
  world: PeopleWorld,
  holder: Holder,
  { current, next, where }: Change,
): Promise<Result<void, PasswordFault | ProofRefusal>> {
  const { shell } = world;
  const proved = await prove(world, holder, { kind: 'password', password: current }, { where, failed: 'proofFailed' });
  if (!proved.ok) return proved;
  const fault = await newPasswordFault(shell.db, holder, next);
  if (fault !== undefined) return refuse(fault);
  const password_hash = await hashPassword(next);
  await shell.db.transaction().execute(async (tx) => {
    await replacePassword(tx, world, holder, { password_hash, given: false });
    await endSessions(tx, holder, where.sessionId);
    await record(tx, shell, { type: 'passwordChanged', ...holder, from: where.from });
  });
  return ok(undefined);
}

/** Why this cannot be the account's next password, under the hall's profile and its history. */
async function newPasswordFault(db: Db, holder: Holder, next: string): Promise<PasswordFault | undefined> {
  const profile: PasswordProfile = passwordProfiles[await profileOf(db, holder.jurisdiction)];
  const { rows } = await sql<{ username: string; name: string }>`
    select username, name from people.account a join people.person p on p.jurisdiction = a.jurisdiction and p.id = a.person
    where a.jurisdiction = ${holder.jurisdiction} and a.person = ${holder.person}`.execute(db);
  const { username = '', name = '' } = rows[0] ?? {};
  const owner = { username, name, hasFactor: (await factorsOf(db, holder)).length > 0 };
  const fault = passwordFault(profile, next, owner);
  if (fault !== undefined) return fault;
  return (await isUsed(db, holder, profile, next)) ? usedBefore(profile) : undefined;
}

async function isUsed(
  db: Db,
  { jurisdiction, person }: Holder,
  { notAgain }: PasswordProfile,
  next: string,
): Promise<boolean> {
  const { rows } = await sql<{ password_hash: string }>`(select password_hash from people.account
      where jurisdiction = ${jurisdiction} and person = ${person})
    union all (select password_hash from people.password_past
      where jurisdiction = ${jurisdiction} and person = ${person} order by until desc limit ${notAgain - 1})`.execute(
    db,
  );
  const same = await Promise.all(rows.map(({ password_hash }) => isPassword(password_hash, next)));
  return same.includes(true);
}

export interface Replacement {
  readonly password_hash: string;
  /** Chosen by somebody else: to be changed at the first sign-in. */
  readonly given: boolean;
}

/** Puts a new hash in place of the old one, which is kept so that it does not come back. */
async function replacePassword(
  tx: Tx,
  { shell }: PeopleWorld,
  holder: Holder,
  { password_hash, given }: Replacement,
): Promise<void> {
  const at = shell.realNow();
  await sql`insert into people.password_past (jurisdiction, person, password_hash, until)
    select jurisdiction, person, password_hash, ${at}::timestamptz from people.account
    where jurisdiction = ${holder.jurisdiction} and person = ${holder.person} on conflict do nothing`.execute(tx);
  await sql`update people.account set password_hash = ${password_hash}, password_given = ${given},
      password_changed_at = ${at}::timestamptz
    where jurisdiction = ${holder.jurisdiction} and person = ${holder.person}`.execute(tx);
}
